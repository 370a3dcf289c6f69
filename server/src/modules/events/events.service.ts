import { Injectable } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import type { AnnouncedCard, EventDetail, NewEvent } from '@openday/shared/events';
import type { Form } from '@openday/shared/forms';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { Programme } from '../programmes/programme.entity';
import { Event } from './event.entity';
import { presentAnnounced, presentEvent } from './event.presenter';
import { EventWriter } from './event.writer';
import { checkAct } from './event-standing.queries';
import type { EventQueryDto } from './events.dto';
import { Follow } from './follow.entity';
import { mayResemble, meets, searchWords } from './search.rules';
import { EventSession } from './session.entity';
import { sessionRows } from './sessions.queries';

const LATE = 'CASE WHEN e.windowTo < :today THEN 1 ELSE 0 END';
const PUBLIC = ['announced', 'published', 'cancelled', 'closed'];

@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Announced events, the nearest window first; those whose window has passed come last. */
  async announced(query: EventQueryDto, caller?: Caller): Promise<Page<AnnouncedCard>> {
    const limit = query.limit ?? 20;
    const manager = this.database.read;
    const today = dayOf((await this.database.now()).getTime());
    const rows = manager
      .createQueryBuilder(Event, 'e')
      .innerJoin(Organizer, 'o', 'o.id = e.organizerId')
      .where("e.state = 'announced'", { today })
      .addSelect(LATE, 'late')
      .orderBy('late')
      .addOrderBy('e.windowFrom')
      .addOrderBy('e.id')
      .limit(limit + 1);
    if (query.organizer) rows.andWhere('o.path LIKE :path', { path: `%/${query.organizer}/%` });
    const words = searchWords(query.q ?? '');
    if (words.length) rows.andWhere('e.id IN (:...met)', { met: ['', ...(await this.meeting(words))] });
    const after = decodeCursor(query.cursor, 'number', 'day', 'id');
    if (after)
      rows.andWhere(
        `(${LATE} > :late OR (${LATE} = :late AND (e.windowFrom > :from OR (e.windowFrom = :from AND e.id > :id))))`,
        { late: after[0], from: after[1], id: after[2] },
      );
    const events = await rows.getMany();
    const names = await manager.findBy(Organizer, { id: In(events.map((e) => e.organizerId)) });
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const followed = await this.followed(manager, events, caller);
    return toPage(
      events,
      limit,
      (event) => [(event.windowTo ?? '') < today ? 1 : 0, event.windowFrom ?? '', event.id],
      (event) => presentAnnounced(event, nameOf.get(event.organizerId) ?? '', followed.has(event.id)),
    );
  }

  /** Announced events that meet all of these words; there are never many without a date. */
  private async meeting(words: string[]): Promise<string[]> {
    const rows = await this.database.read
      .createQueryBuilder(Event, 'e')
      .innerJoin(Organizer, 'o', 'o.id = e.organizerId')
      .select(['e.id AS id', 'e.theme AS theme', 'e.forms AS forms', 'o.name AS organizer'])
      .where("e.state = 'announced'")
      .getRawMany<{ id: string; theme: string; forms: string; organizer: string }>();
    const events = rows.map((row) => ({ ...row, forms: JSON.parse(row.forms) as Form[] }));
    const unmet = words.filter((word) => mayResemble(word) && !events.some((event) => meets(event, [word])));
    return events.flatMap((event) => (meets(event, words, new Set(unmet)) ? event.id : []));
  }

  async detail(id: string, caller?: Caller): Promise<EventDetail> {
    return this.present(this.database.read, await this.visible(this.database.read, id, caller), caller);
  }

  create(caller: Caller, body: NewEvent): Promise<EventDetail> {
    return this.database.write(async (manager) => {
      const event = await this.events.create(manager, caller, body, await databaseNow(manager));
      await this.audit.append(manager, { accountId: caller.id, act: 'event.create', target: ['event', event.id] });
      return this.present(manager, event, caller);
    });
  }

  publish(id: string, caller: Caller): Promise<EventDetail> {
    return this.database.write(async (manager) => {
      const { organizerId } = await this.visible(manager, id, caller);
      await organizerInScope(manager, organizerId, caller);
      // Locked: what a neighbour cancels meanwhile stays cancelled.
      const event = await manager.findOneOrFail(Event, { where: { id }, lock: lockMode(manager) });
      if (event.state === 'cancelled') throw new AppError('SESSION_CANCELLED');
      if (event.state === 'published') throw new AppError('ALREADY_PUBLISHED');
      await checkAct(manager, caller, event, 'publish');
      await this.events.publish(manager, event, await databaseNow(manager));
      await this.audit.append(manager, { accountId: caller.id, act: 'event.publish', target: ['event', id] });
      return this.present(manager, event, caller);
    });
  }

  /** Following twice, or ending what was not followed, changes nothing. */
  follow(id: string, caller: Caller, following: boolean): Promise<{ following: boolean; followers: number }> {
    return this.database.write(async (manager) => {
      await this.visible(manager, id, caller);
      const key = { accountId: caller.id, eventId: id };
      // Counted by what was done, not by what was seen before: a neighbour may do the same in between.
      const step = following ? await this.begin(manager, key) : -((await manager.delete(Follow, key)).affected ?? 0);
      if (step) await manager.increment(Event, { id }, 'followers', step);
      return { following, followers: (await manager.findOneByOrFail(Event, { id })).followers };
    });
  }

  /** 1 for a new follower; one who is quicker by a moment makes the transaction run again and find it. */
  private async begin(manager: EntityManager, key: Pick<Follow, 'accountId' | 'eventId'>): Promise<number> {
    if (await manager.existsBy(Follow, key)) return 0;
    await manager.insert(Follow, { ...key, createdAt: new Date() });
    return 1;
  }

  /** The event, if it is public or the caller's own; otherwise NOT_FOUND. */
  private async visible(manager: EntityManager, id: string, caller?: Caller): Promise<Event> {
    const event = await manager.findOneBy(Event, { id });
    if (!event) throw new AppError('NOT_FOUND');
    if (PUBLIC.includes(event.state)) return event;
    if (!caller) throw new AppError('NOT_FOUND');
    await organizerInScope(manager, event.organizerId, caller);
    return event;
  }

  private async present(manager: EntityManager, event: Event, caller?: Caller): Promise<EventDetail> {
    const sessions = await manager.find(EventSession, { where: { eventId: event.id }, order: { startsAt: 'ASC' } });
    const organizer = await manager.findOneByOrFail(Organizer, { id: event.organizerId });
    const programme = event.programmeId ? await manager.findOneBy(Programme, { id: event.programmeId }) : null;
    const rows = await sessionRows(
      manager,
      sessions.map(({ id }) => id),
    );
    const following = (await this.followed(manager, [event], caller)).has(event.id);
    return presentEvent({ event, organizer, programme, sessions: rows, following }, await databaseNow(manager));
  }

  private async followed(manager: EntityManager, events: Event[], caller?: Caller): Promise<Set<string>> {
    if (!caller || !events.length) return new Set();
    const follows = await manager.findBy(Follow, { accountId: caller.id, eventId: In(events.map(({ id }) => id)) });
    return new Set(follows.map(({ eventId }) => eventId));
  }
}
