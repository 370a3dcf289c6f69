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

/** Dates in order; year and month are inherited from the word before, then from the plan. */
export function spansOf(
  words: readonly TimeWord[],
  planYear: number | null,
): 'impossible' | { spans: Span[]; yearMissing: boolean } {
  const spans: Span[] = [];
  let year = planYear;
  let month: number | null = null;
  let dashed = false;
  let yearMissing = false;
  let followsDate = false;
  for (const word of words) {
    if (word.kind === 'nextYear' && year !== null) year += 1;
    if (word.kind === 'dash') dashed = followsDate;
    if (word.kind === 'clock' || word.kind === 'half') followsDate = false;
    if (word.kind === 'year') year = word.year;
    if (word.kind !== 'day' && word.kind !== 'tenDays' && word.kind !== 'month' && word.kind !== 'year') continue;
    if (word.kind !== 'year') year = word.year ?? year;
    if (word.kind === 'day' || word.kind === 'tenDays') month = word.month ?? month;
    if (word.kind === 'month') month = word.first;
    if (year === null) {
      yearMissing = true;
      continue;
    }
    if (word.kind === 'year' && words.some(({ kind }) => kind === 'day' || kind === 'tenDays' || kind === 'month'))
      continue;
    const span = spanOf(word, year, month);
    if (!span) return 'impossible';
    const last = spans.at(-1);
    if (dashed && last) {
      if (span.to < last.from) return 'impossible';
      spans[spans.length - 1] = { ...joinSpans(last, span) };
    } else spans.push(span);
    dashed = false;
    followsDate = true;
  }
  return { spans, yearMissing };
}

function joinSpans(first: Span, last: Span): Span {
  const months = first.precision === 'month' || last.precision === 'month' || last.precision === 'months';
  return { from: first.from, to: last.to, precision: months ? 'months' : 'range', raw: `${first.raw}-${last.raw}` };
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
