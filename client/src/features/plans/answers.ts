import { answerTo, canWait, neededAnswer } from '@openday/shared/plan-answers';
import { PLAN_WARNINGS, type PlanWarning, type PlanWarningCode } from '@openday/shared/plan-warnings';
import { type PlanDecision, type PlanRow } from '@openday/shared/plans';

/** Whether "looked at, it is right" is an answer to it. */
export function canBeConfirmed(row: PlanRow, { code }: PlanWarning): boolean {
  return neededAnswer(code, row.parsed) === null;
}

/** Whether it holds nothing back as things are decided now. */
export function mayWait(code: PlanWarningCode, { act }: PlanDecision): boolean {
  return act === 'skip' || (act === 'announce' && waits(code));
}

/** The decision that settles these warnings of a row by having looked at them. */
export function confirming({ decided }: PlanRow, codes: readonly PlanWarningCode[]): PlanDecision {
  return { confirmed: [...new Set([...(decided.confirmed ?? []), ...codes])] };
}

/** An announced event waits for its date and all that hangs on it, as it does for its place. */
function waits(code: PlanWarningCode): boolean {
  if (canWait(code)) return true;
  return PLAN_WARNINGS[code] === 'confirm' && ['start', 'end', 'deadline'].includes(answerTo(code) ?? '');
}
