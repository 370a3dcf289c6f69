import { Injectable } from '@nestjs/common';
import type { EventChange, EventChanged } from '@openday/shared/desk-events';
import type { EventState } from '@openday/shared/events';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { tellShown } from '../changes/changes.writer';
import { DraftWriter } from '../events/draft.writer';
import { Event } from '../events/event.entity';
import { checkProgramme, EventWriter } from '../events/event.writer';
import { EventsService } from '../events/events.service';
import { EventSession } from '../events/session.entity';
import { sessionProblems } from '../events/session.rules';
import { OutboxWriter } from '../notifications/outbox.writer';
import { SiteNewsWriter } from '../notifications/site-news.writer';
import { Organizer } from '../organizers/organizer.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { changedColumns, effectsOf, newsOf } from './event-change.rules';
import { lockEvents } from './event-locks.queries';
import { Registration } from './registration.entity';
import { LIVE } from './standing.rules';
import { everybody } from './told.queries';

const OPEN: EventState[] = ['draft', 'announced', 'published'];

/** What a unit changes of an event's words; here, because people are told of it. */
@Injectable()
export class EventChangesService {
  constructor(
    private readonly database: Database,
    private readonly events: EventsService,
    private readonly writer: EventWriter,
    private readonly drafts: DraftWriter,
    private readonly outbox: OutboxWriter,
    private readonly news: SiteNewsWriter,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Throws EVENT_STATE for what waits for approval or is over, AFFECTS_PEOPLE with whom it is told to where `confirm` is
   * not said, NOT_FOUND out of scope.
   */
  async change(caller: Caller, id: string, body: EventChange): Promise<EventChanged> {
    const told = await this.database.write(async (manager) => {
      const organizer = await this.ownUnit(manager, caller, id);
      await lockEvents(manager, [id]);
      const event = await manager.findOneByOrFail(Event, { id });
      if (event.state === 'cancelled') throw new AppError('SESSION_CANCELLED');
      if (!OPEN.includes(event.state)) throw new AppError('EVENT_STATE');
      await checkProgramme(manager, organizer, body.programmeId);
      const now = await databaseNow(manager);
      if (body.sessions) await this.anew(manager, caller, event, body.sessions, now);
      const images = body.images && (await this.writer.images(manager, organizer, id, body.images));
      const columns = { ...changedColumns(event, body), ...(images && { images }) };
      const affected = await this.tell(manager, event, body, now);
      await manager.update(Event, { id }, { ...columns, updatedAt: now });
      await this.audit.append(manager, { accountId: caller.id, act: 'event.change', target: ['event', id] });
      if (event.state !== 'draft') await tellShown(manager, { events: [id] });
      return affected;
    });
    return { event: await this.events.detail(id, caller), told };
  }

  /** How many accounts hear of it; nobody of a draft. */
  private async tell(manager: EntityManager, event: Event, body: EventChange, now: Date): Promise<number> {
    if (event.state === 'draft') return 0;
    const coming = await manager.findBy(EventSession, { eventId: event.id, endsAt: MoreThan(now) });
    const sessionIds = coming.filter(({ cancelledAt }) => !cancelledAt).map(({ id }) => id);
    const news = newsOf(event, body);
    if (news.anything) await this.news.append(manager, 'session.changed', sessionIds, now);
    if (!news.told.length) return 0;
    const live = sessionIds.length
      ? await manager.find(Registration, { where: { sessionId: In(sessionIds), status: In(LIVE) } })
      : [];
    const told = await everybody(manager, event.id, live, 'changed', now);
    const registered = new Set(live.map(({ accountId }) => accountId)).size;
    const accounts = new Set(told.map(({ accountId }) => accountId)).size;
    const effects = effectsOf(news.told, { parties: live.length, followers: accounts - registered });
    if (effects.length && !body.confirm) throw new AppError('AFFECTS_PEOPLE', effects);
    await this.outbox.append(
      manager,
      told.map((one) => ({ ...one, note: body.reason ?? null })),
      now,
    );
    return accounts;
  }

  /** All sessions of a draft: nobody has seen them. */
  private async anew(
    manager: EntityManager,
    caller: Caller,
    event: Event,
    sessions: NonNullable<EventChange['sessions']>,
    now: Date,
  ): Promise<void> {
    if (event.state !== 'draft') throw new AppError('EVENT_STATE');
    const problems = sessions.flatMap((session, i) => sessionProblems(session, `sessions.${i}`));
    if (problems.length) throw new AppError('BAD_REQUEST', problems);
    await this.drafts.clear(manager, event.id);
    for (const [i, session] of sessions.entries())
      await this.writer.addSession(manager, caller, event, session, now, `sessions.${i}`);
  }

  private async ownUnit(manager: EntityManager, caller: Caller, id: string): Promise<Organizer> {
    const event = await manager.findOneBy(Event, { id });
    if (!event) throw new AppError('NOT_FOUND');
    return organizerInScope(manager, event.organizerId, caller);
  }
}
