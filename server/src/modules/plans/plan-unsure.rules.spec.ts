import type { PlanField } from '@openday/shared/plan-fields';
import { loose } from './plan-cut-doubts.rules';
import type { SheetRow } from './plan-sheet.rules';
import { readTime } from './plan-time.rules';
import { aboutDayCutOff, aboutUnsure } from './plan-unsure.rules';

const cellsOf = (texts: Partial<Record<PlanField, string>>): SheetRow['cells'] =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { text, where: '第 1 行' }]));
const rowOf = (texts: Partial<Record<PlanField, string>>, unsure: PlanField[]): SheetRow => ({
  ...{ cells: cellsOf(texts), torn: [], stray: null },
  unsure,
});

test.each<[string, Partial<Record<PlanField, string>>, PlanField[], string[]]>([
  ['before a theme', { time: '9 月', theme: '18 城市之眼' }, ['time', 'theme'], ['time_of_day_missing']],
  ['behind a theme', { time: '6 月', theme: '“税”月同行17 日' }, ['time'], ['time_of_day_missing']],
  ['before a content', { time: '9月', content: '日组织群众参观。' }, ['time'], ['time_of_day_missing']],
  ['inside a content', { time: '6月', content: '郑小文17日 税务局体验。' }, ['time'], ['time_of_day_missing']],
  ['nowhere', { time: '9月', theme: '城市之眼', content: '邀请市民参观。' }, ['time'], []],
  ['a floor', { time: '9月', venue: '3楼大厅' }, ['time'], []],
  ['of a row that is certain', { time: '9月', theme: '18 城市之眼' }, [], []],
  ['beside a whole day', { time: '9月3日', theme: '18 城市之眼' }, ['time'], []],
])('the rest of a day %s', (_, texts, unsure, codes) => {
  const found = aboutDayCutOff(rowOf(texts, unsure), readTime(texts.time ?? '', 2025));
  expect(found.map(({ code }) => code)).toEqual(codes);
});

test('a column that came out empty in an uncertain row is as uncertain as the cell that swallowed it', () => {
  const row = rowOf({ content: '参观。实地参观、问卷调查' }, ['content']);
  const fields = (found: ReturnType<typeof aboutUnsure>) => found.map(({ field }) => field);
  expect(fields(aboutUnsure(row, ['content', 'form']))).toEqual(['content', 'form']);
  expect(fields(aboutUnsure(row, ['content']))).toEqual(['content']);
  expect(fields(aboutUnsure({ ...row, unsure: [] }, ['content', 'form']))).toEqual([]);
});

test.each<[string, Partial<Record<PlanField, string>>, SheetRow['torn'], PlanField[]]>([
  [
    'a sign behind a name may be the name’s',
    { theme: '探访气博园\n红', contact: '13800000303 李小' },
    [{ field: 'theme', tail: '红' }],
    ['theme', 'contact'],
  ],
  [
    'a sign behind a number is not',
    { theme: '探访气博园\n红', contact: '李小红 13800000303' },
    [{ field: 'theme', tail: '红' }],
    [],
  ],
  [
    'a theme’s end before an invitation',
    { theme: '法律热线开', content: '放组织群众参观。' },
    [],
    ['theme', 'content'],
  ],
  ['words that lead to an invitation', { theme: '法律热线', content: '拟邀请群众参观。' }, [], []],
])('%s', (_, texts, torn, unsure) => {
  expect(loose({ cells: cellsOf(texts), torn }, ['theme', 'content', 'contact'])).toEqual(unsure);
});
