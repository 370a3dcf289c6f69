import { dateText } from '@openday/shared/dates';
import { dayOff } from '@openday/shared/days-off';
import { daysBetween, weekdayName, weekdayNumber, weekdayOf } from './plan-calendar.rules';
import type { ClockReading } from './plan-clock.rules';
import type { Span } from './plan-dates.rules';
import { type Finding, finding } from './plan-sheet.rules';
import type { TimeWord } from './plan-time-words.rules';

const said = (code: Finding['code'], message: string, raw: string | null = null) => finding(code, 'time', message, raw);

interface DatesTold {
  spans: readonly Span[];
  recurrence: string | null;
  raw: string;
  yearMissing: boolean;
  /** 9月6日起: one end only. */
  open: boolean;
  /** Words that are no time, where there is nothing else. */
  strange: string | null;
}

/** What a clerk would ask about the days of a time cell. */
export function aboutDates({ spans, recurrence, raw, yearMissing, open, strange }: DatesTold): Finding[] {
  const first = spans[0];
  if (open) return [said('date_vague', `“${raw}”没写全起止日期，请定下日期和时刻。`, raw)];
  if (!first) {
    if (yearMissing) return [];
    if (recurrence) return [said('date_vague', `“${raw}”是反复举办，请定下每一场的日期。`, raw)];
    if (strange) return [said('date_vague', `“${raw}”不是确定的日期，请定下日期和时刻。`, raw)];
    return [said('date_missing', `“${raw}”没有日期，请定下日期和时刻。`, raw)];
  }
  const findings: Finding[] = [];
  const to = spans.at(-1)!.to;
  const days = new Set(spans.flatMap((span) => [span.from, span.to]));
  if (recurrence) findings.push(said('date_vague', `“${raw}”是反复举办，请定下每一场的日期。`, raw));
  else if (spans.some(({ precision }) => precision !== 'day' && precision !== 'range')) {
    findings.push(said('date_vague', `“${raw}”没有具体日期，请定下日期和时刻。`, raw));
  } else if (days.size > 1) {
    findings.push(said('date_multiple', `“${raw}”不止一天，请定下是一场还是几场、各在哪天。`, raw));
  } else findings.push(...aboutDay(first.from));
  if (recurrence === null && daysBetween(first.from, to) > 31 && first.precision !== 'unknown') {
    findings.push(said('range_long', `“${raw}”跨得很长，可能是好几场，请核对。`, raw));
  }
  return findings;
}

function aboutDay(day: string): Finding[] {
  const off = dayOff(day);
  if (off?.holiday) return [said('holiday', `${written(day)}在${off.holiday}假期，请核对。`, day)];
  if (off?.weekend) return [said('weekend', `${written(day)}是${off.weekend}，请核对。`, day)];
  return [];
}

/** `2026年11月28日`: a sheet may be of another year. */
const written = (day: string) => dateText(day, 0);

/** Each weekday is held against the date it stands with: the one before it, else the next. */
export function aboutWeekdays(words: readonly TimeWord[], days: ReadonlyMap<TimeWord, string>): Finding[] {
  let last: string | undefined;
  for (const [i, word] of words.entries()) {
    last = days.get(word) ?? last;
    if (word.kind !== 'weekday') continue;
    const day = last ?? words.slice(i + 1).flatMap((next) => days.get(next) ?? [])[0];
    if (day === undefined || weekdayOf(day) === weekdayNumber(word.weekday)) continue;
    const message = `${written(day)}是星期${weekdayName(day)}，表里写“${word.raw}”，请定下哪个对。`;
    return [said('weekday_contradiction', message, word.raw)];
  }
  return [];
}

interface ClockTold {
  clock: ClockReading;
  raw: string;
  /** The days are certain. */
  exact: boolean;
  recurrence: string | null;
}

/** What a clerk would ask about the hours. */
export function aboutClock({ clock, raw, exact, recurrence }: ClockTold): Finding[] {
  if (clock.impossible)
    return [said('date_damaged', `“${clock.impossible}”不是真有的时刻，请填时刻。`, clock.impossible)];
  if (clock.unclear)
    return [said('time_of_day_missing', `“${clock.unclear}”没写上午还是下午，请填时刻。`, clock.unclear)];
  const [only, ...more] = clock.hours;
  if (more.length > 0)
    return recurrence === null ? [said('date_multiple', `“${raw}”有几个时段，请定下分几场。`, raw)] : [];
  if (only) {
    return only.end === null ? [said('end_time_missing', `只写了${only.start}开始，请填几点结束。`, raw)] : [];
  }
  if (!exact) return [];
  const half = clock.halfOnly ? `只写了${clock.halfOnly}，没有时刻` : '没写时刻';
  return [said('time_of_day_missing', `${half}，请填几点到几点。`, clock.halfOnly)];
}
