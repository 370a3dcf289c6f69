import { type PlanField } from '@openday/shared/plan-fields';
import { PLAN_WARNINGS } from '@openday/shared/plan-warnings';
import type { PlanJson, RowJson } from './plan-json.presenter';
import { codesOf, EXPECTED, flat, readAs, SCORED, type Scored, type Truth, type TruthRow } from './plan-truth.rules';

type Outcome = 'right' | 'wrongWithWarning' | 'wrongAndSilent' | 'missing';
export type Tally = Record<Outcome, number>;

export interface Score {
  /** Rows of the truth, those found among them, and rows that the truth does not have. */
  rows: { expected: number; found: number; surplus: number };
  /** Title, year and refusal, where the truth says them. */
  plan: { what: 'title' | 'year' | 'rejected'; expected: string; got: string; right: boolean }[];
  fields: Record<Scored, Tally>;
  /** Every value that is not right, in the truth's order. */
  wrong: { row: string; field: Scored; outcome: Outcome; expected: string; got: string }[];
  /** Block and confirm warnings nobody would have asked for, and block warnings that were not raised. */
  warnings: { surplus: RowCode[]; missingBlock: RowCode[]; surplusPerRow: number };
}
interface RowCode {
  row: string;
  code: string;
}

/** Rows apart that may still be the same row. */
const FARTHEST = 50;

/** Codes that ask for something else than whether the value was read rightly. */
const EXCUSES_NOTHING: ReadonlySet<string> = new Set([
  ...['date_vague', 'time_of_day_missing', 'end_time_missing', 'tentative', 'weekend', 'holiday', 'range_long'],
  ...['deadline_same_day', 'minors', 'theme_duplicate', 'unit_unknown'],
]);

const FIELD: Record<Scored, PlanField> = {
  number: 'no',
  time: 'time',
  theme: 'theme',
  content: 'content',
  unit: 'unit',
  headcount: 'headcount',
  contact: 'contact',
  forms: 'form',
  audience: 'audience',
  venue: 'venue',
};

/** What was read against what is true, field by field; white space is not compared. */
export function scorePlan(plan: PlanJson, truth: Truth): Score {
  const partners = pairRows(plan.rows, truth.rows);
  const fields = Object.fromEntries(
    SCORED.map((field) => [field, { right: 0, wrongWithWarning: 0, wrongAndSilent: 0, missing: 0 }]),
  ) as Score['fields'];
  const wrong: Score['wrong'] = [];
  truth.rows.forEach((truthRow, i) => {
    const row = partners[i];
    for (const field of SCORED) {
      const expected = EXPECTED[field](truthRow);
      if (expected === undefined) continue;
      const got = row ? readAs(field, row, truthRow) : '';
      if (expected === '' && got === '') continue;
      const outcome = outcomeOf(field, expected, got, row);
      fields[field][outcome] += 1;
      if (outcome !== 'right') wrong.push({ row: nameOf(truthRow, i), field, outcome, expected, got });
    }
  });
  const found = partners.filter(Boolean).length;
  return {
    rows: { expected: truth.rows.length, found, surplus: plan.rows.length - found },
    plan: aboutPlan(plan, truth),
    fields,
    wrong,
    warnings: aboutWarnings(truth.rows, partners),
  };
}

/** A warning excuses only the very value its code doubts. */
function outcomeOf(field: Scored, expected: string, got: string, row: RowJson | undefined): Outcome {
  if (got === expected) return 'right';
  if (got === '') return 'missing';
  const doubted = row?.warnings.some(
    (warning) => warning.field === FIELD[field] && warning.severity !== 'info' && !EXCUSES_NOTHING.has(warning.code),
  );
  return doubted ? 'wrongWithWarning' : 'wrongAndSilent';
}

/** The row read for each row of the truth: the most alike first, of the same number where numbers tell. */
function pairRows(rows: readonly RowJson[], truths: readonly TruthRow[]): (RowJson | undefined)[] {
  const pairs = truths.flatMap((truth, i) =>
    rows.flatMap((row, j) =>
      Math.abs(i - j) > FARTHEST ? [] : [{ i, j, alike: likeness(row, truth) - Math.abs(i - j) / 10_000 }],
    ),
  );
  const partners: (RowJson | undefined)[] = truths.map(() => undefined);
  const taken = new Set<number>();
  for (const { i, j, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < 1.5 || partners[i] || taken.has(j)) continue;
    partners[i] = rows[j];
    taken.add(j);
  }
  return partners;
}

function likeness(row: RowJson, truth: TruthRow): number {
  const same = SCORED.filter((field) => {
    const expected = EXPECTED[field](truth);
    return expected && expected === readAs(field, row, truth);
  });
  return same.length + (same.includes('number') ? 1.5 : 0);
}

function aboutPlan(plan: PlanJson, truth: Truth): Score['plan'] {
  const facts: Score['plan'] = [];
  const say = (what: Score['plan'][number]['what'], expected: unknown, got: unknown) => {
    const [one, other] = [expected, got].map((value) => flat((value ?? null) as string | null)) as [string, string];
    facts.push({ what, expected: one, got: other, right: one === other });
  };
  if (truth.title !== undefined) say('title', truth.title, plan.title);
  if (truth.year !== undefined) say('year', truth.year, plan.year);
  if (truth.rejected || plan.rejected) say('rejected', truth.rejected?.code, plan.rejected?.code);
  return facts;
}

function aboutWarnings(truths: readonly TruthRow[], partners: readonly (RowJson | undefined)[]): Score['warnings'] {
  const surplus: RowCode[] = [];
  const missingBlock: RowCode[] = [];
  truths.forEach((truth, i) => {
    const wanted = codesOf(truth);
    if (!wanted) return;
    const row = nameOf(truth, i);
    const raised = partners[i]?.warnings ?? [];
    const codes = new Set<string>(raised.filter(({ severity }) => severity !== 'info').map(({ code }) => code));
    for (const code of codes) if (!wanted.has(code)) surplus.push({ row, code });
    for (const code of wanted) {
      const blocks = (PLAN_WARNINGS as Record<string, string>)[code] === 'block';
      if (blocks && !codes.has(code)) missingBlock.push({ row, code });
    }
  });
  return { surplus, missingBlock, surplusPerRow: surplus.length / Math.max(1, truths.length) };
}

function nameOf(row: TruthRow, i: number): string {
  return String(row.no ?? i + 1);
}
