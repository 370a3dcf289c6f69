import type { AttendanceRow } from './reports';

/** So many people apart, and by more than a tenth: somebody should say why. */
const [APART, SHARE] = [5, 0.1];

type Counted = Pick<AttendanceRow, 'checkedIn' | 'handCount' | 'state'>;

/** By how many check-in and hand count disagree once it is over; null while they agree well enough, or one is missing. */
export function disagreement({ checkedIn, handCount, state }: Counted): number | null {
  if (state !== 'ended' || checkedIn === null || handCount === null) return null;
  return apart(handCount, checkedIn, Math.max(handCount, checkedIn));
}

/** By how many more (or fewer, negative) came than was planned; null while that is near the plan or not known. */
export function offPlan(row: Counted & { planned: { min: number | null; max: number | null } | null }): number | null {
  const came = row.handCount ?? row.checkedIn;
  if (row.state !== 'ended' || came === null || row.planned === null) return null;
  const { min, max } = row.planned;
  if (max !== null && came > max) return apart(came, max, max);
  const missing = min !== null && came < min ? apart(min, came, min) : null;
  return missing === null ? null : -missing;
}

function apart(more: number, fewer: number, whole: number): number | null {
  const gap = Math.abs(more - fewer);
  return gap >= APART && gap > whole * SHARE ? gap : null;
}
