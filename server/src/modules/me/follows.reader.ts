import { Injectable } from '@nestjs/common';
import type { MyFollows, NextSession } from '@openday/shared/me';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../database/database';
import { Event } from '../events/event.entity';
import { Follow } from '../events/follow.entity';
import { EventSession } from '../events/session.entity';
import { sessionRows } from '../events/sessions.queries';
import { Organizer } from '../organizers/organizer.entity';
import { OrganizerFollow } from '../organizers/organizer-follow.entity';
import { presentNext } from './me.presenter';

/** Of what is followed, the newest: a page's worth. */
const MOST = 100;

/** What an account follows, with what comes next of each. */
@Injectable()
export class FollowsReader {
  constructor(private readonly database: Database) {}

  async of(accountId: string): Promise<MyFollows> {
    const manager = this.database.read;
    const now = await this.database.now();
    return {
      events: await this.events(manager, accountId, now),
      organizers: await this.organizers(manager, accountId, now),
    };
  }

  private async events(manager: EntityManager, accountId: string, now: Date): Promise<MyFollows['events']> {
    const follows = await manager.find(Follow, { where: { accountId }, order: { createdAt: 'DESC' }, take: MOST });
    const ids = follows.map(({ eventId }) => eventId);
    if (!ids.length) return [];
    const events = new Map((await manager.findBy(Event, { id: In(ids) })).map((event) => [event.id, event]));
    const organizers = await manager.findBy(Organizer, { id: In([...events.values()].map((e) => e.organizerId)) });
    const nameOf = new Map(organizers.map(({ id, name }) => [id, name]));
    const next = await nextSessions(manager, 'eventId', ids, now);
    return ids.flatMap((id) => {
      const event = events.get(id);
      if (!event) return [];
      const { theme, state, organizerId, windowText } = event;
      const organizer = { id: organizerId, name: nameOf.get(organizerId) ?? '' };
      return [{ id, theme, state, organizer, windowText, next: next.get(id) ?? null }];
    });
  }

  private async organizers(manager: EntityManager, accountId: string, now: Date): Promise<MyFollows['organizers']> {
    const order = { createdAt: 'DESC' } as const;
    const follows = await manager.find(OrganizerFollow, { where: { accountId }, order, take: MOST });
    const ids = follows.map(({ organizerId }) => organizerId);
    if (!ids.length) return [];
    const names = new Map((await manager.findBy(Organizer, { id: In(ids) })).map(({ id, name }) => [id, name]));
    const next = await nextSessions(manager, 'organizerId', ids, now);
    return ids.map((id) => ({ id, name: names.get(id) ?? '', next: next.get(id) ?? null }));
  }
}

/** By what they belong to: the first public session that is not over. */
async function nextSessions(
  manager: EntityManager,
  of: 'eventId' | 'organizerId',
  ids: string[],
  now: Date,
): Promise<Map<string, NextSession>> {
  const coming = await manager
    .createQueryBuilder(EventSession, 's')
    .select(['s.id', 's.startsAt', `s.${of}`])
    .where(`s.${of} IN (:...ids) AND s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.endsAt > :now`, {
      ids,
      now,
    })
    .orderBy('s.startsAt', 'DESC')
    .addOrderBy('s.id', 'DESC')
    .getMany();
  const first = new Map(coming.map((session) => [session[of], session.id]));
  const rows = await sessionRows(manager, [...first.values()]);
  const shown = new Map(rows.map((row) => [row.session.id, presentNext(row)]));
  return new Map([...first].flatMap(([id, session]) => (shown.has(session) ? [[id, shown.get(session)!]] : [])));
}
