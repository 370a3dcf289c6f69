import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { selectRows } from '../../database/rows';
import { decodeCursor } from '../../http/cursor';
import { Organizer } from '../organizers/organizer.entity';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import { Draw } from './draw.entity';
import { Event } from './event.entity';
import type { SessionQueryDto } from './events.dto';
import { EventSession } from './session.entity';
import type { SessionRow } from './session.presenter';

export interface Found {
  id: string;
  startsAt: string;
  /** Squared metres from the point asked about; 0 without one. */
  square: number;
}

const METRES_PER_DEGREE = 111_320;

/** Public sessions not over yet: nearest first where a point is given, else soonest; `limit + 1` of them. */
export async function findSessions(
  manager: EntityManager,
  query: SessionQueryDto,
  now: Date,
  limit: number,
): Promise<Found[]> {
  const square = squareOf(query);
  const rows = manager
    .createQueryBuilder(EventSession, 's')
    .select(['s.id AS id', 's.startsAt AS "startsAt"'])
    .addSelect(square, 'square')
    .innerJoin(Event, 'e', 'e.id = s.eventId')
    .innerJoin(Venue, 'v', 'v.id = s.venueId')
    .innerJoin(Organizer, 'o', 'o.id = s.organizerId')
    .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.endsAt > :now', { now })
    .orderBy('square')
    .addOrderBy('s.startsAt')
    .addOrderBy('s.id')
    .limit(limit + 1);
  narrow(rows, query, square);
  const after = decodeCursor(query.cursor, 'number', 'instant', 'id');
  if (after)
    rows.andWhere(
      `(${square} > :square OR (${square} = :square AND (s.startsAt > :startsAt OR (s.startsAt = :startsAt AND s.id > :id))))`,
      { square: Number(after[0]), startsAt: new Date(after[1] as string), id: after[2] },
    );
  const raw = await rows.getRawMany<{ id: string; startsAt: Date | string; square: number }>();
  return raw.map((row) => ({
    id: row.id,
    startsAt: (row.startsAt instanceof Date ? row.startsAt : new Date(`${row.startsAt}Z`)).toISOString(),
    square: Number(row.square),
  }));
}

/** Flat-earth distance is exact to 0.1 % within a district; whole square metres compare alike in both databases. */
function squareOf({ lng, lat }: SessionQueryDto): string {
  if (lng === undefined || lat === undefined) return '0';
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return `ROUND((v.lat - ${lat}) * ${METRES_PER_DEGREE} * (v.lat - ${lat}) * ${METRES_PER_DEGREE} + (v.lng - ${lng}) * ${perLng} * (v.lng - ${lng}) * ${perLng})`;
}

function narrow(rows: SelectQueryBuilder<EventSession>, query: SessionQueryDto, square: string): void {
  if (query.radius !== undefined && square !== '0')
    rows.andWhere(`${square} <= :within`, { within: query.radius ** 2 });
  if (query.from) rows.andWhere('s.startsAt >= :from', { from: new Date(query.from) });
  if (query.to) rows.andWhere('s.startsAt < :to', { to: new Date(query.to) });
  if (query.form) rows.andWhere('e.forms LIKE :form', { form: `%"${query.form}"%` });
  if (query.organizer) rows.andWhere('o.path LIKE :organizer', { organizer: `%/${query.organizer}/%` });
  if (query.q) rows.andWhere('(e.theme LIKE :q OR o.name LIKE :q OR v.name LIKE :q)', { q: likeText(query.q) });
  const quotas = (what: string, where: string) =>
    rows.subQuery().select(what).from(Quota, 'q').where(`q.sessionId = s.id${where}`).getQuery();
  const free = quotas('1', ' AND q.isDefault = TRUE AND q.taken < q.capacity');
  const taken = quotas('SUM(q.taken)', '');
  if (query.open)
    rows.andWhere(
      new Brackets((either) =>
        either
          .where("s.mode = 'none'")
          .orWhere(
            '(s.opensAt IS NULL OR s.opensAt <= :now) AND (s.closesAt IS NULL OR s.closesAt > :now) AND ' +
              `(s.mode = 'draw' OR (EXISTS ${free} AND (s.ceiling IS NULL OR s.ceiling > ${taken})))`,
          ),
      ),
    );
}

/** `%text%` without the wildcards somebody typed. */
export const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '')}%`;

/** Everything shown of these sessions, in the order of `ids`. */
export async function sessionRows(manager: EntityManager, ids: string[]): Promise<SessionRow[]> {
  if (!ids.length) return [];
  const sessions = byId(await selectRows(manager, EventSession, 'WHERE id IN (:ids)', { ids }));
  const all = [...sessions.values()];
  const named = async <T extends { id: string }>(table: new () => T, of: (session: EventSession) => string) =>
    byId(await selectRows(manager, table, 'WHERE id IN (:named)', { named: [...new Set(all.map(of))] }));
  const drawn = all.some(({ mode }) => mode === 'draw');
  const [events, organizers, venues, quotas, draws] = await Promise.all([
    named(Event, (s) => s.eventId),
    named(Organizer, (s) => s.organizerId),
    named(Venue, (s) => s.venueId),
    selectRows(manager, Quota, 'WHERE sessionId IN (:ids) ORDER BY isDefault DESC, id', { ids }),
    drawn ? manager.findBy(Draw, { sessionId: In(ids) }) : [],
  ]);
  return ids.flatMap((id) => {
    const session = sessions.get(id);
    const event = session && events.get(session.eventId);
    const organizer = session && organizers.get(session.organizerId);
    const venue = session && venues.get(session.venueId);
    if (!session || !event || !organizer || !venue) return [];
    const draw = draws.find(({ sessionId }) => sessionId === id) ?? null;
    return [{ session, event, organizer, venue, quotas: quotas.filter((q) => q.sessionId === id), draw }];
  });
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));
