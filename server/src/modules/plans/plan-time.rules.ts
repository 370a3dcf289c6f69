import type { DateWindow, WindowPrecision } from '@openday/shared/events';
import type { PlannedTime } from '@openday/shared/plans';
import { dayOfSerial } from './plan-calendar.rules';
import { type ClockReading, type Hours, readClock } from './plan-clock.rules';
import type { Span } from './plan-dates.rules';
import { occurrencesOf, recurringIn, type Segment } from './plan-occurrences.rules';
import { segmentsOf } from './plan-segments.rules';
import { type Finding, finding } from './plan-sheet.rules';
import { aboutClock, aboutDates, aboutWeekdays } from './plan-time-doubts.rules';
import { type TimeWord, timeWords } from './plan-time-words.rules';
import { joinLines } from './plan-words.rules';

export interface TimeReading {
  window: DateWindow | null;
  /** The sheet's own words give both ends of the window; else the plan's year does. */
  bounded: boolean;
  /** Local clock `HH:MM`. */
  startTime: string | null;
  endTime: string | null;
  /** Several occurrences the sheet names, to be confirmed one by one. */
  times: PlannedTime[];
  /** 暂定 */
  tentative: boolean;
  /** The words that repeat (每周四), or null. */
  recurrence: string | null;
  findings: Finding[];
}

const NOTHING = {
  window: null,
  bounded: false,
  startTime: null,
  endTime: null,
  times: [],
  tentative: false,
  recurrence: null,
};
const said = (code: Finding['code'], message: string, raw: string | null = null) => finding(code, 'time', message, raw);
/** 报名截止9月3日: what a time cell says of registering is no date of the event. */
const REGISTERING =
  /[（(][^（()）]{0,60}(?:报名|预约|截止|登记)[^（()）]{0,60}[）)]|[（(](?:含[^（()）\d]{0,40}|[^（()）]{0,20}(?:签到|集合|入场|检票)[^（()）]{0,20})[）)]|(?:^|[，,。；;])[^，,。；;（(]{0,40}(?:报名|预约|截止)[^，,。；;]{0,60}/g;
const LUNAR = /农历|阴历|腊月|正月|初[一二三四五六七八九十]|除夕/;

/** A planned time as the sheet writes it → a window, clock times and what has to be asked. `year` is the plan's own. */
export function readTime(text: string, year: number | null): TimeReading {
  const raw = joinLines(text.slice(0, 600).replace(/(?<=\d)\s*\n\s*(?=\d)/g, ' '));
  if (!raw) return { ...NOTHING, findings: [said('date_missing', '没写时间，请定下日期和时刻。')] };
  const serial = /^\d{5}(?:\.\d+)?$/.test(raw) ? dayOfSerial(Number(raw)) : null;
  if (serial) return fromSerial(serial, Number(raw), raw);
  if (LUNAR.test(raw))
    return { ...NOTHING, findings: [said('date_vague', `“${raw}”是农历或节日，请定下日期和时刻。`, raw)] };
  const words = timeWords(raw.replace(REGISTERING, ''));
  if (words.some(({ kind }) => kind === 'damaged'))
    return { ...unread(`“${raw}”写坏了，看不出是哪一天，请填日期和时刻。`, raw), recurrence: recurrenceIn(words) };
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
  const told = segmentsOf(words, year);
  if (told === 'impossible') return unread(`“${raw}”不是真有的日期，请填日期和时刻。`, raw);
  const { segments, spans, yearMissing, days, clock } = told;
  const tentative = words.some(({ kind }) => kind === 'tentative');
  const recurrence = recurrenceIn(words);
  const open = isOpen(words);

  if (yearMissing) findings.push(said('year_missing', `“${raw}”没写年份，请填是哪一年的计划。`, raw));
  if (tentative) findings.push(said('tentative', `“${raw}”是暂定，定了再公布日期。`, raw));
  const strange = words.flatMap(({ kind, raw: word }) => (kind === 'unknown' ? [word] : [])).join('');
  const weekday = words.find(({ kind }) => kind === 'weekday')?.raw;
  const anything = spans.length > 0 || yearMissing || recurrence !== null || clock.hours.length > 0;
  if (strange && anything) findings.push(said('stray_text', `时间里夹着“${strange}”，请核对原表。`, strange));

  const window = open && recurrence === null ? null : windowOf(spans, raw, recurrence, year);
  findings.push(
    ...aboutDates({
      spans,
      recurrence,
      raw,
      yearMissing,
      open,
      strange: anything ? null : strange || (weekday ?? null),
    }),
  );
  findings.push(...aboutWeekdays(words, days));
  findings.push(...aboutClock({ clock, raw, exact: window !== null && isExact(window.precision), recurrence }));
  const [only] = clock.hours;
  const one = clock.hours.length === 1 ? only : undefined;
  return {
    window,
    bounded: spans.length > 0,
    startTime: one?.start ?? null,
    endTime: one?.end ?? null,
    times: open ? [] : timesOf(segments, words, window, recurrence, clock.hours),
    tentative,
    recurrence,
    findings,
  };
}

/** 即日起, 9月6日起, 为期三天: a beginning without an end, or an end without a beginning. */
function isOpen(words: readonly TimeWord[]): boolean {
  return words.some((word, i) => {
    if (word.kind !== 'since') return false;
    const before = words.slice(0, i).some(({ kind }) => kind === 'day' || kind === 'tenDays' || kind === 'month');
    return !(before && words[i + 1]?.kind === 'dash');
  });
}

function recurrenceIn(words: readonly TimeWord[]): string | null {
  return words.find(({ kind }) => kind === 'recurring')?.raw ?? null;
}

function timesOf(
  segments: Segment[],
  words: readonly TimeWord[],
  window: DateWindow | null,
  recurrence: string | null,
  hours: readonly Hours[],
): PlannedTime[] {
  if (recurrence !== null) return window ? recurringIn(recurrence, window.from, window.to, hours) : [];
  return occurrencesOf(
    segments,
    words.some(({ kind }) => kind === 'except'),
  );
}

function unread(message: string, raw: string): TimeReading {
  return { ...NOTHING, findings: [said('date_damaged', message, raw)] };
}

function fromSerial(day: string, serial: number, raw: string): TimeReading {
  const minutes = Math.round((serial % 1) * 1440);
  const start = minutes === 0 ? null : new Date(minutes * 60_000).toISOString().slice(11, 16);
  const clock: ClockReading = { ...readClock([]), hours: start ? [{ start, end: null }] : [] };
  const span: Span = { from: day, to: day, precision: 'day', raw };
  return {
    ...NOTHING,
    window: { text: raw, from: day, to: day, precision: 'day' },
    bounded: true,
    startTime: start,
    findings: [
      ...aboutDates({ spans: [span], recurrence: null, raw, yearMissing: false, open: false, strange: null }),
      ...aboutClock({ clock, raw, exact: true, recurrence: null }),
    ],
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
  const vague = spans.find(({ precision }) => !isExact(precision));
  return { text, from, to, precision: vague ? 'months' : from === to ? 'day' : 'range' };
}
