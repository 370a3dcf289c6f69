import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { presentReading } from '../src/modules/plans/plan-json.presenter';
import { PlanReadingService } from '../src/modules/plans/plan-reading.service';
import { scorePlan } from '../src/modules/plans/plan-score.rules';
import type { Truth, TruthRow } from '../src/modules/plans/plan-truth.rules';

const FOLDER = join(__dirname, 'plan-fixtures');
const TRUTH = '.truth.json';
const reader = new PlanReadingService();

/** A row's truth with what only these fixtures state. */
interface FixtureRow extends TruthRow {
  /** Warnings that may be raised or not. */
  arguable?: string[];
  times?: { day: string; start: string | null; end: string | null }[];
  groups?: { name: string; seats: number }[];
  recurrence?: string;
  closes_at?: string | null;
}
interface FixtureTruth extends Truth {
  rows: FixtureRow[];
  rejected?: { code: string; seems?: string };
}

const fixtures = readdirSync(FOLDER)
  .filter((name) => !name.endsWith(TRUTH) && name !== 'README.md')
  .map((name) => [name, truthOf(name)] as const);
const plans = fixtures.filter(([, truth]) => !truth.rejected);
const others = fixtures.filter(([, truth]) => truth.rejected);

test('there are tables of every layout, and files that are none', () => {
  expect(plans.length).toBeGreaterThanOrEqual(14);
  expect(others.length).toBeGreaterThanOrEqual(3);
  const kinds = new Set(fixtures.map(([name]) => name.slice(name.lastIndexOf('.'))));
  expect([...kinds].sort()).toEqual(['.csv', '.docx', '.pdf', '.txt', '.xlsx']);
});

test.each(plans)(
  '%s: every row is found, nothing is wrong in silence, no block warning is kept back',
  async (name, truth) => {
    const reading = await read(name);
    const score = scorePlan(presentReading(reading), truth);
    expect(score.plan.filter(({ right }) => !right)).toEqual([]);
    expect(score.rows).toEqual({ expected: truth.rows.length, found: truth.rows.length, surplus: 0 });
    expect(score.wrong.filter(({ outcome }) => outcome === 'wrongAndSilent')).toEqual([]);
    const values = Object.values(score.fields).flatMap((tally) => Object.values(tally));
    const all = values.reduce((sum, count) => sum + count, 0);
    const wrong = score.wrong.map(({ row, field, expected, got }) => `${row} ${field}: ${expected} ≠ ${got}`);
    expect({ wrong, share: 1 - wrong.length / all >= 0.98 }).toEqual({ wrong, share: true });
    const arguable = new Set(
      truth.rows.flatMap(({ no, arguable: codes = [] }, i) => codes.map((code) => `${no ?? i + 1} ${code}`)),
    );
    const surplus = score.warnings.surplus.map(({ row, code }) => `${row} ${code}`).filter((one) => !arguable.has(one));
    expect(score.warnings.missingBlock).toEqual([]);
    expect({ surplus, few: surplus.length < truth.rows.length / 10 }).toEqual({ surplus, few: true });
  },
);

test.each(plans)('%s: days, clocks, occurrences, seats and deadlines are as the sheet says', async (name, truth) => {
  const { rows } = await read(name);
  truth.rows.forEach((row, i) => {
    const { values } = rows[i] as (typeof rows)[number];
    const { window, headcount } = values;
    const facts: Partial<Record<keyof FixtureRow, unknown>> = {
      date_from: window?.from ?? null,
      date_to: window?.to ?? null,
      time_start: values.startTime,
      time_end: values.endTime,
      times: values.times.map(({ day, startTime, endTime }) => ({ day, start: startTime, end: endTime })),
      headcount_min: headcount?.min ?? null,
      headcount_max: headcount?.max ?? null,
      groups: values.groups,
      recurrence: values.recurrence,
      closes_at: values.closesAt,
    };
    const judged = Object.keys(facts).filter((key) => row[key as keyof FixtureRow] !== undefined);
    const pick = (from: object) => Object.fromEntries(Object.entries(from).filter(([key]) => judged.includes(key)));
    expect({ row: i + 1, ...pick(facts) }).toEqual({ row: i + 1, ...pick(row) });
  });
});

test.each(others)('%s is refused, and told what it seems to be', async (name, truth) => {
  await expect(read(name)).rejects.toMatchObject({
    code: truth.rejected?.code,
    details: [{ message: expect.stringContaining(truth.rejected?.seems ?? '') }],
  });
});

/** As the server reads it: in a thread of its own. */
function read(name: string) {
  return reader.read({ bytes: readFileSync(join(FOLDER, name)) }, { units: null });
}

function truthOf(name: string): FixtureTruth {
  return JSON.parse(readFileSync(join(FOLDER, name.replace(/\.[a-z]+$/, TRUTH)), 'utf8')) as FixtureTruth;
}
