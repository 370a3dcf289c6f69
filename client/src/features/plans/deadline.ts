import { instantOf } from '@openday/shared/dates';
import type { PlanRow } from '@openday/shared/plans';
import type { Instant } from '@openday/shared/wire';

/** The last minute of a day. */
export const DAY_END = '23:59';
const DAY_MS = 86_400_000;

/** When registration ends: as decided, else as the sheet says without doubt; null = only with the beginning. */
export function closesOf({ decided, parsed }: Pick<PlanRow, 'decided' | 'parsed'>): Instant | null {
  if (decided.closesAt) return decided.closesAt;
  if (!parsed.closesAt) return null;
  const [day = '', clock = DAY_END] = parsed.closesAt.split('T');
  return instantOf(day, clock);
}

/** The two readings of `8月24日前` while it is not decided: with that day, and without it. */
export function closingChoices({ decided, parsed, warnings }: PlanRow): { at: Instant; counted: boolean }[] {
  const asked = warnings.find(({ code, settled }) => code === 'deadline_ambiguous' && !settled);
  const [, month, date] = /(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(asked?.raw ?? '') ?? [];
  const year = parsed.window?.from.slice(0, 4) ?? decided.startsAt?.slice(0, 4);
  if (!month || !date || !year) return [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(day))) return [];
  const before = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
  return [
    { at: instantOf(day, DAY_END), counted: true },
    { at: instantOf(before, DAY_END), counted: false },
  ];
}
