import { instantOf } from '@openday/shared/dates';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor } from '../../http/cursor';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { inScope, organizerInScope } from '../organizers/scope.queries';
import { Programme } from '../programmes/programme.entity';
import type { ClosingQueryDto } from './closing.dto';
import type { CardRow } from './closing.presenter';
import { ClosingReport } from './closing-report.entity';

/** The session, if it is the caller's, public and over; otherwise NOT_FOUND, NOT_OVER, SESSION_CANCELLED. */
export async function closingSession(
  manager: EntityManager,
  caller: Caller,
  id: string,
  now: Date,
): Promise<EventSession> {
  const session = await manager.findOneBy(EventSession, { id });
  if (!session?.publishedAt) throw new AppError('NOT_FOUND');
  await organizerInScope(manager, session.organizerId, caller);
  if (session.cancelledAt) throw new AppError('SESSION_CANCELLED');
  if (session.endsAt > now) throw new AppError('NOT_OVER');
  return session;
}

const NOT_PUBLIC = "(c.sessionId IS NULL OR c.state = 'draft')";

const ended = (manager: EntityManager, caller: Caller, now: Date) =>
  inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .leftJoin(ClosingReport, 'c', 'c.sessionId = s.id')
    .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.endsAt <= :now', { now });

/** Sessions that are over with their reports, `limit + 1` of them: what is to be written by its day, all else newest first. */
export async function closingCards(
  manager: EntityManager,
  caller: Caller,
  query: ClosingQueryDto,
  now: Date,
  limit: number,
): Promise<CardRow[]> {
  const found = ended(manager, caller, now)
    .select('s.id', 'id')
    .limit(limit + 1);
  if (query.show === 'due') found.andWhere(NOT_PUBLIC);
  else if (query.show) found.andWhere('c.state = :state', { state: query.show });
  if (query.organizer) found.andWhere('scope.path LIKE :unit', { unit: `%/${query.organizer}/%` });
  if (query.year)
    found.andWhere('s.startsAt >= :from AND s.startsAt < :to', {
      from: new Date(instantOf(`${query.year}-01-01`, '00:00')),
      to: new Date(instantOf(`${query.year + 1}-01-01`, '00:00')),
    });
  const [past, order] = query.show === 'due' ? ['>', 'ASC' as const] : ['<', 'DESC' as const];
  const after = decodeCursor(query.cursor, 'instant', 'id');
  if (after)
    found.andWhere(`(s.startsAt ${past} :at OR (s.startsAt = :at AND s.id ${past} :id))`, {
      at: new Date(String(after[0])),
      id: after[1],
    });
  const rows = await found.orderBy('s.startsAt', order).addOrderBy('s.id', order).getRawMany<{ id: string }>();
  return cardRows(
    manager,
    rows.map(({ id }) => id),
  );
}

/** How many sessions are over. */
export const countEnded = (manager: EntityManager, caller: Caller, now: Date): Promise<number> =>
  ended(manager, caller, now).getCount();

/** How many sessions that are over have no public report. */
export const countDue = (manager: EntityManager, caller: Caller, now: Date): Promise<number> =>
  ended(manager, caller, now).andWhere(NOT_PUBLIC).getCount();

async function cardRows(manager: EntityManager, ids: string[]): Promise<CardRow[]> {
  const sessions = await manager.findBy(EventSession, { id: In(ids) });
  const named = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  const all = named(sessions);
  const events = named(await manager.findBy(Event, { id: In(sessions.map(({ eventId }) => eventId)) }));
  const units = named(await manager.findBy(Organizer, { id: In(sessions.map(({ organizerId }) => organizerId)) }));
  const planned = [...events.values()].flatMap(({ programmeId }) => programmeId ?? []);
  const programmes = named(await manager.findBy(Programme, { id: In(planned) }));
  const reports = await manager.findBy(ClosingReport, { sessionId: In(ids) });
  return ids.flatMap((id) => {
    const session = all.get(id);
    const event = session && events.get(session.eventId);
    if (!session || !event) return [];
    const { organizerId } = session;
    return {
      session,
      theme: event.theme,
      organizer: { id: organizerId, name: units.get(organizerId)?.name ?? '' },
      closingDays: programmes.get(event.programmeId ?? '')?.closingDays ?? null,
      report: reports.find(({ sessionId }) => sessionId === id) ?? null,
    };
  });
}

/** Reports residents may read, by session. */
export async function publicReports(
  manager: EntityManager,
  where: { eventId: string } | { sessionIds: string[] },
): Promise<ClosingReport[]> {
  const of = 'eventId' in where ? where : { sessionId: In(where.sessionIds) };
  return manager.find(ClosingReport, { where: { ...of, state: 'published' }, order: { sessionId: 'ASC' } });
}
