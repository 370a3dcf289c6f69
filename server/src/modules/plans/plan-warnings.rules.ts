import { canWait, isAnswered, isGiven } from '@openday/shared/plan-answers';
import { type PlanField } from '@openday/shared/plan-fields';
import { PLAN_WARNINGS, type PlanWarning, type PlanWarningCode } from '@openday/shared/plan-warnings';
import { type PlanDecision, type PlanValues } from '@openday/shared/plans';
import { sessionTimes } from './plan-publish.rules';
import type { Finding } from './plan-sheet.rules';

/** Findings as the desk shows them: what blocks first, and what the decisions have settled. */
export function warningsOf(findings: readonly Finding[], decided: PlanDecision): PlanWarning[] {
  const order = { block: 0, confirm: 1, info: 2 };
  return findings
    .map((one): PlanWarning => ({ ...one, severity: PLAN_WARNINGS[one.code], settled: isSettled(one.code, decided) }))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}

function isSettled(code: PlanWarningCode, decided: PlanDecision): boolean {
  if (PLAN_WARNINGS[code] === 'info') return true;
  return isAnswered(code, decided);
}

/** Whether a session can be made of the row now: nothing open that blocks, what a session needs included. */
export function isPublishable(warnings: readonly PlanWarning[]): boolean {
  return warnings.every(({ severity, settled }) => severity !== 'block' || settled);
}

/** Whether the row can be made public now with its date to be set. */
export function isAnnounceable(values: PlanValues, decided: PlanDecision, warnings: readonly PlanWarning[]): boolean {
  const open = warnings.filter(({ severity, settled }) => severity === 'block' && !settled);
  const hasUnit = Boolean(decided.organizerId ?? values.organizerId);
  const hasName = Boolean(decided.theme ?? values.theme);
  return hasName && hasUnit && values.window !== null && open.every(({ code }) => canWait(code));
}

interface Need {
  code: PlanWarningCode;
  field: PlanField;
  message: string;
}

/**
 * What a session still needs that no warning asks for already: a named place is not yet a place on the map, and a day
 * before `now` no day to come; null = it is public, its day may have passed.
 */
export function needsOf(
  values: PlanValues,
  decided: PlanDecision,
  warnings: readonly PlanWarning[],
  now: Date | null,
): PlanWarning[] {
  const asked = (field: PlanField) =>
    warnings.some((one) => one.field === field && one.severity === 'block' && !one.settled);
  return [...lacking(values, decided), ...past(values, decided, now)]
    .filter(({ field }) => !asked(field))
    .map((need) => ({ ...need, severity: 'block', raw: null, settled: false }));
}

function lacking(values: PlanValues, decided: PlanDecision): Need[] {
  const day = values.window?.precision === 'day';
  const place = values.venueText ? `“${values.venueText}”，请选定或新建场地。` : '请选定场地。';
  const needs: [boolean, Need][] = [
    [Boolean(decided.theme ?? values.theme), { code: 'theme_missing', field: 'theme', message: '请填主题。' }],
    [
      Boolean(decided.organizerId ?? values.organizerId),
      { code: 'unit_missing', field: 'unit', message: '请选定承办单位。' },
    ],
    [
      Boolean(decided.startsAt) || (day && values.startTime !== null),
      { code: 'time_of_day_missing', field: 'time', message: '请填几点开始。' },
    ],
    [
      Boolean(decided.endsAt) || (!decided.startsAt && day && values.endTime !== null),
      { code: 'time_of_day_missing', field: 'time', message: '请填几点结束。' },
    ],
    [isGiven('venue', decided), { code: 'venue_missing', field: 'venue', message: place }],
    [
      isGiven('seats', decided) || (values.headcount?.max ?? null) !== null,
      { code: 'headcount_missing', field: 'headcount', message: '请填名额。' },
    ],
  ];
  return needs.flatMap(([there, need]) => (there ? [] : [need]));
}

function past(values: PlanValues, decided: PlanDecision, now: Date | null): Need[] {
  if (!now || decided.act === 'announce') return [];
  const [first] = sessionTimes(values, decided);
  if (!first || new Date(first.endsAt) > now) return [];
  return [{ code: 'date_past', field: 'time', message: '定的时间已经过去了，请另定一天。' }];
}
