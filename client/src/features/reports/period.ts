import { dayOf, instantOf } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';

const DAY_MS = 86_400_000;

export const PERIODS = ['week', 'last', 'next', 'month', 'all'] as const;
/** 本周 · 上周 · 下周 · 前后 30 天 · 全部时间 */
export type Period = (typeof PERIODS)[number];

/** From the start of the first day to the start of the day after the last, in China; both open for `all`. */
export function periodOf(period: Period, now: number): { from?: Instant; to?: Instant } {
  const day = (offset: number) => instantOf(dayOf(now + offset * DAY_MS), '00:00');
  const monday = -((new Date(`${dayOf(now)}T00:00:00.000Z`).getUTCDay() + 6) % 7);
  switch (period) {
    case 'week':
      return { from: day(monday), to: day(monday + 7) };
    case 'last':
      return { from: day(monday - 7), to: day(monday) };
    case 'next':
      return { from: day(monday + 7), to: day(monday + 14) };
    case 'month':
      return { from: day(-30), to: day(31) };
    case 'all':
      return {};
  }
}

/** Days from today, `length` of them, in China. */
export function daysFrom(offset: number, length: number, now: number): { from: Instant; to: Instant } {
  const day = (n: number) => instantOf(dayOf(now + n * DAY_MS), '00:00');
  return { from: day(offset), to: day(offset + length) };
}
