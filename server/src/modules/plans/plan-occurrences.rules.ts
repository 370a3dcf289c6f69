import { dayOff } from '@openday/shared/days-off';
import type { PlannedTime } from '@openday/shared/plans';
import { daysIn, weekdayNumber, weekdayOf } from './plan-calendar.rules';
import type { Hours } from './plan-clock.rules';
import type { Span } from './plan-dates.rules';

/** Dates that belong together with the hours said of them. */
export interface Segment {
  spans: Span[];
  hours: Hours[];
}

/** More occurrences than anybody plans in one row are not proposed. */
const MOST = 60;
const DAY = 86_400_000;

/** The dated occurrences a list or a range of days names, one to a stretch of hours; empty where there is only one. */
export function occurrencesOf(segments: readonly Segment[], workdaysOnly: boolean): PlannedTime[] {
  const exact = segments.every(({ spans }) =>
    spans.every(({ precision }) => precision === 'day' || precision === 'range'),
  );
  if (!exact) return [];
  const all = segments.flatMap(({ spans, hours }) =>
    spans.flatMap(({ from, to }) =>
      daysFrom(from, to).flatMap((day) => (workdaysOnly && dayOff(day) ? [] : at(day, hours))),
    ),
  );
  return all.length > 1 && all.length <= MOST ? all : [];
}

/** The occurrences a recurrence (每周四, 每月第一个周五, 每月15日) gives between two days; empty where it names no days. */
export function recurringIn(recurrence: string, from: string, to: string, hours: readonly Hours[]): PlannedTime[] {
  const isOn = ruleOf(recurrence);
  if (!isOn) return [];
  const days = daysFrom(from, to).filter(isOn);
  const all = days.flatMap((day) => at(day, hours));
  return all.length <= MOST ? all : [];
}

type Rule = (day: string) => boolean;

function ruleOf(recurrence: string): Rule | null {
  const nth = /每个?月的?(?:第([一二三四五\d])个?|(最后一)个?)(?:周|星期)([一二三四五六日天])/.exec(recurrence);
  if (nth) {
    const weekday = weekdayNumber(nth[3]!);
    const n = nth[2] ? null : '一二三四五'.indexOf(nth[1]!) + 1 || Number(nth[1]);
    return (day) => weekdayOf(day) === weekday && (n === null ? isLastWeek(day) : weekOf(day) === n);
  }
  const monthly = /^每月的?((?:\d{1,2}日[-、和及]?)+)/.exec(recurrence)?.[1];
  if (monthly) {
    const dates = (monthly.match(/\d{1,2}/g) ?? []).map(Number);
    return (day) => dates.includes(Number(day.slice(8)));
  }
  const weekly = /^每?个?(?:周|星期|礼拜)([一二三四五六日天].*)$/.exec(recurrence)?.[1];
  if (!weekly || !/^每|-/.test(recurrence))
    return /工作日/.test(recurrence) && !/第|最后/.test(recurrence) ? (day) => !dayOff(day) : null;
  const numbers = (weekly.match(/[一二三四五六日天]/g) ?? []).map(weekdayNumber);
  const [first, last] = numbers as [number, number | undefined];
  if (weekly.includes('-') && numbers.length === 2)
    return (day) => (weekdayOf(day) || 7) >= (first || 7) && (weekdayOf(day) || 7) <= (last || 7);
  return (day) => numbers.includes(weekdayOf(day));
}

function weekOf(day: string): number {
  return Math.ceil(Number(day.slice(8)) / 7);
}

function isLastWeek(day: string): boolean {
  return Number(day.slice(8)) > daysIn(Number(day.slice(0, 4)), Number(day.slice(5, 7))) - 7;
}

function at(day: string, hours: readonly Hours[]): PlannedTime[] {
  if (hours.length === 0) return [{ day, startTime: null, endTime: null }];
  return hours.map(({ start, end }) => ({ day, startTime: start, endTime: end }));
}

/** The days of the long window asked about last: a plan's rows share theirs, mostly its year. */
let latest = { from: '', to: '', days: [] as readonly string[] };

/** At most two years of days. */
function daysFrom(from: string, to: string): readonly string[] {
  if (latest.from === from && latest.to === to) return latest.days;
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = Math.min(731, Math.round((Date.parse(`${to}T00:00:00Z`) - first) / DAY) + 1);
  const days = Array.from({ length: Math.max(0, count) }, (_, i) =>
    new Date(first + i * DAY).toISOString().slice(0, 10),
  );
  if (count > 31) latest = { from, to, days };
  return days;
}
