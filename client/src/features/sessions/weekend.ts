import { dayOf, instantOf } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';

const DAY_MS = 86_400_000;

/** The weekend that is on or comes next, from the start of its first day left to the start of Monday, in China. */
export function weekend(now: number): { from: Instant; to: Instant } {
  const day = (n: number) => instantOf(dayOf(now + n * DAY_MS), '00:00');
  const weekday = new Date(`${dayOf(now)}T00:00:00.000Z`).getUTCDay();
  const untilMonday = weekday === 0 ? 1 : 8 - weekday;
  return { from: day(Math.max(0, untilMonday - 2)), to: day(untilMonday) };
}
