import { type AttendanceRow, BOARD_NUMBERS, type BoardNumber } from '@openday/shared/reports';
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
  /** 补录: nobody can be asked any more why its numbers differ. */
  isEnteredAfter: boolean;
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

/** The numbers a session is behind: a bit for each, by its place among BOARD_NUMBERS. */
export function behindOf(figure: Figure, now: number): number {
  if (figure.isCancelled) return BIT.cancelled;
  const { planned, capacity, registered, checkedIn, handCount } = figure;
  const state = stateAt(figure, now);
  let bits = 0;
  if (planned !== null) bits |= planned.max === null ? BIT.planned | BIT.noUpper : BIT.planned;
  bits |= capacity === null ? BIT.unlimited : BIT.capacity;
  if (registered !== null) bits |= BIT.registered;
  if (checkedIn !== null) bits |= BIT.checkedIn;
  if (handCount !== null) bits |= BIT.handCount;
  if (figure.isOpen) bits |= BIT.noNeed;
  if (state === 'ongoing') bits |= BIT.ongoing;
  if (!figure.isEnteredAfter && varies({ checkedIn, handCount, planned, state })) bits |= BIT.varies;
  return bits;
}

export const BIT = Object.fromEntries(BOARD_NUMBERS.map((of, place) => [of, 1 << place])) as Record<
  BoardNumber,
  number
>;

/** Hand count and check-in, or what came and what was planned, are so far apart that somebody should say why. */
const varies = (row: Parameters<typeof offPlan>[0]): boolean => disagreement(row) !== null || offPlan(row) !== null;
