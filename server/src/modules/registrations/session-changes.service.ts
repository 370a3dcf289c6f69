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
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Event } from '../events/event.entity';
import { EventsService } from '../events/events.service';
import { EventSession } from '../events/session.entity';
import { presentSession } from '../events/session.presenter';
import { sessionRows } from '../events/sessions.queries';
import { organizerInScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { AskedChangesService, NOBODY, type Wanted } from './asked-changes.service';
import { lockEvents } from './event-locks.queries';
import { displacedNames } from './session-change.rules';
import { type Affected, AffectsPeople, SessionChangeWriter } from './session-change.writer';
import { lockEmpty, SessionSetupWriter } from './session-setup.writer';

/** Takes a change back that was only tried. */
class NotItsOwn extends Error {}

/** What a unit changes of its events and sessions; here, because it changes what those registered have. */
@Injectable()
export class SessionChangesService {
  constructor(
    private readonly database: Database,
    private readonly changes: SessionChangeWriter,
    private readonly setups: SessionSetupWriter,
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
        if (isOfApproval(body) && (await this.asked.wanted(manager, caller, session))) throw new NotItsOwn();
        return this.changed(manager, id, affected);
      });
    } catch (problem) {
      const { confirm: _said, ...change } = body;
      if (problem instanceof NotItsOwn) return this.handIn(caller, id, { change });
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
  private handIn(caller: Caller, id: string, wanted: Wanted): Promise<SessionChanged> {
    return this.database.write(async (manager) => {
      await this.asked.ask(manager, caller, await this.own(manager, caller, id), wanted);
      return { ...(await this.changed(manager, id, NOBODY)), waits: true };
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

  async setUp(caller: Caller, id: string, setup: SessionSetup): Promise<SessionChanged> {
    try {
      return await this.database.write(async (manager) => {
        const session = await this.own(manager, caller, id);
        const reseated = await this.setups.setUp(manager, caller, id, setup);
        if (reseated && (await this.asked.wanted(manager, caller, session))) throw new NotItsOwn();
        return this.changed(manager, id, NOBODY);
      });
    } catch (problem) {
      if (problem instanceof NotItsOwn) return this.handIn(caller, id, { setup });
      throw problem;
    }
  }

  /** Throws HAS_REGISTRATIONS once somebody is registered for any session of the event. */
  async ask(caller: Caller, id: string, { questions }: Questions): Promise<EventDetail> {
    const problems = questionProblems(questions);
    if (problems.length) throw new AppError('BAD_REQUEST', problems);
    await this.database.write(async (manager) => {
      await this.ownEvent(manager, caller, id);
      await lockEvents(manager, [id]);
      const sessions = await manager.findBy(EventSession, { eventId: id });
      await lockEmpty(
        manager,
        sessions.map((session) => session.id),
      );
      await manager.update(Event, { id }, { questions: questions.length ? questions : null });
      await this.audit.append(manager, { accountId: caller.id, act: 'event.questions', target: ['event', id] });
    });
    return this.events.detail(id, caller);
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

const isOfApproval = ({ startsAt, endsAt, venueId, quotas }: SessionChange): boolean =>
  Boolean(startsAt || endsAt || venueId || quotas);
