import { Injectable } from '@nestjs/common';
import { questionProblems } from '@openday/shared/answers';
import type { EventDetail } from '@openday/shared/events';
import type { Questions } from '@openday/shared/questions';
import type {
  Cancellation,
  SessionChange,
  SessionChanged,
  SessionDetail,
  SessionSetup,
} from '@openday/shared/sessions';
import type { ErrorDetail } from '@openday/shared/wire';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { tellShown } from '../changes/changes.writer';
import { Draw } from '../events/draw.entity';
import { Event } from '../events/event.entity';
import { EventsService } from '../events/events.service';
import { EventSession } from '../events/session.entity';
import { presentSession } from '../events/session.presenter';
import { sessionRows } from '../events/sessions.queries';
import { roomProblems, seatsOf, setupProblems } from '../events/setup.rules';
import { SetupWriter, setupColumns } from '../events/setup.writer';
import { organizerInScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Venue } from '../venues/venue.entity';
import { AskedChangesService } from './asked-changes.service';
import { lockEvents } from './event-locks.queries';
import { Invitation } from './invitation.entity';
import { lockSessions } from './locked-session.queries';
import { Registration } from './registration.entity';
import { displacedNames } from './session-change.rules';
import { type Affected, AffectsPeople, SessionChangeWriter } from './session-change.writer';
import { LIVE } from './standing.rules';

/** Takes a change back that was only tried. */
class NotItsOwn extends Error {}

/** What a unit changes of its events and sessions; here, because it changes what those registered have. */
@Injectable()
export class SessionChangesService {
  constructor(
    private readonly database: Database,
    private readonly changes: SessionChangeWriter,
    private readonly setups: SetupWriter,
    private readonly asked: AskedChangesService,
    private readonly events: EventsService,
    private readonly audit: AuditWriter,
    private readonly vault: Vault,
  ) {}

  async change(caller: Caller, id: string, body: SessionChange): Promise<SessionChanged> {
    try {
      return await this.database.write(async (manager) => {
        const session = await this.own(manager, caller, id);
        const now = await databaseNow(manager);
        const affected = await this.changes.change(manager, caller, session, body, now);
        if (await this.asked.wanted(manager, caller, session, body)) throw new NotItsOwn();
        return this.changed(manager, id, affected);
      });
    } catch (problem) {
      if (problem instanceof NotItsOwn) return this.handIn(caller, id, body);
      if (!(problem instanceof AffectsPeople) || problem.over.length === 0) throw problem;
      // The change was taken back; that the names are read is kept.
      await this.database.write((manager) =>
        this.audit.append(manager, { accountId: caller.id, act: 'registrants.read', target: ['session', id] }),
      );
      const named = problem.over.map((party) => ({ ...party, name: this.vault.open(party.name) }));
      throw new AppError('AFFECTS_PEOPLE', [...(problem.details ?? []), ...displacedNames(named)]);
    }
  }

  async approve(caller: Caller, id: string): Promise<SessionChanged> {
    const affected = await this.asked.approve(caller, id);
    return this.changed(this.database.read, id, affected);
  }

  /** It could be done, and was taken back: a unit above decides. */
  private handIn(caller: Caller, id: string, body: SessionChange): Promise<SessionChanged> {
    return this.database.write(async (manager) => {
      await this.asked.ask(manager, caller, await this.own(manager, caller, id), body);
      return { session: await this.detail(manager, id), told: 0, displaced: 0, waits: true };
    });
  }

  cancel(caller: Caller, id: string, { reason }: Cancellation): Promise<SessionChanged> {
    return this.database.write(async (manager) => {
      const session = await this.own(manager, caller, id);
      const now = await databaseNow(manager);
      return this.changed(manager, id, await this.changes.cancel(manager, caller, session, reason, now));
    });
  }

  async cancelEvent(caller: Caller, id: string, { reason }: Cancellation): Promise<EventDetail> {
    await this.database.write(async (manager) => {
      const event = await this.ownEvent(manager, caller, id);
      await this.changes.cancelEvent(manager, caller, event, reason, await databaseNow(manager));
    });
    return this.events.detail(id, caller);
  }

  /** Throws HAS_REGISTRATIONS once somebody is registered, ALREADY_DRAWN, SESSION_CANCELLED, BAD_REQUEST. */
  setUp(caller: Caller, id: string, setup: SessionSetup): Promise<SessionDetail> {
    return this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      if (await this.lockedAndTaken(manager, [id])) throw new AppError('HAS_REGISTRATIONS');
      // Read again under the lock: a neighbour may have moved it since.
      const { venueId, startsAt, endsAt, cancelledAt } = await manager.findOneByOrFail(EventSession, { id });
      if (cancelledAt) throw new AppError('SESSION_CANCELLED');
      if (await manager.existsBy(Draw, { sessionId: id, drawnAt: Not(IsNull()) })) throw new AppError('ALREADY_DRAWN');
      const venue = await manager.findOneByOrFail(Venue, { id: venueId });
      const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
      refuse([...setupProblems(setup, times, ''), ...roomProblems(seatsOf(setup), venue.capacity, 'quotas')]);
      await manager.update(EventSession, { id }, setupColumns(setup, startsAt));
      const gone = await this.setups.write(manager, id, setup);
      if (gone.length) await manager.delete(Invitation, { quotaId: In(gone) });
      await tellShown(manager, { sessions: [id] });
      await this.audit.append(manager, { accountId: caller.id, act: 'session.setup', target: ['session', id] });
      return this.detail(manager, id);
    });
  }

  /** Throws HAS_REGISTRATIONS once somebody is registered for any session of the event. */
  async ask(caller: Caller, id: string, { questions }: Questions): Promise<EventDetail> {
    refuse(questionProblems(questions));
    await this.database.write(async (manager) => {
      await this.ownEvent(manager, caller, id);
      await lockEvents(manager, [id]);
      const sessions = await manager.findBy(EventSession, { eventId: id });
      const ids = sessions.map((session) => session.id);
      if (await this.lockedAndTaken(manager, ids)) throw new AppError('HAS_REGISTRATIONS');
      await manager.update(Event, { id }, { questions: questions.length ? questions : null });
      await this.audit.append(manager, { accountId: caller.id, act: 'event.questions', target: ['event', id] });
    });
    return this.events.detail(id, caller);
  }

  /** Whether anybody is registered; under the lock, so that nobody comes in between. */
  private async lockedAndTaken(manager: EntityManager, sessionIds: string[]): Promise<boolean> {
    if (!sessionIds.length) return false;
    await lockSessions(manager, sessionIds);
    return manager.existsBy(Registration, { sessionId: In(sessionIds), status: In(LIVE) });
  }

  private async own(manager: EntityManager, caller: Caller, id: string): Promise<EventSession> {
    const session = await manager.findOneBy(EventSession, { id });
    if (!session) throw new AppError('NOT_FOUND');
    await organizerInScope(manager, session.organizerId, caller);
    return session;
  }

  private async ownEvent(manager: EntityManager, caller: Caller, id: string): Promise<Event> {
    const event = await manager.findOneBy(Event, { id });
    if (!event) throw new AppError('NOT_FOUND');
    await organizerInScope(manager, event.organizerId, caller);
    return event;
  }

  private async changed(manager: EntityManager, id: string, affected: Affected): Promise<SessionChanged> {
    return { session: await this.detail(manager, id), ...affected, waits: false };
  }

  private async detail(manager: EntityManager, id: string): Promise<SessionDetail> {
    const [row] = await sessionRows(manager, [id]);
    return presentSession(row!, await databaseNow(manager));
  }
}

function refuse(problems: ErrorDetail[]): void {
  if (problems.length) throw new AppError('BAD_REQUEST', problems);
}
