import type { PlanWarningCode } from './plan-warnings';
import type { PlanDecision, PlanValues } from './plans';

/** What of a row a decision fills in. */
export type PlanAnswer = 'start' | 'end' | 'venue' | 'seats' | 'unit' | 'theme' | 'deadline' | 'forms' | 'invited';

/** Codes that only a value settles; looking at them is no answer. All others are settled by looking. */
const NEEDS: Partial<Record<PlanWarningCode, PlanAnswer>> = {
  date_vague: 'start',
  date_missing: 'start',
  date_past: 'start',
  date_damaged: 'start',
  date_multiple: 'start',
  year_missing: 'start',
  weekday_contradiction: 'start',
  time_of_day_missing: 'start',
  end_time_missing: 'end',
  venue_missing: 'venue',
  venue_multiple: 'venue',
  venue_alternative: 'venue',
  headcount_missing: 'seats',
  unit_missing: 'unit',
  unit_multiple: 'unit',
  theme_missing: 'theme',
  theme_multiple: 'theme',
  deadline_ambiguous: 'deadline',
};

/** Values that settle what looking at it would settle as well. */
const ALSO: Partial<Record<PlanWarningCode, PlanAnswer>> = {
  weekend: 'start',
  holiday: 'start',
  tentative: 'start',
  range_long: 'start',
  headcount_conflict: 'seats',
  headcount_approximate: 'seats',
  headcount_meaning: 'seats',
  headcount_unit: 'seats',
  unit_alias: 'unit',
  unit_nested: 'unit',
  unit_prefix_missing: 'unit',
  unit_unknown: 'unit',
  theme_wrapped: 'theme',
  theme_from_title: 'theme',
  theme_duplicate: 'theme',
  programme_mismatch: 'theme',
  form_conflict: 'forms',
  audience_not_public: 'invited',
  deadline_same_day: 'deadline',
};

const CAN_WAIT = new Set<PlanWarningCode>([
  'date_vague',
  'time_of_day_missing',
  'venue_missing',
  'venue_multiple',
  'venue_alternative',
]);

/** What has to be filled in to settle a code; null = looking at it is enough. A unit that matched none has to be chosen. */
export function neededAnswer(
  code: PlanWarningCode,
  { organizerId }: Pick<PlanValues, 'organizerId'>,
): PlanAnswer | null {
  const also = ALSO[code];
  if (also === 'unit' && organizerId === null) return 'unit';
  return NEEDS[code] ?? null;
}

/** What a code is settled by, compulsory or not; null = only by looking. */
export function answerTo(code: PlanWarningCode): PlanAnswer | null {
  return NEEDS[code] ?? ALSO[code] ?? null;
}

/** Whether the decisions settle a code: by the value it needs, else by having looked or by a value that says more. */
export function isAnswered(code: PlanWarningCode, decided: PlanDecision): boolean {
  const needed = NEEDS[code];
  if (needed) return isGiven(needed, decided);
  const also = ALSO[code];
  return decided.confirmed?.includes(code) === true || (also !== undefined && isGiven(also, decided));
}

/** Whether an event that is announced without a date can still wait for it. */
export function canWait(code: PlanWarningCode): boolean {
  return CAN_WAIT.has(code);
}

/** Whether the decisions give that value. */
export function isGiven(answer: PlanAnswer, decided: PlanDecision): boolean {
  switch (answer) {
    case 'start':
      return decided.startsAt !== undefined;
    case 'end':
      return decided.endsAt !== undefined;
    case 'venue':
      return decided.venueId !== undefined || decided.venue !== undefined;
    case 'seats':
      return decided.capacity !== undefined || decided.quotas !== undefined || isUncounted(decided);
    case 'unit':
      return decided.organizerId !== undefined;
    case 'theme':
      return decided.theme !== undefined;
    case 'deadline':
      return decided.closesAt !== undefined || isUncounted(decided);
    case 'forms':
      return decided.forms !== undefined;
    case 'invited':
      return decided.mode === 'invited';
  }
}

/** Nobody takes a public seat. */
function isUncounted({ mode }: PlanDecision): boolean {
  return mode === 'none' || mode === 'invited';
}
