import { Injectable } from '@nestjs/common';
import type { AskedChange, DeskEvent, DeskEventCounts, DeskEventDetail } from '@openday/shared/desk-events';
import { EVENT_STATES, type EventState } from '@openday/shared/events';
import type { Page } from '@openday/shared/wire';
import { Brackets, type EntityManager, In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { organizerInScope } from '../organizers/scope.queries';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import { presentDeskEvent } from './desk-event.presenter';
import type { DeskEventQueryDto } from './desk-events.dto';
import { Event } from './event.entity';
import { deskEvents, eventsToApprove, standings } from './event-standing.queries';
import { EventsService } from './events.service';
import { EventSession } from './session.entity';

/** What a unit sees of its own events and those of the units below it, in whatever state they are. */
@Injectable()
export class DeskEventsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventsService,
  ) {}

  /** Last changed first. */
  async list(caller: Caller, query: DeskEventQueryDto): Promise<Page<DeskEvent>> {
    const manager = this.database.read;
    const limit = query.limit ?? 20;
    const rows = deskEvents(manager, caller, query)
      .orderBy('e.updatedAt', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .limit(limit + 1);
    const after = decodeCursor(query.cursor, 'instant', 'id');
    if (after) {
      const [at, id] = [new Date(String(after[0])), after[1]];
      rows.andWhere(
        new Brackets((older) => older.where('e.updatedAt < :at OR (e.updatedAt = :at AND e.id < :id)', { at, id })),
      );
    }
    const events = await rows.getMany();
    const known = await standings(manager, caller, events);
    const sessions = await manager.findBy(EventSession, { eventId: In(events.map(({ id }) => id)) });
    const taken = await this.taken(manager, sessions);
    const now = await this.database.now();
    return toPage(
      events,
      limit,
      (event) => [event.updatedAt.toISOString(), event.id],
      (event) =>
        presentDeskEvent(
          event,
          known.get(event.id)!,
          sessions.filter(({ eventId }) => eventId === event.id),
          taken,
          now,
        ),
    );
  }

  async counts(caller: Caller): Promise<DeskEventCounts> {
    const rows = await deskEvents(this.database.read, caller)
      .select('e.state', 'state')
      .addSelect('COUNT(*)', 'n')
      .groupBy('e.state')
      .getRawMany<{ state: EventState; n: number | string }>();
    const states = Object.fromEntries(EVENT_STATES.map((state) => [state, 0])) as DeskEventCounts['states'];
    for (const { state, n } of rows) states[state] = Number(n);
    return { states, toApprove: await eventsToApprove(this.database.read, caller) };
  }

  async detail(caller: Caller, id: string): Promise<DeskEventDetail> {
    const manager = this.database.read;
    const event = await ownEvent(manager, caller, id);
    const { standing, by } = (await standings(manager, caller, [event])).get(id)!;
    const sessions = await manager.findBy(EventSession, { eventId: id });
    const seats = [...(await this.taken(manager, sessions)).values()].reduce((sum, n) => sum + n, 0);
    return {
      event: await this.events.detail(id, caller),
      needsApproval: standing.needsApproval,
      mayApprove: by === 'above',
      submittedAt: event.submittedAt?.toISOString() ?? null,
      approvedAt: event.approvedAt?.toISOString() ?? null,
      sentBack: event.sentBack,
      asked: await this.asked(manager, sessions),
      people: {
        seats,
        waiting: sessions.reduce((sum, { waiting }) => sum + waiting, 0),
        followers: event.followers,
      },
    };
  }

  private async asked(manager: EntityManager, sessions: EventSession[]): Promise<AskedChange[]> {
    const waiting = sessions.flatMap(({ id, asked }) => (asked ? { sessionId: id, ...asked } : []));
    const venues = await manager.findBy(Venue, { id: In(waiting.map(({ change }) => change.venueId ?? '')) });
    return waiting.map((each) => ({
      ...each,
      setup: each.setup ?? null,
      venue: venues.find(({ id }) => id === each.change.venueId)?.name ?? null,
    }));
  }

  /** Seats taken, by session. */
  private async taken(manager: EntityManager, sessions: EventSession[]): Promise<Map<string, number>> {
    const quotas = await manager.findBy(Quota, { sessionId: In(sessions.map(({ id }) => id)) });
    const taken = new Map<string, number>();
    for (const { sessionId, taken: n } of quotas) taken.set(sessionId, (taken.get(sessionId) ?? 0) + n);
    return taken;
  }
}

/** The event, of the caller's units; anybody else's looks like none at all. */
export async function ownEvent(manager: EntityManager, caller: Caller, id: string): Promise<Event> {
  const event = await manager.findOneBy(Event, { id });
  if (!event) throw new AppError('NOT_FOUND');
  await organizerInScope(manager, event.organizerId, caller);
  return event;
}
