import { gridsOfPages } from './plan-pdf-grid.rules';
import { openTables } from './plan-pdf-open.rules';
import type { PdfPage, Sign } from './plan-pdf-page.rules';
import type { Rule } from './plan-pdf-path.rules';
import { type PrintedTable, ruledTables } from './plan-pdf-table.rules';
import { textOfCell } from './plan-pdf-text.rules';

const SIZE = 10;
const XS = [40, 80, 160, 300, 400];

/** Signs of a line, each as wide as it is high. */
function write(text: string, left: number, y: number): Sign[] {
  return [...text].map((sign, i) => ({
    text: sign,
    left: left + i * SIZE,
    right: left + (i + 1) * SIZE,
    y,
    size: SIZE,
  }));
}
const level = (at: number, from = XS[0]!, to = XS.at(-1)!): Rule => ({ at, from, to });
const upright = (at: number, from: number, to: number): Rule => ({ at, from, to });
const drawn = (signs: Sign[][], rows: Rule[], columns: Rule[]): PdfPage => ({
  signs: signs.flat(),
  level: rows,
  upright: columns,
});
const texts = ({ rows }: PrintedTable) => rows.map((cells) => cells.map(({ text }) => text));
const row = (y: number, cells: readonly string[]) => cells.map((text, i) => write(text, XS[i]! + 5, y));

test('cells lie between lines; where a line is missing they are one cell', () => {
  const columns = [
    upright(40, 0, 60),
    upright(80, 20, 60),
    upright(160, 20, 40),
    upright(300, 20, 60),
    upright(400, 0, 60),
  ];
  const rows = [level(0), level(20), level(40, 80, 400), level(60)];
  const page = drawn(
    [write('计划表', 200, 14), ...row(34, ['1', '九月', '看水厂', '水务局']), ...row(54, ['', '听民声'])],
    rows,
    columns,
  );
  const { tables, outside } = ruledTables(page);
  expect(outside).toEqual([]);
  expect(texts(tables[0]!)).toEqual([
    ['计划表', '计划表', '计划表', '计划表'],
    ['1', '九月', '看水厂', '水务局'],
    ['1', '听民声', '听民声', ''],
  ]);
});

test('dotted borders, lines drawn cell by cell and open sides are borders too', () => {
  const dots = Array.from({ length: 180 }, (_, i) => level(20, 40 + i * 2, 41 + i * 2));
  const pieces = [level(0, 40, 160), level(0, 160, 400), ...dots, level(40)];
  const columns = [upright(80, 0, 40), upright(160, 0, 20), upright(160, 20, 40), upright(300, 0, 40)];
  const { tables } = ruledTables(
    drawn(
      [...row(14, ['序号', '时间', '主题', '单位']), ...row(34, ['1', '九月', '看水厂', '水务局'])],
      pieces,
      columns,
    ),
  );
  expect(texts(tables[0]!)[1]).toEqual(['1', '九月', '看水厂', '水务局']);
});

test('a full line goes on in the next; a shorter one was ended on purpose', () => {
  const columns = XS.map((x) => upright(x, 0, 60));
  const page = drawn(
    [
      row(14, ['1', '九月']).flat(),
      write('我们一起去看看城北的水厂和', 165, 14),
      write('它的净水车间', 165, 26),
      write('水务局', 305, 14),
      write('供排水办', 305, 26),
    ],
    [level(0), level(60)],
    columns,
  );
  expect(texts(ruledTables(page).tables[0]!)[0]!.slice(2)).toEqual([
    '我们一起去看看城北的水厂和它的净水车间',
    '水务局\n供排水办',
  ]);
});

test('a row that a page break cut is put together, and the head that is printed again is not a row', () => {
  const table = (rows: string[][]): PrintedTable => ({
    xs: XS,
    top: 0,
    bottom: 60,
    rows: rows.map((cells) => cells.map((text) => ({ text, isTall: false }))),
  });
  const head = ['序号', '时间', '主题', '单位'];
  const pages = [
    {
      tables: [table([head, ['1', '九月', '看水厂', '水务局'], ['2', '十月', '听听居民', '城东街']])],
      above: ['计划表'],
      below: [],
    },
    { tables: [table([head, ['', '', '怎么说', '道办'], ['3', '十月', '议事', '城西']])], above: [], below: [] },
  ];
  const [grid] = gridsOfPages(pages);
  expect(grid!.preface).toEqual(['计划表']);
  expect(grid!.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
    head,
    ['1', '九月', '看水厂', '水务局'],
    ['2', '十月', '听听居民\n怎么说', '城东街\n道办'],
    ['3', '十月', '议事', '城西'],
  ]);
  expect(grid!.rows[2]![2]!.where).toBe('第 1 页第 3 行第 3 列、第 2 页第 2 行第 3 列');
});

test('a cell merged over rows on both sides of a page break stands in all of them', () => {
  const tall = { text: '水务局', isTall: true };
  const rest = { text: '', isTall: true };
  const cell = (text: string) => ({ text, isTall: false });
  const table = (rows: PrintedTable['rows']): PrintedTable => ({ xs: XS, top: 0, bottom: 60, rows });
  const first = table([
    [cell('1'), cell('九月'), cell('看'), tall],
    [cell('2'), cell('九月'), cell('听'), tall],
  ]);
  const second = table([
    [cell('3'), cell('九月'), cell('说'), rest],
    [cell('4'), cell('九月'), cell('议'), rest],
  ]);
  const [grid] = gridsOfPages([first, second].map((one) => ({ tables: [one], above: [], below: [] })));
  expect(grid!.rows.map((cells) => cells[3]!.text)).toEqual(['水务局', '水务局', '水务局', '水务局']);
});

test('without any lines the names of the head say where columns are, and numbers where rows begin', () => {
  const lines = [
    row(14, ['序号', '时间', '主题', '单位']),
    row(40, ['1', '九月', '看水厂', '水务局']),
    row(52, ['', '', '和净水车间']),
    row(78, ['2', '十月', '听民声', '城东街道']),
  ];
  const [page] = openTables([drawn(lines.flat(), [], [])])!;
  expect(texts(page!.tables[0]!)).toEqual([
    ['序号', '时间', '主题', '单位'],
    ['1', '九月', '看水厂\n和净水车间', '水务局'],
    ['2', '十月', '听民声', '城东街道'],
  ]);
});

test('a clock under a full line with a day does not go on with the day; an hour cut in two does', () => {
  const cell = (...lines: string[]) =>
    textOfCell(
      lines.flatMap((line, i) => write(line, 0, 20 + i * 15)),
      100,
    );
  expect(cell('2024.5.21', '10:00-11:30')).toBe('2024.5.21 10:00-11:30');
  expect(cell('9月3日10:00-', '11:30')).toBe('9月3日10:00-11:30');
});
