import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { DateWindow } from './events';
import type { Instant } from './wire';

dayjs.extend(utc);

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
/** China has one time zone and no summer time. */
const OFFSET_MINUTES = 8 * 60;

function local(at: Instant | number): Dayjs {
  return dayjs(at).utcOffset(OFFSET_MINUTES);
}

/** `2026-09-06`: the day in China. */
export function dayOf(at: Instant | number): string {
  return local(at).format('YYYY-MM-DD');
}

/** `09:30`: the clock in China, for tables and forms. */
export function clockOf(at: Instant | number): string {
  return local(at).format('HH:mm');
}

/** The instant of a day `YYYY-MM-DD` and clock `HH:MM` in China. */
export function instantOf(day: string, clock: string): Instant {
  return dayjs.utc(`${day}T${clock}:00.000Z`).subtract(OFFSET_MINUTES, 'minute').toISOString();
}

/** `9月6日 周日`, with the year where it is not this one: `2024年9月6日 周五`. */
export function dayText(at: Instant | number, now: number): string {
  return `${dateText(at, now)} ${WEEKDAYS[local(at).day()]}`;
}

/** `上午9:00`, `中午12:30`, `下午5:00`. */
export function clockText(at: Instant | number): string {
  return `${period(at)}${local(at).format('H:mm').replace(/^\d+/, hour12)}`;
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

/** Days on the calendar from now to then: today 0, tomorrow 1, yesterday −1. */
export function daysUntil(at: Instant, now: number): number {
  return local(at).startOf('day').diff(local(now).startOf('day'), 'day');
}

/** `今天`, `明天`, `后天`, `还有 6 天`; empty for what is past. */
export function daysLeftText(at: Instant, now: number): string {
  const days = daysUntil(at, now);
  if (days < 0) return '';
  return ['今天', '明天', '后天'][days] ?? `还有 ${days} 天`;
}

/** `9月中旬，日子还没定`: the sheet's own words, never a guess. */
export function windowText(window: Pick<DateWindow, 'text'>): string {
  return `${window.text}，日子还没定`;
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

function dateText(at: Instant | number, now: number): string {
  const sameYear = local(at).year() === local(now).year();
  return local(at).format(sameYear ? 'M月D日' : 'YYYY年M月D日');
}

function period(at: Instant | number): string {
  const hour = local(at).hour();
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

function hour12(hour: string): string {
  return String(Number(hour) > 12 ? Number(hour) - 12 : Number(hour));
}
