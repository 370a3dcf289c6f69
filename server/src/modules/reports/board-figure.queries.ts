import type { EntityManager } from 'typeorm';
import { type Params, selectRows } from '../../database/rows';
import { ClosingReport } from '../closing/closing-report.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Quota } from '../quotas/quota.entity';
import { totalSeats } from '../quotas/quota.presenter';
import { SessionCount } from '../registrations/session-count.entity';
import { cameOf, withReported } from '../registrations/session-count.rules';
import { Venue } from '../venues/venue.entity';
import type { BoardUnit, Figure } from './board-figure.rules';

const TIMES = ['startsAt', 'endsAt', 'publishedAt', 'cancelledAt'] as const;
const SESSION = ['id', 'eventId', 'organizerId', 'venueId', 'mode', ...TIMES] as const;
const EVENT = ['id', 'programmeId', 'plannedMin', 'plannedMax', 'plannedText'] as const;

const REPORT = ['sessionId', 'actual', 'source', 'recordedAfter'] as const;

/** Sessions that `tail` (`WHERE …`) finds: their counters, or null where a session is not public. No registration or fact is read. */
export async function boardFigures(
  manager: EntityManager,
  tail: string,
  params: Params,
  unitOf: (id: string) => BoardUnit | undefined,
): Promise<{ id: string; figure: Figure | null }[]> {
  const sessions = await selectRows(manager, EventSession, tail, params, SESSION);
  const open = sessions.filter(({ publishedAt }) => publishedAt);
  if (!open.length) return sessions.map(({ id }) => ({ id, figure: null }));
  const ids = open.map(({ id }) => id);
  const distinct = (of: (session: (typeof open)[number]) => string) => [...new Set(open.map(of))];
  const [events, venues, quotas, counts, reports] = await Promise.all([
    selectRows(manager, Event, 'WHERE id IN (:ids)', { ids: distinct((s) => s.eventId) }, EVENT),
    selectRows(manager, Venue, 'WHERE id IN (:ids)', { ids: distinct((s) => s.venueId) }, ['id', 'capacity']),
    selectRows(manager, Quota, 'WHERE sessionId IN (:ids)', { ids }, ['sessionId', 'capacity', 'taken', 'isDefault']),
    selectRows(manager, SessionCount, 'WHERE sessionId IN (:ids)', { ids }),
    selectRows(manager, ClosingReport, 'WHERE sessionId IN (:ids)', { ids }, REPORT),
  ]);
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const roomOf = new Map(venues.map(({ id, capacity }) => [id, capacity]));
  const countsOf = new Map(counts.map((one) => [one.sessionId, one]));
  const reportOf = new Map(reports.map((one) => [one.sessionId, one]));
  const pools = new Map<string, typeof quotas>();
  for (const quota of quotas) pools.set(quota.sessionId, [...(pools.get(quota.sessionId) ?? []), quota]);
  return sessions.map((session) => {
    const [event, unit] = [eventOf.get(session.eventId), unitOf(session.organizerId)];
    if (!session.publishedAt || !event || !unit) return { id: session.id, figure: null };
    const seats = totalSeats(pools.get(session.id) ?? []);
    const { plannedMin: min, plannedMax: max } = event;
    const figure = {
      id: session.id,
      startsAt: session.startsAt.getTime(),
      endsAt: session.endsAt.getTime(),
      isCancelled: session.cancelledAt !== null,
      isOpen: session.mode === 'none',
      isEnteredAfter: reportOf.get(session.id)?.recordedAfter ?? false,
      unit,
      programmeId: event.programmeId,
      planned: event.plannedText === null ? null : { min, max },
      capacity: seats?.capacity ?? roomOf.get(session.venueId) ?? null,
      seats: seats?.capacity ?? 0,
      registered: seats?.taken ?? null,
      ...withReported(cameOf(countsOf.get(session.id) ?? null), reportOf.get(session.id)),
    };
    return { id: session.id, figure };
  });
}

export const boardUnits = (manager: EntityManager, tail: string, params: Params): Promise<BoardUnit[]> =>
  selectRows(manager, Organizer, tail, params, ['id', 'path', 'name']);
