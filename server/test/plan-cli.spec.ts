import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanJson } from '../src/modules/plans/plan-json.presenter';
import type { Score } from '../src/modules/plans/plan-score.rules';

const CLI = join(__dirname, '../src/modules/plans/plans.cli.ts');
const LOADER = join(__dirname, 'support/typescript.cjs');
const FIXTURES = join(__dirname, 'plan-fixtures');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openday-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as an operator runs it, standing in `folder`. */
function run(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  // Its thread starts with the same loader: threads take it over.
  const done = spawnSync(process.execPath, ['--require', LOADER, CLI, ...args], {
    cwd: '/',
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

test('a plan is printed as JSON and nothing else, its path taken from where the user stands', () => {
  writeFileSync(
    join(folder, 'plan.csv'),
    '2025年“政府开放日”计划表\n序号,活动时间,活动主题,人数,承办单位,联系人\n1,每周四(暂定),看水厂,5-10人,水务局,办公室 0635-0000001/0635-0000002\n',
  );
  const { code, stdout } = run('parse', 'plan.csv', '--json');
  expect(code).toBe(0);
  const plan = JSON.parse(stdout) as PlanJson;
  expect(Object.keys(plan)).toEqual(['title', 'year', 'programme', 'rows']);
  expect(plan).toMatchObject({
    title: '2025年“政府开放日”计划表',
    year: 2025,
    rows: [
      {
        no: 1,
        time: { text: '每周四(暂定)', precision: 'recurring', tentative: true, recurrence: '每周四' },
        theme: '看水厂',
        headcount: { text: '5-10人', min: 5, max: 10, kind: 'planned' },
        unit: '水务局',
        contacts: [
          { name: '办公室', phone: '0635-0000001' },
          { name: '办公室', phone: '0635-0000002' },
        ],
        warnings: expect.arrayContaining([
          expect.objectContaining({ code: 'tentative', field: 'time', severity: 'confirm' }),
        ]),
        source: { theme: { text: '看水厂', where: '第 3 行' } },
      },
    ],
  });
});

test('a refusal is JSON too, and ends with 2; a table that is no plan says what it seems to be', () => {
  const { code, stdout } = run('parse', join(FIXTURES, 'not-purchases.csv'), '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    rows: [],
    rejected: { code: 'NOT_A_PLAN', message: expect.stringContaining('采购') },
  });
});

test('title and year can be given; without --json a person reads it', () => {
  writeFileSync(join(folder, 'bare.csv'), '序号,活动时间,活动主题,承办单位\n1,9月4日,参观水厂,水务局\n');
  const { code, stdout } = run('parse', 'bare.csv', '--year', '2025', '--title', '开放日计划');
  expect(code).toBe(0);
  expect(stdout).toContain('开放日计划 · 2025年');
  expect(stdout).toContain('必须定  没写时刻');
});

test('a score tells field by field what was right', () => {
  const { code, stdout } = run('score', join(FIXTURES, 'printed.pdf'), join(FIXTURES, 'printed.truth.json'), '--json');
  expect(code).toBe(0);
  const { rows, fields, wrong } = JSON.parse(stdout) as Score;
  expect(rows).toEqual({ expected: 12, found: 12, surplus: 0 });
  expect(fields.theme).toEqual({ right: 12, wrongWithWarning: 0, wrongAndSilent: 0, missing: 0 });
  expect(wrong.filter(({ outcome }) => outcome === 'wrongAndSilent')).toEqual([]);
});

test.each([[[]], [['read', 'x']], [['parse', 'x', '--year', '99']], [['parse', 'nowhere.csv']]])(
  '%j is not understood, and ends with 1',
  (args) => {
    const { code, stdout, stderr } = run(...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  },
);
