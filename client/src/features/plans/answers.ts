import type { PlanDecision, PlanRow, PlanWarningCode } from '@openday/shared/plans';

/** Codes that only a value settles (a date, a place, a number); the others are settled by looking. */
const NEED_VALUE = new Set<PlanWarningCode>([
  ...([
    'date_vague',
    'date_missing',
    'date_damaged',
    'date_multiple',
    'year_missing',
    'weekday_contradiction',
  ] as const),
  ...(['time_of_day_missing', 'end_time_missing', 'venue_missing', 'venue_multiple', 'venue_alternative'] as const),
  ...(['headcount_missing', 'unit_missing', 'unit_multiple', 'theme_missing', 'theme_multiple'] as const),
]);

/** What an event that is announced without a date can still wait for. */
const CAN_WAIT = new Set<PlanWarningCode>([
  ...(['date_vague', 'time_of_day_missing', 'venue_missing', 'venue_multiple', 'venue_alternative'] as const),
]);

/** Whether "looked at, it is right" is an answer to it. */
export function canBeConfirmed(code: PlanWarningCode): boolean {
  return !NEED_VALUE.has(code);
}

/** Whether it holds nothing back as things are decided now. */
export function mayWait(code: PlanWarningCode, { act }: PlanDecision): boolean {
  return act === 'skip' || (act === 'announce' && CAN_WAIT.has(code));
}

/** The decision that settles these warnings of a row by having looked at them. */
export function confirming({ decided }: PlanRow, codes: PlanWarningCode[]): PlanDecision {
  return { confirmed: [...new Set([...(decided.confirmed ?? []), ...codes])] };
}
