import type { Headcount } from '@openday/shared/events';
import type { AttendanceRow } from '@openday/shared/reports';

const STEPS = [5, 10, 20, 50];
/** More grid lines than this crowd a phone. */
const MAX_CELLS = 5;

export interface Axis {
  /** The last value, a round number at or above the largest drawn. */
  end: number;
  step: number;
}

type Numbers = Pick<AttendanceRow, 'planned' | 'capacity' | 'registered' | 'checkedIn' | 'handCount'>;

/** One axis for all lanes of a page, from 0 to a round number at or above the largest value. */
export function axisOf(rows: readonly Numbers[]): Axis {
  const largest = Math.max(10, ...rows.map(largestOf));
  for (let scale = 1; ; scale *= 10) {
    const step = STEPS.map((each) => each * scale).find((each) => Math.ceil(largest / each) <= MAX_CELLS);
    if (step) return { end: Math.ceil(largest / step) * step, step };
  }
}

/** Grid values, 0 and the end among them. */
export function gridOf({ end, step }: Axis): number[] {
  return Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step);
}

/** Where a value stands, `12.5%` of the axis. */
export function at(value: number, { end }: Axis): string {
  return `${Math.round((value / end) * 10_000) / 100}%`;
}

export type Band =
  | { kind: 'range'; from: number; to: number; left: boolean; right: boolean; about: boolean }
  | { kind: 'point'; value: number; about: boolean }
  | { kind: 'open'; from: number; about: boolean };

/** How the planned headcount is drawn; null where the plan says nothing. */
export function bandOf(planned: Headcount | null): Band | null {
  if (!planned) return null;
  const { min, max, approximate: about } = planned;
  if (min === null && max === null) return null;
  if (max === null) return { kind: 'open', from: min ?? 0, about };
  if (min === null) return { kind: 'range', from: 0, to: max, left: false, right: true, about };
  if (min === max) return { kind: 'point', value: min, about };
  return { kind: 'range', from: min, to: max, left: true, right: true, about };
}

function largestOf({ planned, capacity, registered, checkedIn, handCount }: Numbers): number {
  return Math.max(planned?.max ?? planned?.min ?? 0, capacity ?? 0, registered ?? 0, checkedIn ?? 0, handCount ?? 0);
}
