import type { DateWindow } from './events';
import type { Instant } from './wire';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
/** China has one time zone and no summer time, so no library is needed. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** An instant moved so that its UTC fields read as the clock in China. */
function local(at: Instant | number): Date {
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + OFFSET_MS);
}

/** `2026-09-06`: the day in China. */
export function dayOf(at: Instant | number): string {
  return local(at).toISOString().slice(0, 10);
}

/** `09:30`: the clock in China, for tables and forms. */
export function clockOf(at: Instant | number): string {
  return local(at).toISOString().slice(11, 16);
}

/** The instant of a day `YYYY-MM-DD` and clock `HH:MM` in China. */
export function instantOf(day: string, clock: string): Instant {
  return new Date(Date.parse(`${day}T${clock}:00.000Z`) - OFFSET_MS).toISOString();
}

/** `9月6日 周日`, with the year where it is not this one: `2024年9月6日 周五`. */
export function dayText(at: Instant | number, now: number): string {
  return `${dateText(at, now)} ${WEEKDAYS[local(at).getUTCDay()]}`;
}

/** `上午9:00`, `中午12:30`, `下午5:00`. */
export function clockText(at: Instant | number): string {
  const hour = local(at).getUTCHours();
  return `${period(at)}${hour > 12 ? hour - 12 : hour}:${clockOf(at).slice(3)}`;
}

/** `上午9:00–10:30`; the second period only where it is another one: `上午9:00–下午2:00`. */
export function clockRangeText(startsAt: Instant, endsAt: Instant): string {
  const end = clockText(endsAt);
  const same = period(startsAt) === period(endsAt);
  return `${clockText(startsAt)}–${same ? end.slice(2) : end}`;
}

/** `9月6日 周日 上午9:00–10:30`; over several days `9月6日 周日 上午9:00 到 9月7日 周一 下午5:00`. */
export function rangeText(startsAt: Instant, endsAt: Instant, now: number): string {
  if (dayOf(startsAt) === dayOf(endsAt)) return `${dayText(startsAt, now)} ${clockRangeText(startsAt, endsAt)}`;
  return `${dayText(startsAt, now)} ${clockText(startsAt)} 到 ${dayText(endsAt, now)} ${clockText(endsAt)}`;
}

/** `9月9日 下午5:00`: a deadline, without the weekday. */
export function momentText(at: Instant, now: number): string {
  return `${dateText(at, now)} ${clockText(at)}`;
}

/** When something was seen last: `上午10:20`, with its day where that is not today's. */
export function asOfText(at: Instant, now: number): string {
  return dayOf(at) === dayOf(now) ? clockText(at) : momentText(at, now);
}

/** Days on the calendar from now to then: today 0, tomorrow 1, yesterday −1. */
export function daysUntil(at: Instant, now: number): number {
  const day = (instant: Instant | number) => Math.floor(local(instant).getTime() / DAY_MS);
  return day(at) - day(now);
}

/** `今天`, `明天`, `后天`, `还有 6 天`; empty for what is past. */
export function daysLeftText(at: Instant, now: number): string {
  const days = daysUntil(at, now);
  if (days < 0) return '';
  return ['今天', '明天', '后天'][days] ?? `还有 ${days} 天`;
}

/** `9月中旬，日子还没定`: the sheet's own words, never a guess. */
export function windowText(window: Pick<DateWindow, 'text' | 'from' | 'precision'>, now: number): string {
  // A sheet of another year, and a day that is known while its hours are not, are said so.
  const year = window.from && window.from.slice(0, 4) !== dayOf(now).slice(0, 4) ? `${window.from.slice(0, 4)}年` : '';
  if (window.precision === 'day') return `${year}${window.text}，几点还没定`;
  return `${year}${window.text}，日子还没定`;
}

export interface Countdown {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** What is left until then, never below zero. */
export function countdown(at: Instant, now: number): Countdown {
  const left = Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
  };
}

/** `9月6日`, with the year where it is not this one. */
export function dateText(at: Instant | number, now: number): string {
  const day = local(at);
  const year = day.getUTCFullYear() === local(now).getUTCFullYear() ? '' : `${day.getUTCFullYear()}年`;
  return `${year}${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

function period(at: Instant | number): string {
  const hour = local(at).getUTCHours();
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}
