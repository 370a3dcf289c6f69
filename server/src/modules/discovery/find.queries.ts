import type { FindQuery, SessionQuery } from '@openday/shared/find';
import { STEP_FREE } from '@openday/shared/places';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { decodeCursor } from '../../http/cursor';
import { Event } from '../events/event.entity';
import { formsMeant, searchWords } from '../events/search.rules';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import type { Counted } from './summary.rules';

/**
 * Discovery by SQL: what answers until the index in memory is built, and when it cannot be kept. The same filters and
 * order; its search is plainer (no pinyin but for forms, nothing that resembles, punctuation counts).
 */

/** A session's place in a list. */
export interface Found {
  id: string;
  startsAt: string;
  /** Squared metres from the point asked about; 0 without one. */
  square: number;
}

const METRES_PER_DEGREE = 111_320;

/** Nearest first where a point is given, else soonest, or with `past` the last first; `limit + 1` of them. */
export async function findSessions(
  manager: EntityManager,
  query: SessionQuery,
  now: Date,
  limit: number,
): Promise<Found[]> {
  const square = query.past ? '0' : squareOf(query);
  const [order, beyond] = query.past ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const rows = matching(manager, query, now)
    .select(['s.id AS id', 's.startsAt AS "startsAt"'])
    .addSelect(square, 'square')
    .orderBy('square')
    .addOrderBy('s.startsAt', order)
    .addOrderBy('s.id', order)
    .limit(limit + 1);
  const after = decodeCursor(query.cursor, 'number', 'instant', 'id');
  if (after)
    rows.andWhere(
      `(${square} > :square OR (${square} = :square AND (s.startsAt ${beyond} :startsAt OR (s.startsAt = :startsAt AND s.id ${beyond} :id))))`,
      { square: Number(after[0]), startsAt: new Date(after[1] as string), id: after[2] },
    );
  const raw = await rows.getRawMany<{ id: string; startsAt: Date | string; square: number }>();
  return raw.map(({ id, startsAt, square }) => ({ id, startsAt: instant(startsAt), square: Number(square) }));
}

/** What a summary counts. */
export async function countedSessions(manager: EntityManager, query: FindQuery, now: Date): Promise<Counted[]> {
  const rows = matching(manager, query, now)
    .select(['s.startsAt AS "startsAt"', 'e.forms AS forms', 'e.topic AS topic', 'o.path AS path'])
    .addSelect(`CASE WHEN ${openSql(manager)} THEN 1 ELSE 0 END`, 'open');
  const raw = await rows.getRawMany<{
    startsAt: Date | string;
    forms: string;
    topic: Counted['topic'];
    path: string;
    open: number | string;
  }>();
  return raw.map(({ startsAt, forms, topic, path, open }) => ({
    startsAt: Date.parse(instant(startsAt)),
    open: Number(open) === 1,
    forms: JSON.parse(forms) as Counted['forms'],
    topic,
    path,
  }));
}

const instant = (at: Date | string): string => (at instanceof Date ? at : new Date(`${at}Z`)).toISOString();

function matching(manager: EntityManager, query: FindQuery, now: Date): SelectQueryBuilder<EventSession> {
  const rows = manager
    .createQueryBuilder(EventSession, 's')
    .innerJoin(Event, 'e', 'e.id = s.eventId')
    .innerJoin(Venue, 'v', 'v.id = s.venueId')
    .innerJoin(Organizer, 'o', 'o.id = s.organizerId')
    .where(`s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.endsAt ${query.past ? '<=' : '>'} :now`, { now });
  narrow(rows, query);
  if (query.open) rows.andWhere(openSql(manager));
  return rows;
}

/** Flat-earth distance is exact to 0.1 % within a district; whole square metres compare alike in both databases. */
function squareOf({ lng, lat }: FindQuery): string {
  if (lng === undefined || lat === undefined) return '0';
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return `ROUND((v.lat - ${lat}) * ${METRES_PER_DEGREE} * (v.lat - ${lat}) * ${METRES_PER_DEGREE} + (v.lng - ${lng}) * ${perLng} * (v.lng - ${lng}) * ${perLng})`;
}

function narrow(rows: SelectQueryBuilder<EventSession>, query: FindQuery): void {
  const square = squareOf(query);
  if (query.radius !== undefined && square !== '0')
    rows.andWhere(`${square} <= :within`, { within: query.radius ** 2 });
  if (query.from) rows.andWhere('s.startsAt >= :from', { from: new Date(query.from) });
  if (query.to) rows.andWhere('s.startsAt < :to', { to: new Date(query.to) });
  if (query.form) rows.andWhere('e.forms LIKE :form', { form: listed(query.form) });
  if (query.topic) rows.andWhere('e.topic = :topic', { topic: query.topic });
  if (query.organizer) rows.andWhere('o.path LIKE :organizer', { organizer: `%/${query.organizer}/%` });
  if (query.walkIn) rows.andWhere("s.mode = 'none'");
  if (query.accessible) rows.andWhere(`(${STEP_FREE.map((note) => `v.access LIKE '${listed(note)}'`).join(' OR ')})`);
  for (const [i, word] of searchWords(query.q ?? '').entries()) {
    const any = [
      `REPLACE(e.theme, ' ', '') LIKE :part${i}`,
      `REPLACE(v.name, ' ', '') LIKE :part${i}`,
      `o.name LIKE :inOrder${i}`,
      ...formsMeant(word).map((form) => `e.forms LIKE '${listed(form)}'`),
    ];
    rows.andWhere(`(${any.join(' OR ')})`, { [`part${i}`]: `%${word}%`, [`inOrder${i}`]: `%${[...word].join('%')}%` });
  }
}

/** As a JSON list holds it. */
const listed = (value: string): string => `%"${value}"%`;

/** Where a seat can be had at `:now`, or nobody registers. */
function openSql(manager: EntityManager): string {
  const quotas = (what: string, where: string) =>
    manager.createQueryBuilder(Quota, 'q').select(what).where(`q.sessionId = s.id${where}`).getQuery();
  const free = quotas('1', ' AND q.isDefault = TRUE AND q.taken < q.capacity');
  const taken = quotas('SUM(q.taken)', '');
  return (
    "(s.mode = 'none' OR ((s.opensAt IS NULL OR s.opensAt <= :now) AND (s.closesAt IS NULL OR s.closesAt > :now) AND " +
    `(s.mode = 'draw' OR (EXISTS (${free}) AND (s.ceiling IS NULL OR s.ceiling > (${taken}))))))`
  );
}
