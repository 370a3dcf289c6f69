import type { AttendanceRow } from '@openday/shared/reports';
import type { Attendance } from '../check-in/attendance.rules';
import { presentHeadcount } from '../events/event.presenter';
import type { SessionRow } from '../events/session.presenter';
import { totalSeats } from '../quotas/quota.presenter';
import { stateOf } from './attendance-totals.rules';

/** `attendance` null = no door fact has been recorded. */
export function presentAttendance(row: SessionRow, attendance: Attendance | null, now: Date): AttendanceRow {
  const { session, event, organizer, venue, quotas } = row;
  const seats = totalSeats(quotas);
  const came = attendance && (attendance.arrivals.size > 0 || attendance.walkIns > 0);
  return {
    sessionId: session.id,
    eventId: event.id,
    theme: event.theme,
    organizer: { id: organizer.id, name: organizer.name },
    venue: venue.name,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    mode: session.mode,
    state: stateOf(session, now),
    planned: presentHeadcount(event),
    capacity: seats?.capacity ?? venue.capacity,
    registered: seats?.taken ?? null,
    checkedIn: came ? attendance.checkedIn : null,
    walkIns: came ? attendance.walkIns : null,
    handCount: attendance?.handCount ?? null,
  };
}
