import type { WindowPrecision } from '@openday/shared/events';
import { dayOf, daysIn } from './plan-calendar.rules';
import type { TimeWord } from './plan-time-words.rules';

/** One stretch of days a time cell names, first to last. */
export interface Span {
  from: string;
  to: string;
  precision: WindowPrecision;
  raw: string;
}

/** What later words inherit from the ones before. */
export interface Carry {
  year: number | null;
  month: number | null;
}

export interface Dates {
  spans: Span[];
  yearMissing: boolean;
  /** The day each word of kind `day` means. */
  days: Map<TimeWord, string>;
}

const isDate = ({ kind }: TimeWord) => kind === 'day' || kind === 'tenDays' || kind === 'month';

/** Dates in order; year and month are inherited from the word before, then from the plan. `carry` is kept up to date. */
export function spansOf(words: readonly TimeWord[], carry: Carry): 'impossible' | Dates {
  const spans: Span[] = [];
  const days = new Map<TimeWord, string>();
  let dashed = false;
  let yearMissing = false;
  let followsDate = false;
  for (const word of words) {
    if (word.kind === 'nextYear' && carry.year !== null) carry.year += 1;
    if (word.kind === 'dash') dashed = followsDate;
    if (word.kind === 'clock' || word.kind === 'half') followsDate = false;
    if (word.kind === 'year') carry.year = word.year;
    if (word.kind !== 'day' && word.kind !== 'tenDays' && word.kind !== 'month' && word.kind !== 'year') continue;
    if (word.kind !== 'year') carry.year = word.year ?? carry.year;
    if (word.kind === 'day' || word.kind === 'tenDays') carry.month = word.month ?? carry.month;
    if (word.kind === 'month') carry.month = word.first;
    if (carry.year === null) {
      yearMissing = true;
      continue;
    }
    if (word.kind === 'year' && words.some(isDate)) continue;
    const span = spanOf(word, carry.year, carry.month);
    if (!span) return 'impossible';
    if (word.kind === 'day') days.set(word, span.from);
    const last = spans.at(-1);
    if (dashed && last) {
      if (span.to < last.from) return 'impossible';
      spans[spans.length - 1] = joinSpans(last, span);
    } else spans.push(span);
    dashed = false;
    followsDate = true;
  }
  return { spans, yearMissing, days };
}

function joinSpans(first: Span, last: Span): Span {
  const months = first.precision === 'month' || last.precision === 'month' || last.precision === 'months';
  const tenDays = first.precision === 'tenDays' || last.precision === 'tenDays';
  const precision = months ? 'months' : tenDays ? 'tenDays' : 'range';
  return { from: first.from, to: last.to, precision, raw: `${first.raw}-${last.raw}` };
}

function spanOf(word: TimeWord, year: number, month: number | null): Span | null {
  if (word.kind === 'year') return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'unknown', raw: word.raw };
  if (word.kind === 'month') {
    const from = dayOf(year, word.first, 1);
    const to = word.last >= 1 && word.last <= 12 ? dayOf(year, word.last, daysIn(year, word.last)) : null;
    if (!from || !to || to < from) return null;
    return { from, to, precision: word.first === word.last ? 'month' : 'months', raw: word.raw };
  }
  if (month === null) return null;
  if (word.kind === 'day') {
    const day = dayOf(year, month, word.day);
    return day ? { from: day, to: day, precision: 'day', raw: word.raw } : null;
  }
  if (word.kind !== 'tenDays' || month < 1 || month > 12) return null;
  const from = dayOf(year, month, { 上旬: 1, 中旬: 11, 下旬: 21 }[word.first])!;
  const to = dayOf(year, month, { 上旬: 10, 中旬: 20, 下旬: daysIn(year, month) }[word.last])!;
  return to < from ? null : { from, to, precision: 'tenDays', raw: word.raw };
}
