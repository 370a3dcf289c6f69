import { dayOf, instantOf } from '@openday/shared/dates';
import type { DateWindow } from '@openday/shared/events';
import type { Instant } from '@openday/shared/wire';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HALF = 30 * MINUTE;
export const DAY = 24 * HOUR;

/** Days from the day of seeding, with clocks in China; or what must be true whatever the time of day. */
export type When = { day: number; from: string; to: string } | 'goingOn' | 'laterToday';

export interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

const iso = (at: number): Instant => new Date(at).toISOString();

/** The instant of a clock `HH:MM`, `days` after the day of `now`. */
export const dayAt = (now: number, days: number, clock: string): Instant => instantOf(dayOf(now + days * DAY), clock);

export function spanOf(when: When, now: number): Span {
  if (when === 'goingOn') {
    const started = Math.floor((now - HOUR) / HALF) * HALF;
    const midnight = Date.parse(dayAt(now, 0, '00:00'));
    return { startsAt: iso(Math.max(started, midnight)), endsAt: iso(Math.ceil((now + 2 * HOUR) / HALF) * HALF) };
  }
  if (when === 'laterToday') {
    const clocks = ['09:30', '14:30', '16:30', '19:00', '20:00'].map((clock) => Date.parse(dayAt(now, 0, clock)));
    // Late in the evening nothing more begins today: tomorrow morning, then.
    const startsAt = clocks.find((at) => at >= now + 1.5 * HOUR) ?? Date.parse(dayAt(now, 1, '10:00'));
    return { startsAt: iso(startsAt), endsAt: iso(startsAt + 1.5 * HOUR) };
  }
  return { startsAt: dayAt(now, when.day, when.from), endsAt: dayAt(now, when.day, when.to) };
}

const THIRDS = { 上旬: [1, 10], 中旬: [11, 20], 下旬: [21, 31] } as const;

/** 旬 of the plan, and how many months after the first that leaves some days. */
export interface DemoWindow {
  third: keyof typeof THIRDS;
  later: number;
  /** As the plan writes it, `月` unless said otherwise. */
  month?: '月' | '月份';
}

export function windowOf({ third, later, month = '月' }: DemoWindow, now: number): DateWindow {
  const [y, m] = dayOf(now).split('-').map(Number) as [number, number];
  const [first, last] = THIRDS[third];
  const at = (ahead: number) => {
    // Day 0 of the next month is the last of this one.
    const end = Math.min(last, new Date(Date.UTC(y, m + ahead, 0)).getUTCDate());
    const day = (n: number) => new Date(Date.UTC(y, m - 1 + ahead, n)).toISOString().slice(0, 10);
    return { from: day(first), to: day(end) };
  };
  const ahead = (at(0).to > dayOf(now + 3 * DAY) ? 0 : 1) + later;
  const { from, to } = at(ahead);
  return { text: `${Number(from.slice(5, 7))}${month}${third}`, from, to, precision: 'tenDays' };
}
