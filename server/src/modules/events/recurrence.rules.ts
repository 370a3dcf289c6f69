import { dayOff, isWorkedInstead } from '@openday/shared/days-off';
import type { Recurrence, RecurrenceDay } from '@openday/shared/desk-events';
import { RRule } from 'rrule';

/** 按规律排日子: RFC 5545 rules over days in China, with holidays known. */

/** Days there may be in all; a rule for more is cut. */
const MOST_DAYS = 60;
/** Looked at before giving up: a rule that meets holidays only would never end. */
const MOST_LOOKED_AT = 400;
const YEAR_MS = 366 * 86_400_000;

/**
 * The days of a rule in order, those left out too and why. COUNT is how many are held. Null where it is no rule of
 * weeks or months by weekday, or where it never ends and never meets a day.
 */
export function recurrenceDays({ from, rule, except = [], holidays }: Recurrence): RecurrenceDay[] | null {
  const options = parsed(rule);
  if (!options) return null;
  const { count, until } = options;
  const first = new Date(`${from}T00:00:00Z`);
  const last = until ?? new Date(first.getTime() + 2 * YEAR_MS);
  const days: RecurrenceDay[] = [];
  let held = 0;
  new RRule({ ...options, count: null, until: last, dtstart: first }).all((date, looked) => {
    const day = date.toISOString().slice(0, 10);
    const holiday = dayOff(day)?.holiday ?? null;
    const left = except.includes(day) ? 'except' : holiday && holidays === 'skip' ? 'holiday' : null;
    days.push({ day, holiday, worked: isWorkedInstead(day), left });
    if (!left) held++;
    return held < Math.min(count ?? MOST_DAYS, MOST_DAYS) && looked < MOST_LOOKED_AT;
  });
  return held > 0 ? days : null;
}

/** Only what a clerk may ask for: anything finer (BYSECOND, hourly) is no day. */
const DAYS = /^[-+]?\d?(MO|TU|WE|TH|FR|SA|SU)(,[-+]?\d?(MO|TU|WE|TH|FR|SA|SU)){0,6}$/;
const PARTS: Record<string, RegExp> = {
  FREQ: /^(WEEKLY|MONTHLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  BYDAY: DAYS,
  COUNT: /^[1-9]\d?$/,
  UNTIL: /^\d{8}(T\d{6}Z)?$/,
};

function parsed(rule: string) {
  const parts = rule.split(';').map((part) => part.split('='));
  if (!parts.every(([name = '', value = '']) => PARTS[name]?.test(value))) return null;
  const said = new Set(parts.map(([name]) => name));
  if (!said.has('FREQ') || !said.has('BYDAY') || said.has('COUNT') === said.has('UNTIL')) return null;
  const options = RRule.parseString(rule);
  return options.until && Number.isNaN(options.until.getTime()) ? null : options;
}
