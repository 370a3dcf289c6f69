import type { PlanField } from './plan-fields';

export const SEVERITIES = ['block', 'confirm', 'info'] as const;
/** 必须定 · 请确认 · 提示 */
export type Severity = (typeof SEVERITIES)[number];

export const PLAN_WARNINGS = {
  date_vague: 'block',
  date_missing: 'block',
  date_past: 'block',
  date_damaged: 'block',
  weekday_contradiction: 'block',
  deadline_ambiguous: 'block',
  time_of_day_missing: 'block',
  end_time_missing: 'confirm',
  venue_missing: 'block',
  venue_multiple: 'block',
  venue_alternative: 'block',
  headcount_missing: 'block',
  audience_not_public: 'block',
  unit_multiple: 'block',
  unit_missing: 'block',
  cell_split: 'block',
  stray_text: 'block',
  truncated: 'block',
  theme_missing: 'block',
  theme_multiple: 'block',
  date_multiple: 'block',
  year_missing: 'block',
  headcount_conflict: 'confirm',
  headcount_approximate: 'confirm',
  headcount_meaning: 'confirm',
  headcount_unit: 'confirm',
  suspected_typo: 'confirm',
  weekend: 'confirm',
  holiday: 'confirm',
  minors: 'confirm',
  theme_duplicate: 'confirm',
  theme_wrapped: 'confirm',
  theme_from_title: 'confirm',
  cell_unsure: 'confirm',
  unit_alias: 'confirm',
  unit_nested: 'confirm',
  unit_prefix_missing: 'confirm',
  unit_unknown: 'confirm',
  form_conflict: 'confirm',
  tentative: 'confirm',
  deadline_same_day: 'confirm',
  programme_mismatch: 'confirm',
  range_long: 'confirm',
  audience_missing: 'confirm',
  contact_damaged: 'confirm',
  spacing: 'info',
  punctuation: 'info',
  linebreak_kept: 'info',
  field_absent: 'info',
} as const satisfies Record<string, Severity>;
export type PlanWarningCode = keyof typeof PLAN_WARNINGS;

export interface PlanWarning {
  code: PlanWarningCode;
  severity: Severity;
  field: PlanField;
  /** Chinese: what to decide. */
  message: string;
  /** The very words it is about. */
  raw: string | null;
  /** The clerk has decided: confirmed, or the edited values answer it. */
  settled: boolean;
}
