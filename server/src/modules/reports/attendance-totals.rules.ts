import type { AttendanceRow, AttendanceTotals } from '@openday/shared/reports';

/** What holds of a session at `now`. */
export function stateOf(
  session: { startsAt: Date; endsAt: Date; cancelledAt: Date | null },
  now: Date,
): AttendanceRow['state'] {
  if (session.cancelledAt) return 'cancelled';
  if (now < session.startsAt) return 'upcoming';
  return now < session.endsAt ? 'ongoing' : 'ended';
}

/** Sums of what is known; cancelled sessions count nowhere. */
export function totalsOf(rows: AttendanceRow[]): AttendanceTotals {
  const held = rows.filter((row) => row.state !== 'cancelled');
  const sum = (of: (row: AttendanceRow) => number | null) => held.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    sessions: held.length,
    planned: sum((row) => row.planned?.min ?? null),
    plannedOpen: held.some((row) => row.planned !== null && row.planned.max === null),
    capacity: sum((row) => row.capacity),
    registered: sum((row) => row.registered),
    checkedIn: sum((row) => row.checkedIn),
    handCount: sum((row) => row.handCount),
  };
}
