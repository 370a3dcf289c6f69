import type { PlanWarningCode } from '@openday/shared/plan-warnings';
import type { PlanJson, RowJson } from './plan-json.presenter';
import { scorePlan } from './plan-score.rules';
import type { TruthRow } from './plan-truth.rules';

const ROW: RowJson = {
  no: 1,
  time: {
    text: '9 月上旬',
    from: '2025-09-01',
    to: '2025-09-10',
    precision: 'tenDays',
    start: null,
    end: null,
    tentative: false,
  },
  theme: '看水厂',
  content: null,
  headcount: { text: '20人', min: 20, max: 20, kind: 'planned' },
  unit: '水务局',
  contacts: [{ name: '办公室', phone: '0635-0000001' }],
  forms: [{ text: '实地观摩', canonical: 'visit' }],
  audience: null,
  venue: null,
  warnings: [],
  source: {},
};
const TRUTH: TruthRow = {
  no: 1,
  time_text: '9月上旬',
  date_from: '2025-09-01',
  date_to: '2025-09-10',
  theme: '看 水厂',
  headcount_text: '20人',
  headcount_min: 20,
  headcount_max: 20,
  unit: '水务局',
  contacts: [{ name: '办公室', phone: '0635—0000001' }],
  forms: ['现场观摩'],
  venue: null,
  warnings: [],
};
const plan = (...rows: Partial<RowJson>[]): PlanJson => ({
  title: null,
  year: 2025,
  programme: null,
  rows: rows.map((row) => ({ ...ROW, ...row })),
});
const warning = (
  code: PlanWarningCode,
  field: RowJson['warnings'][number]['field'],
  severity: 'block' | 'confirm' | 'info' = 'confirm',
) => ({ code, field, severity, message: '' });

test('white space, dashes and words for one form do not count; what the truth does not name is not judged', () => {
  const { fields, wrong, rows } = scorePlan(plan({}), { rows: [TRUTH] });
  expect(wrong).toEqual([]);
  expect(rows).toEqual({ expected: 1, found: 1, surplus: 0 });
  expect(fields.theme.right + fields.forms.right + fields.contact.right).toBe(3);
  expect(fields.content).toEqual({ right: 0, wrongWithWarning: 0, wrongAndSilent: 0, missing: 0 });
});

test.each<[string, Partial<RowJson>, string]>([
  ['without a warning', { unit: '教育局' }, 'wrongAndSilent'],
  ['doubted by its own code', { unit: '教育局', warnings: [warning('unit_alias', 'unit')] }, 'wrongWithWarning'],
  [
    'beside a warning on another field',
    { unit: '教育局', warnings: [warning('suspected_typo', 'theme')] },
    'wrongAndSilent',
  ],
  ['not there', { unit: null, warnings: [warning('unit_missing', 'unit', 'block')] }, 'missing'],
])('a wrong value %s', (_, row, outcome) => {
  expect(scorePlan(plan(row), { rows: [TRUTH] }).wrong).toMatchObject([{ field: 'unit', outcome }]);
});

test('a vague date excuses no date', () => {
  const time = { ...ROW.time, to: '2025-09-30' };
  const { wrong } = scorePlan(plan({ time, warnings: [warning('date_vague', 'time', 'block')] }), { rows: [TRUTH] });
  expect(wrong).toMatchObject([{ field: 'time', outcome: 'wrongAndSilent' }]);
});

test('a value that the sheet does not have is wrong', () => {
  expect(scorePlan(plan({ venue: '一水厂' }), { rows: [TRUTH] }).wrong).toMatchObject([
    { field: 'venue', outcome: 'wrongAndSilent' },
  ]);
});

test('rows find their partner without numbers; what is left over is surplus, and what was not found is missing', () => {
  const truth = { rows: [TRUTH, { ...TRUTH, no: 2, theme: '听民声', unit: '教育局' }] };
  const { rows } = scorePlan(
    plan(
      { no: null, theme: '听民声', unit: '教育局' },
      { no: null },
      {
        no: 9,
        theme: '别的',
        unit: '别局',
        time: { ...ROW.time, text: '' },
        contacts: [],
        forms: [],
        headcount: { text: null, min: null, max: null, kind: null },
      },
    ),
    truth,
  );
  expect(rows).toEqual({ expected: 2, found: 2, surplus: 1 });
});

test('longer names are the same codes; a missing block and a surplus confirm are told, info never counts', () => {
  const wanted = { ...TRUTH, warnings: [{ code: 'cell_split_by_page' }, { code: 'date_vague' }] };
  const warnings = [
    warning('cell_split', 'content', 'block'),
    warning('minors', 'audience'),
    warning('spacing', 'contact', 'info'),
  ];
  const { warnings: score } = scorePlan(plan({ warnings }), { rows: [wanted] });
  expect(score).toEqual({
    surplus: [{ row: '1', code: 'minors' }],
    missingBlock: [{ row: '1', code: 'date_vague' }],
    surplusPerRow: 1,
  });
});
