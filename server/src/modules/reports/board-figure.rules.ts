import type { AttendanceRow, BoardNumber } from '@openday/shared/reports';
import { disagreement, offPlan } from '@openday/shared/variance';

/** A unit as the board needs it. */
export interface BoardUnit {
  id: string;
  /** `/root/…/id/` */
  path: string;
  name: string;
}

/** What the board knows of a public session: its counters, none of what they are counted from. */
export interface Figure {
  id: string;
  startsAt: number;
  endsAt: number;
  isCancelled: boolean;
  /** Nobody registers. */
  isOpen: boolean;
  unit: BoardUnit;
  programmeId: string | null;
  planned: { min: number | null; max: number | null } | null;
  capacity: number | null;
  /** Seats to register for; 0 where nobody registers. */
  seats: number;
  registered: number | null;
  checkedIn: number | null;
  walkIns: number | null;
  handCount: number | null;
}

/** What holds of a session at `now`. */
export function stateAt(
  { startsAt, endsAt, isCancelled }: Pick<Figure, 'startsAt' | 'endsAt' | 'isCancelled'>,
  now: number,
): AttendanceRow['state'] {
  if (isCancelled) return 'cancelled';
  if (now < startsAt) return 'upcoming';
  return now < endsAt ? 'ongoing' : 'ended';
}

/** Whether a session is one of those behind a number of the board. */
export function isBehind(figure: Figure, of: BoardNumber, now: number): boolean {
  if (figure.isCancelled) return of === 'cancelled';
  switch (of) {
    case 'cancelled':
      return false;
    case 'noUpper':
      return figure.planned !== null && figure.planned.max === null;
    case 'unlimited':
      return figure.capacity === null;
    case 'noNeed':
      return figure.isOpen;
    case 'ongoing':
      return stateAt(figure, now) === 'ongoing';
    case 'varies':
      return varies(figure, now);
    default:
      return figure[of] !== null;
  }
}

/** Hand count and check-in, or what came and what was planned, are so far apart that somebody should say why. */
function varies(figure: Figure, now: number): boolean {
  const { checkedIn, handCount, planned } = figure;
  const row = { checkedIn, handCount, planned, state: stateAt(figure, now) };
  return disagreement(row) !== null || offPlan(row) !== null;
}
