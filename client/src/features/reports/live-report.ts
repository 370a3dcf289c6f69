import type { DoorCounts } from '@openday/shared/check-in';
import type { AttendanceReport, AttendanceRow } from '@openday/shared/reports';
import type { Id } from '@openday/shared/wire';

/** The report with what the doors say by now in its rows and sums; rows nobody asked a door about stay as they are. */
export function liveReport(report: AttendanceReport, counts: ReadonlyMap<Id, DoorCounts | null>): AttendanceReport {
  const rows = report.rows.map((row) => liveRow(row, counts.get(row.sessionId) ?? null));
  const more = (key: 'registered' | 'checkedIn' | 'handCount') =>
    rows.reduce((sum, row, i) => sum + (row[key] ?? 0) - (report.rows[i]?.[key] ?? 0), report.totals[key]);
  const totals = { registered: more('registered'), checkedIn: more('checkedIn'), handCount: more('handCount') };
  return { ...report, rows, totals: { ...report.totals, ...totals } };
}

function liveRow(row: AttendanceRow, counts: DoorCounts | null): AttendanceRow {
  if (!counts) return row;
  const { registered, checkedIn, walkIns, handCount } = counts;
  // Nobody let in yet is a number that is missing, as in the report itself.
  const came = checkedIn > 0 ? { checkedIn, walkIns } : { checkedIn: null, walkIns: null };
  return { ...row, ...came, registered: row.registered === null ? null : registered, handCount };
}
