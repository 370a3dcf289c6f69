import { dayOff } from '@openday/shared/days-off';
import type { DateWindow, WindowPrecision } from '@openday/shared/events';
import { dayOfSerial, daysBetween, weekdayName, weekdayNumber, weekdayOf } from './plan-calendar.rules';
import { readClock } from './plan-clock.rules';
import { type Span, spansOf } from './plan-dates.rules';
import { type Finding, finding } from './plan-sheet.rules';
import { type TimeWord, timeWords } from './plan-time-words.rules';
import { joinLines } from './plan-words.rules';

export interface TimeReading {
  window: DateWindow | null;
  /** Local clock `HH:MM`. */
  startTime: string | null;
  endTime: string | null;
  /** 暂定 */
  tentative: boolean;
  /** The words that repeat (每周四), or null. */
  recurrence: string | null;
  findings: Finding[];
}

const NOTHING = { window: null, startTime: null, endTime: null, tentative: false, recurrence: null };
const said = (code: Finding['code'], message: string, raw: string | null = null) => finding(code, 'time', message, raw);

/** A planned time as the sheet writes it → a window, clock times and what has to be asked. `year` is the plan's own. */
export function readTime(text: string, year: number | null): TimeReading {
  const raw = joinLines(text.replace(/(?<=\d)\s*\n\s*(?=\d)/g, ' '));
  if (!raw) return { ...NOTHING, findings: [said('date_missing', '没写时间，请定下日期和时刻。')] };
  const serial = /^\d{5}(?:\.\d+)?$/.test(raw) ? dayOfSerial(Number(raw)) : null;
  if (serial) return fromSerial(serial, Number(raw), raw);
  const words = timeWords(raw);
  const damaged = words.find(({ kind }) => kind === 'damaged');
  if (damaged) return unread(`“${raw}”写坏了，看不出是哪一天，请填日期和时刻。`, raw);
  if (words.some(({ kind }) => kind === 'before')) {
    return {
      ...NOTHING,
      findings: [said('deadline_ambiguous', `“${raw}”只说了期限，含不含当天也不清楚，请定下日期。`, raw)],
    };
  }
  return read(words, raw, year);
}

function read(words: TimeWord[], raw: string, year: number | null): TimeReading {
  const findings: Finding[] = [];
  const dated = spansOf(words, year);
  if (dated === 'impossible') return unread(`“${raw}”不是真有的日期，请填日期和时刻。`, raw);
  const tentative = words.some(({ kind }) => kind === 'tentative');
  const recurrence = words.find(({ kind }) => kind === 'recurring')?.raw ?? null;
  const clock = readClock(words);
  const { spans, yearMissing } = dated;

  if (yearMissing) findings.push(said('year_missing', `“${raw}”没写年份，请填是哪一年的计划。`, raw));
  if (tentative) findings.push(said('tentative', `“${raw}”是暂定，定了再公布日期。`, raw));
  const strange = words.flatMap(({ kind, raw: word }) => (kind === 'unknown' ? [word] : [])).join('');
  const weekday = words.find(({ kind }) => kind === 'weekday')?.raw;
  const anything = spans.length > 0 || yearMissing || recurrence || clock.start;
  if (strange && anything) findings.push(said('stray_text', `时间里夹着“${strange}”，请核对原表。`, strange));

  const window = windowOf(spans, raw, recurrence, year);
  findings.push(...aboutDates(spans, recurrence, raw, yearMissing, anything ? null : strange || (weekday ?? null)));
  findings.push(...aboutWeekday(words, spans));
  findings.push(...aboutClock(clock, raw, window !== null && isExact(window.precision)));
  return { window, startTime: clock.start, endTime: clock.end, tentative, recurrence, findings };
}

function unread(message: string, raw: string): TimeReading {
  return { ...NOTHING, findings: [said('date_damaged', message, raw)] };
}

function fromSerial(day: string, serial: number, raw: string): TimeReading {
  const minutes = Math.round((serial % 1) * 1440);
  const startTime = minutes === 0 ? null : new Date(minutes * 60_000).toISOString().slice(11, 16);
  const clock = { ...readClock([]), start: startTime };
  const span: Span = { from: day, to: day, precision: 'day', raw };
  return {
    ...NOTHING,
    window: { text: raw, from: day, to: day, precision: 'day' },
    startTime,
    findings: [...aboutDates([span], null, raw, false, null), ...aboutClock(clock, raw, true)],
  };
}

function isExact(precision: WindowPrecision): boolean {
  return precision === 'day' || precision === 'range';
}

function windowOf(spans: Span[], raw: string, recurrence: string | null, year: number | null): DateWindow | null {
  const text = raw.slice(0, 60);
  if (spans.length === 0) {
    if (!recurrence || year === null) return null;
    return { text, from: `${year}-01-01`, to: `${year}-12-31`, precision: 'recurring' };
  }
  const from = spans.map((span) => span.from).sort()[0]!;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1)!;
  if (recurrence) return { text, from, to, precision: 'recurring' };
  if (spans.length === 1) return { text, from, to, precision: spans[0]!.precision };
  const vague = spans.find(({ precision }) => precision !== 'day' && precision !== 'range');
  return { text, from, to, precision: vague ? 'months' : 'range' };
}

function aboutDates(
  spans: Span[],
  recurrence: string | null,
  raw: string,
  yearMissing: boolean,
  strange: string | null,
): Finding[] {
  const first = spans[0];
  if (!first) {
    if (yearMissing) return [];
    if (recurrence) return [said('date_vague', `“${raw}”是反复举办，请定下每一场的日期。`, raw)];
    if (strange) return [said('date_vague', `“${raw}”不是确定的日期，请定下日期和时刻。`, raw)];
    return [said('date_missing', `“${raw}”没有日期，请定下日期和时刻。`, raw)];
  }
  const findings: Finding[] = [];
  const to = spans.at(-1)!.to;
  if (recurrence) findings.push(said('date_vague', `“${raw}”是反复举办，请定下每一场的日期。`, raw));
  else if (spans.some(({ precision }) => precision !== 'day' && precision !== 'range')) {
    findings.push(said('date_vague', `“${raw}”没有具体日期，请定下日期和时刻。`, raw));
  } else if (spans.length > 1 || first.precision === 'range') {
    findings.push(said('date_multiple', `“${raw}”不止一天，请定下是一场还是几场、各在哪天。`, raw));
  } else findings.push(...aboutDay(first.from));
  if (daysBetween(first.from, to) > 31 && first.precision !== 'unknown') {
    findings.push(said('range_long', `“${raw}”跨得很长，可能是好几场，请核对。`, raw));
  }
  return findings;
}

function aboutDay(day: string): Finding[] {
  const off = dayOff(day);
  if (off?.holiday) return [said('holiday', `${day}在${off.holiday}假期，请核对。`, day)];
  if (off?.weekend) return [said('weekend', `${day}是${off.weekend}，请核对。`, day)];
  return [];
}

function aboutWeekday(words: readonly TimeWord[], spans: Span[]): Finding[] {
  const weekdays = words.flatMap((word) => (word.kind === 'weekday' ? [word] : []));
  const days = spans.flatMap(({ from, to, precision }) =>
    precision === 'day' || precision === 'range' ? [from, to] : [],
  );
  const wrong = weekdays.find(({ weekday }) => !days.some((day) => weekdayOf(day) === weekdayNumber(weekday)));
  if (!wrong || days.length === 0) return [];
  const message = `${days[0]}是星期${weekdayName(days[0]!)}，表里写“${wrong.raw}”，请定下哪个对。`;
  return [said('weekday_contradiction', message, wrong.raw)];
}

function aboutClock(clock: ReturnType<typeof readClock>, raw: string, exact: boolean): Finding[] {
  if (clock.impossible)
    return [said('date_damaged', `“${clock.impossible}”不是真有的时刻，请填时刻。`, clock.impossible)];
  if (clock.several) return [said('date_multiple', `“${raw}”有几个时段，请定下分几场。`, raw)];
  if (clock.unclear)
    return [said('time_of_day_missing', `“${clock.unclear}”没写上午还是下午，请填时刻。`, clock.unclear)];
  if (clock.start !== null) {
    return clock.end === null ? [said('end_time_missing', `只写了${clock.start}开始，请填几点结束。`, raw)] : [];
  }
  if (!exact) return [];
  const half = clock.halfOnly ? `只写了${clock.halfOnly}，没有时刻` : '没写时刻';
  return [said('time_of_day_missing', `${half}，请填几点到几点。`, clock.halfOnly)];
}
