import type { PlanWarningCode } from '@openday/shared/plan-warnings';
import { formOf } from './plan-form.rules';
import type { RowJson } from './plan-json.presenter';
import { bare } from './plan-words.rules';

/** A row's truth as it was made by hand. A key that is not there is not judged; null says the sheet has nothing. */
export interface TruthRow {
  no?: number | string | null;
  time_text?: string | null;
  date_from?: string | null;
  date_to?: string | null;
  /** Local clock `HH:MM`. */
  time_start?: string | null;
  time_end?: string | null;
  tentative?: boolean;
  theme?: string | null;
  content?: string | null;
  headcount_text?: string | null;
  headcount_min?: number | null;
  headcount_max?: number | null;
  unit?: string | null;
  contacts?: { name: string; phone: string }[];
  /** The sheet's own words, unless `forms_source` says that they were inferred: then they are not judged. */
  forms?: string[];
  forms_source?: string;
  audience?: string | null;
  venue?: string | null;
  warnings?: { code: string }[];
}
export interface Truth {
  title?: string | null;
  year?: number | null;
  rows: TruthRow[];
  /** The code of the refusal that is right for this file. */
  rejected?: { code: string };
}

/** What is compared of a row. */
export const SCORED = [
  'number',
  'time',
  'theme',
  'content',
  'unit',
  'headcount',
  'contact',
  'forms',
  'audience',
  'venue',
] as const;
export type Scored = (typeof SCORED)[number];
/** White space is never compared. */
export const flat = (text: string | number | null) => bare(String(text ?? ''));
const phoneOf = (phone: string) => flat(phone).replace(/[－–—―‐‑─−]+/g, '-');
const join = (...parts: (string | number | null | undefined)[]) =>
  parts.every((part) => part === null || part === undefined || part === '')
    ? ''
    : parts.map((part) => flat(part ?? '?')).join(' | ');
const formsAs = (forms: readonly string[]) => [...new Set(forms.map((word) => formOf(word) ?? bare(word)))].sort();

/** The truth of a field as one text; undefined where it is not judged. */
export const EXPECTED: Record<Scored, (row: TruthRow) => string | undefined> = {
  number: ({ no }) => (no === undefined ? undefined : flat(no)),
  time: (row) =>
    row.time_text === undefined
      ? undefined
      : join(row.time_text, ...TIME_KEYS.flatMap(([key]) => (row[key] === undefined ? [] : [row[key]]))),
  theme: ({ theme }) => (theme === undefined ? undefined : flat(theme)),
  content: ({ content }) => (content === undefined ? undefined : flat(content)),
  unit: ({ unit }) => (unit === undefined ? undefined : flat(unit)),
  headcount: (row) =>
    row.headcount_text === undefined ? undefined : join(row.headcount_text, row.headcount_min, row.headcount_max),
  contact: ({ contacts }) =>
    contacts
      ?.flatMap(({ name, phone }) => phone.split('/').map((one) => `${flat(name)} ${phoneOf(one)}`))
      .sort()
      .join('、'),
  forms: ({ forms, forms_source }) =>
    forms_source?.startsWith('inferred') ? undefined : forms && formsAs(forms).join('、'),
  audience: ({ audience }) => (audience === undefined ? undefined : flat(audience)),
  venue: ({ venue }) => (venue === undefined ? undefined : flat(venue)),
};

const TIME_KEYS = [
  ['date_from', 'from'],
  ['date_to', 'to'],
  ['time_start', 'start'],
  ['time_end', 'end'],
] as const;

/** What was read of a field, in the same form as the truth's. */
export function readAs(field: Scored, row: RowJson, truth: TruthRow): string {
  if (field === 'number') return flat(row.no);
  if (field === 'time') {
    const keys = TIME_KEYS.filter(([key]) => truth[key] !== undefined);
    return join(row.time.text, ...keys.map(([, key]) => row.time[key]));
  }
  if (field === 'headcount') return join(row.headcount.text, row.headcount.min, row.headcount.max);
  if (field === 'contact') {
    return row.contacts
      .map(({ name, phone }) => `${flat(name)} ${phoneOf(phone)}`)
      .sort()
      .join('、');
  }
  if (field === 'forms') return formsAs(row.forms.map(({ text }) => text)).join('、');
  return flat(row[field]);
}

/** Names the hand-made truth uses for our codes. */
const LONGER_NAMES: Record<string, PlanWarningCode> = {
  cell_split_by_page: 'cell_split',
  campaign_name_mismatch: 'programme_mismatch',
  headcount_unit_mixed: 'headcount_unit',
  theme_linebreak_ambiguous: 'theme_wrapped',
  theme_trailing_punct: 'punctuation',
  name_space_removed: 'spacing',
  unit_prefix_differs: 'unit_prefix_missing',
};

/** The codes a row's truth asks for, by our names. */
export function codesOf(row: TruthRow): Set<string> | null {
  return row.warnings ? new Set(row.warnings.map(({ code }) => LONGER_NAMES[code] ?? code)) : null;
}
