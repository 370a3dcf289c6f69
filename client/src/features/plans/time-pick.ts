import { clockOf, clockRangeText, clockText, dayOf, dayText, instantOf } from '@openday/shared/dates';
import type { DateWindow } from '@openday/shared/events';
import type { PlanDecision, PlanRow } from '@openday/shared/plans';

const STEP_MINUTES = 15;
const FIRST_START = 7 * 60;
const LAST_START = 20 * 60 + 45;
/** A session longer than this is entered by the sheet's own words, not from the list. */
const LONGEST_MINUTES = 8 * 60;

/** A date and its times as far as they are chosen; `YYYY-MM-DD`, `HH:MM`. */
export interface TimePick {
  day: string | null;
  start: string | null;
  end: string | null;
}

/** What stands decided, else what the sheet says; never a guess. */
export function pickOf({ decided, parsed }: Pick<PlanRow, 'decided' | 'parsed'>): TimePick {
  const day = parsed.window?.precision === 'day' ? parsed.window.from : null;
  return {
    day: decided.startsAt ? dayOf(decided.startsAt) : day,
    start: decided.startsAt ? clockOf(decided.startsAt) : parsed.startTime,
    end: decided.endsAt ? clockOf(decided.endsAt) : parsed.endTime,
  };
}

/** What a pick decides: nothing until there are a day and a start. An end before the start is none. */
export function decisionOf({ day, start, end }: TimePick): PlanDecision | null {
  if (!day || !start) return null;
  const ends = end && end > start ? { endsAt: instantOf(day, end) } : {};
  return { startsAt: instantOf(day, start), ...ends, act: 'publish' };
}

/** Starts to choose from, quarter by quarter, the sheet's own among them. */
export function startClocks(own: string | null): string[] {
  return clocks(FIRST_START, LAST_START, own);
}

/** Ends to choose from after a start. */
export function endClocks(start: string, own: string | null): string[] {
  const from = minutesOf(start) + STEP_MINUTES;
  return clocks(from, Math.min(24 * 60 - STEP_MINUTES, from + LONGEST_MINUTES), own && own > start ? own : null);
}

/** `上午9:30` */
export function clockWords(clock: string): string {
  return clockText(instantOf('2026-01-01', clock));
}

/** `上午9:30–11:00`, or the start alone. */
export function clocksWords(start: string, end: string | null): string {
  const at = (clock: string) => instantOf('2026-01-01', clock);
  return end ? clockRangeText(at(start), at(end)) : clockWords(start);
}

/** The end as it is said after its start: `11:00`, with its half of the day only where it is another. */
export function endWords(start: string, end: string): string {
  return clocksWords(start, end).split('–')[1] ?? clockWords(end);
}

/** `9月8日 周二` */
export function dayWords(day: string, now: number): string {
  return dayText(instantOf(day, '12:00'), now);
}

/** `9月1日`, `10日`: the second without what it shares with the first. */
export function spanWords(from: string, to: string, now: number): [from: string, to: string] {
  const date = (day: string) => dayWords(day, now).replace(/ .*/, '');
  const [first, last] = [date(from), date(to)];
  const month = first.replace(/月.*/, '月');
  const year = first.replace(/年.*/, '年');
  if (last.startsWith(month)) return [first, last.slice(month.length)];
  return [first, year !== first && last.startsWith(year) ? last.slice(year.length) : last];
}

/** Whether a day lies in what the sheet says. */
export function isInside(day: string, window: Pick<DateWindow, 'from' | 'to'> | null): boolean {
  return window !== null && window.from <= day && day <= window.to;
}

function clocks(from: number, to: number, own: string | null): string[] {
  const list: string[] = [];
  for (let minute = from; minute <= to; minute += STEP_MINUTES) list.push(clockAt(minute));
  return own && !list.includes(own) ? [...list, own].sort() : list;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function clockAt(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
