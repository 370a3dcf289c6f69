import { type ClockReading, type Hours, readClock } from './plan-clock.rules';
import { type Dates, spansOf } from './plan-dates.rules';
import type { Segment } from './plan-occurrences.rules';
import type { TimeWord } from './plan-time-words.rules';

/** A time cell's dates and hours, part by part and all together. */
export interface Told extends Omit<Dates, 'days'> {
  segments: Segment[];
  days: Dates['days'];
  /** The hours of all segments, each once. */
  clock: ClockReading;
}

/** Dates with the hours behind them; hours said once hold for the dates without any. */
export function segmentsOf(words: readonly TimeWord[], year: number | null): 'impossible' | Told {
  const carry = { year, month: null as number | null };
  const told: Told = {
    segments: [],
    spans: [],
    yearMissing: false,
    days: new Map(),
    clock: { hours: [], halfOnly: null, unclear: null, impossible: null },
  };
  for (const part of partsOf(words)) {
    const dates = spansOf(part, carry);
    if (dates === 'impossible') return 'impossible';
    const clock = readClock(part);
    told.segments.push({ spans: dates.spans, hours: leadsOn(part) ? [] : clock.hours });
    told.spans.push(...dates.spans);
    told.yearMissing ||= dates.yearMissing;
    for (const [word, day] of dates.days) told.days.set(word, day);
    told.clock.halfOnly ??= clock.halfOnly;
    told.clock.unclear ??= clock.unclear;
    told.clock.impossible ??= clock.impossible;
    for (const hours of clock.hours)
      if (!told.clock.hours.some((one) => same(one, hours))) told.clock.hours.push(hours);
  }
  const spoken = told.segments.filter(({ hours }) => hours.length > 0);
  if (spoken.length === 1) for (const segment of told.segments) segment.hours = spoken[0]!.hours;
  if (told.clock.unclear !== null || told.clock.impossible !== null) told.clock.hours = [];
  return told;
}

const same = (one: Hours, other: Hours) => one.start === other.start && one.end === other.end;

/** A date behind a clock time begins a part of its own, unless a dash leads from one to the other. */
function partsOf(words: readonly TimeWord[]): TimeWord[][] {
  const parts: TimeWord[][] = [[]];
  let clocked = false;
  words.forEach((word, i) => {
    const date = word.kind === 'day' || word.kind === 'tenDays' || word.kind === 'month';
    if (date && clocked && words[i - 1]?.kind !== 'dash') {
      parts.push([]);
      clocked = false;
    }
    if (word.kind === 'clock' || word.kind === 'half') clocked = true;
    parts.at(-1)!.push(word);
  });
  return parts;
}

/** 9月6日9:00-9月8日17:00: one stretch over several days, whose hours are no day's own. */
function leadsOn(words: readonly TimeWord[]): boolean {
  return words.some(({ kind }, i) => kind === 'clock' && words[i + 1]?.kind === 'dash' && words[i + 2]?.kind === 'day');
}
