import { instantOf } from '@openday/shared/dates';
import { dayOff } from '@openday/shared/days-off';
import type { NewSlotPlan } from '@openday/shared/slots';
import type { ErrorDetail, Instant } from '@openday/shared/wire';

/** 固定开放: which slots a place has on a day. */

const DAY_MS = 86_400_000;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Of one plan, weeks ahead: more is a mistake in the form. */
const MOST_SLOTS = 400;

type Slots = Pick<NewSlotPlan, 'weekdays' | 'opens' | 'ends' | 'minutes' | 'skipsHolidays'>;

/** What contradicts itself; empty = nothing. */
export function slotProblems({ weekdays, opens, ends, minutes, weeks }: NewSlotPlan): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  if (!CLOCK.test(opens)) problems.push({ field: 'opens', message: '几点开门不对' });
  if (!CLOCK.test(ends)) problems.push({ field: 'ends', message: '几点关门不对' });
  if (problems.length) return problems;
  const inDay = Math.floor((minuteOf(ends) - minuteOf(opens)) / minutes);
  if (inDay < 1) return [{ field: 'ends', message: '关门要晚于开门，至少够一个时段' }];
  if (inDay * new Set(weekdays).size * weeks > MOST_SLOTS)
    return [{ field: 'minutes', message: `时段太多了，一共不能超过 ${MOST_SLOTS} 个` }];
  return [];
}

/** The slots of a day `YYYY-MM-DD`; none where it is closed. */
export function slotsOf({ weekdays, opens, ends, minutes, skipsHolidays }: Slots, day: string): [Instant, Instant][] {
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  if (!weekdays.includes(weekday) || (skipsHolidays && dayOff(day)?.holiday)) return [];
  const slots: [Instant, Instant][] = [];
  for (let from = minuteOf(opens); from + minutes <= minuteOf(ends); from += minutes)
    slots.push([instantOf(day, clockOf(from)), instantOf(day, clockOf(from + minutes))]);
  return slots;
}

/** The days from one on, so many weeks. */
export const daysAhead = (from: string, weeks: number): string[] =>
  Array.from({ length: weeks * 7 }, (_, n) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10),
  );

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
