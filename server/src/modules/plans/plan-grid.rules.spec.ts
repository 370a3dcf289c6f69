import { sheetOfGrid } from './plan-grid.rules';

const grid = (rows: string[][]) => ({
  rows: rows.map((row, r) => row.map((text, c) => ({ text, where: `表 ${String.fromCharCode(65 + c)}${r + 1}` }))),
  preface: [],
  closing: [],
});
const read = (rows: string[][]) => {
  const sheet = sheetOfGrid(grid(rows));
  return sheet?.rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).map(([field, { text }]) => [field, text])),
  );
};
const HEAD = ['序号', '活动主题', '活动时间', '责任单位'];

test('what a column without a field says is kept under its name', () => {
  expect(
    read([
      [...HEAD, '报名方式', '备注'],
      ['1', '走进水厂', '9月4日', '区水务局', '扫码', '雨天顺延'],
    ]),
  ).toEqual([{ no: '1', theme: '走进水厂', time: '9月4日', unit: '区水务局', note: '报名方式：扫码；雨天顺延' }]);
});

test('numbers to call are contacts under any name', () => {
  expect(
    read([
      [...HEAD, '预约方式'],
      ['1', '走进水厂', '9月4日', '区水务局', '0635-0000001'],
    ])?.[0],
  ).toMatchObject({
    contact: '0635-0000001',
  });
});

test('the names of two lines are one header, and a header on the next page is no row', () => {
  const rows = read([
    ['序号', '活动主题', '活动安排', '活动安排', '责任单位'],
    ['', '', '时间', '地点', ''],
    ['1', '走进水厂', '9月4日', '一水厂', '区水务局'],
    ['序号', '活动主题', '时间', '地点', '责任单位'],
    ['2', '走进法院', '9月5日', '区法院', '区人民法院'],
  ]);
  expect(rows).toHaveLength(2);
  expect(rows?.[0]).toMatchObject({ time: '9月4日', venue: '一水厂' });
});

test('a line a page break tore off goes to the row above, and says so', () => {
  const sheet = sheetOfGrid(
    grid([
      [...HEAD, '活动内容'],
      ['1', '走进水厂', '9月4日', '区水务局', '参观取水'],
      ['', '', '', '', '、沉淀全流程'],
    ]),
  );
  expect(sheet?.rows).toHaveLength(1);
  expect(sheet?.rows[0]).toMatchObject({
    cells: { content: { text: '参观取水\n、沉淀全流程' } },
    torn: [{ field: 'content' }],
  });
});

test('a date column, a beginning and an end are one time', () => {
  const rows = read([
    ['主题', '日期', '开始', '结束', '单位'],
    ['走进地铁', '2025-09-02', '9:30', '11:00', '区交通局'],
  ]);
  expect(rows?.[0]?.time).toBe('2025-09-02 9:30-11:00');
});

test('a line with a unit alone gives it to the rows under it', () => {
  const rows = read([
    ['序号', '活动主题', '活动时间', '活动地点'],
    ['一、市水务局', '', '', ''],
    ['1', '走进水厂', '9月4日', '一水厂'],
    ['二、市图书馆', '', '', ''],
    ['2', '古籍修复', '9月5日', '四楼'],
  ]);
  expect(rows?.map(({ unit }) => unit)).toEqual(['市水务局', '市图书馆']);
});

test('short contents without themes beside them are the themes', () => {
  expect(
    read([
      ['序号', '活动内容', '活动时间', '地点'],
      ['1', '走进水厂', '9月4日', '一水厂'],
    ])?.[0],
  ).toMatchObject({
    theme: '走进水厂',
  });
});

test('a form about one open day is a sheet of one row', () => {
  const rows = read([
    ['2024年“政务公开主题日”活动申报表', '', '', ''],
    ['申报单位', '区水务局', '', ''],
    ['活动主题', '走进智慧水务', '', ''],
    ['活动时间', '2024年10月16日上午9:30-11:00', '', ''],
    ['活动地点', '水务调度中心', '参加人数', '30人'],
  ]);
  expect(rows).toEqual([
    expect.objectContaining({ unit: '区水务局', theme: '走进智慧水务', venue: '水务调度中心', headcount: '30人' }),
  ]);
});

test.each([
  ['nothing', []],
  [
    'two columns',
    [
      ['时间', '主题'],
      ['9月4日', '走进水厂'],
    ],
  ],
])('%s is no sheet', (_, rows) => {
  expect(sheetOfGrid(grid(rows))).toBeNull();
});
