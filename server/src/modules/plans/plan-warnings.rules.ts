import {
  PLAN_WARNINGS,
  type PlanDecision,
  type PlanField,
  type PlanValues,
  type PlanWarning,
  type PlanWarningCode,
} from '@openday/shared/plans';
import type { Finding } from './plan-sheet.rules';

/** What the clerk has to fill in for a code to be settled; the rest is settled by looking at it. */
const ANSWERED_BY: Partial<Record<PlanWarningCode, (decided: PlanDecision) => boolean>> = {
  date_vague: hasStart,
  date_missing: hasStart,
  date_damaged: hasStart,
  date_multiple: hasStart,
  year_missing: hasStart,
  weekday_contradiction: hasStart,
  time_of_day_missing: hasStart,
  end_time_missing: ({ endsAt }) => endsAt !== undefined,
  venue_missing: hasVenue,
  venue_multiple: hasVenue,
  venue_alternative: hasVenue,
  headcount_missing: hasCapacity,
  unit_missing: hasOrganizer,
  unit_multiple: hasOrganizer,
  theme_missing: hasTheme,
  theme_multiple: hasTheme,
};

/** What a filled-in value settles beside a plain confirmation. */
const ALSO_ANSWERED_BY: Partial<Record<PlanWarningCode, (decided: PlanDecision) => boolean>> = {
  weekend: hasStart,
  holiday: hasStart,
  tentative: hasStart,
  range_long: hasStart,
  headcount_conflict: hasCapacity,
  headcount_approximate: hasCapacity,
  headcount_meaning: hasCapacity,
  headcount_unit: hasCapacity,
  unit_alias: hasOrganizer,
  unit_nested: hasOrganizer,
  unit_prefix_missing: hasOrganizer,
  unit_unknown: hasOrganizer,
  theme_wrapped: hasTheme,
  theme_duplicate: hasTheme,
  programme_mismatch: hasTheme,
  form_conflict: ({ forms }) => forms !== undefined,
  audience_not_public: ({ mode }) => mode === 'invited',
};

/** What an announced event can wait for. */
const CAN_WAIT = new Set<PlanWarningCode>([
  'date_vague',
  'time_of_day_missing',
  'venue_missing',
  'venue_multiple',
  'venue_alternative',
]);

/** Findings as the desk shows them: what blocks first, and what the decisions have settled. */
export function warningsOf(findings: readonly Finding[], decided: PlanDecision): PlanWarning[] {
  const order = { block: 0, confirm: 1, info: 2 };
  return findings
    .map((one): PlanWarning => ({ ...one, severity: PLAN_WARNINGS[one.code], settled: isSettled(one.code, decided) }))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}

function isSettled(code: PlanWarningCode, decided: PlanDecision): boolean {
  if (PLAN_WARNINGS[code] === 'info') return true;
  const answered = ANSWERED_BY[code];
  if (answered) return answered(decided);
  return decided.confirmed?.includes(code) === true || ALSO_ANSWERED_BY[code]?.(decided) === true;
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
  return hasName && hasUnit && values.window !== null && open.every(({ code }) => CAN_WAIT.has(code));
}

interface Need {
  code: PlanWarningCode;
  field: PlanField;
  message: string;
}

/** What a session still needs that no warning asks for already: a named place is not yet a place on the map. */
export function needsOf(values: PlanValues, decided: PlanDecision, warnings: readonly PlanWarning[]): PlanWarning[] {
  const asked = (field: PlanField) =>
    warnings.some((one) => one.field === field && one.severity === 'block' && !one.settled);
  return lacking(values, decided)
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
    [hasVenue(decided), { code: 'venue_missing', field: 'venue', message: place }],
    [
      hasCapacity(decided) || (values.headcount?.max ?? null) !== null,
      { code: 'headcount_missing', field: 'headcount', message: '请填名额。' },
    ],
  ];
  return needs.flatMap(([there, need]) => (there ? [] : [need]));
}

function hasStart({ startsAt }: PlanDecision): boolean {
  return startsAt !== undefined;
}

function hasVenue({ venueId, venue }: PlanDecision): boolean {
  return venueId !== undefined || venue !== undefined;
}

function hasCapacity({ capacity, mode }: PlanDecision): boolean {
  return capacity !== undefined || mode === 'none' || mode === 'invited';
}

function hasOrganizer({ organizerId }: PlanDecision): boolean {
  return organizerId !== undefined;
}

function hasTheme({ theme }: PlanDecision): boolean {
  return theme !== undefined;
}
