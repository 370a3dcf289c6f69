import type { AttendanceRow } from '@openday/shared/reports';
import { presentHeadcount } from '../events/event.presenter';
import type { SessionRow } from '../events/session.presenter';
import { totalSeats } from '../quotas/quota.presenter';
import { cameOf, type KeptCounts, type Reported, withReported } from '../registrations/session-count.rules';
import { stateAt } from './board-figure.rules';

/** `counts` null = no door fact has been recorded. */
export function presentAttendance(
  row: SessionRow,
  counts: KeptCounts | null,
  report: Reported | undefined,
  now: Date,
): AttendanceRow {
  const { session, event, organizer, venue, quotas } = row;
  const seats = totalSeats(quotas);
  const times = { startsAt: session.startsAt.getTime(), endsAt: session.endsAt.getTime() };
  return {
    sessionId: session.id,
    eventId: event.id,
    theme: event.theme,
    organizer: { id: organizer.id, name: organizer.name },
    venue: venue.name,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    mode: session.mode,
    state: stateAt({ ...times, isCancelled: session.cancelledAt !== null }, now.getTime()),
    planned: presentHeadcount(event),
    capacity: seats?.capacity ?? venue.capacity,
    registered: seats?.taken ?? null,
    ...withReported(cameOf(counts), report),
  };
}
