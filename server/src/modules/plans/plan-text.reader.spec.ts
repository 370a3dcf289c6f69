import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlanText } from './plan-text.reader';
import { type PlanReading, readPlan } from './plan-understanding.rules';
import { bare } from './plan-words.rules';

interface Truth {
  no: number;
  time: string;
  theme: string;
  content: string;
  headcount: string;
  unit: string;
  name: string;
  phone: string;
}

const FIXTURE = join(__dirname, '../../../test/fixtures/plans/broken-lines');
const BROKEN = readFileSync(`${FIXTURE}.txt`, 'utf8');
const TRUTH = JSON.parse(readFileSync(`${FIXTURE}.truth.json`, 'utf8')) as Truth[];
const TITLE = '2024年湖畔区“政府开放月”活动统计表';
const HEAD = ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'];
const CELLS = TRUTH.map((row) => [
  String(row.no),
  row.time,
  row.theme,
  row.content,
  row.headcount,
  row.unit,
  `${row.name} ${row.phone}`,
]);

const read = (text: string): PlanReading => readPlan(readPlanText(text), { units: null });
const codesOf = (plan: PlanReading, no: number) => plan.rows[no - 1]!.findings.map(({ code }) => code);

function holdsTheTruth(plan: PlanReading): void {
  expect(plan).toMatchObject({ title: TITLE, year: 2024, programme: '政府开放月' });
  const got = plan.rows.map(({ row, values }) => ({
    no: Number(row.cells.no?.text),
    time: values.window?.text,
    theme: values.theme,
    content: values.content,
    headcount: values.headcount?.text,
    unit: values.unit,
    name: values.contacts[0]?.name,
    phone: values.contacts[0]?.phones[0],
  }));
  const plain = (rows: object[]) => rows.map((row) => Object.values(row).map((value) => bare(String(value))));
  expect(plain(got)).toEqual(plain(TRUTH));
}

test('PDF text: cells broken over lines, pages ending inside of rows', () => {
  const plan = read(BROKEN);
  holdsTheTruth(plan);
  for (const no of [11, 15, 19, 22, 32]) expect(codesOf(plan, no)).toContain('cell_split');
  expect(codesOf(plan, 16)).toContain('stray_text');
  expect(codesOf(plan, 2)).toContain('theme_wrapped');
  expect(codesOf(plan, 19)).toContain('unit_prefix_missing');
  expect(codesOf(plan, 22)).toContain('programme_mismatch');
});

test('PDF text without any blank line', () => {
  holdsTheTruth(read(BROKEN.replace(/\n\s*\n/g, '\n').replace(/\n\s*\n/g, '\n')));
});

test('PDF text with form feeds and page numbers', () => {
  const paged = BROKEN.replace(/\n{4,}/g, '\n\n— 3 —\n\f');
  holdsTheTruth(read(paged.replace(/\n+/g, '\n')));
});

const LAYOUTS: [string, string][] = [
  ['a Word table: a tab starts a cell', [TITLE, HEAD.join('\t'), ...CELLS.map((row) => row.join('\t'))].join('\n')],
  [
    'a Word table with the header on each page, broken cells and trailing empty ones',
    [
      TITLE,
      ...CELLS.flatMap((row, i) => [
        ...(i % 9 === 0 ? [`${HEAD.join('\t')}\t\t`] : []),
        `${row.map((cell, c) => (c === 3 ? cell.replace(/，/g, '，\n') : cell)).join('\t')}\t\t`,
      ]),
    ].join('\n'),
  ],
  [
    'a tab before each cell, one to a line',
    [TITLE, HEAD.join('\t'), ...CELLS.map((row) => row.join('\n\t'))].join('\n'),
  ],
  ['a web table, `cell |` to a line', [TITLE, ...[HEAD, ...CELLS].flat().map((cell) => `${cell} |`)].join('\n')],
  [
    'a table of bars',
    [TITLE, ...[HEAD, HEAD.map(() => '---'), ...CELLS].map((row) => `| ${row.join(' | ')} |`)].join('\n'),
  ],
  ['one cell to a paragraph', [TITLE, ...HEAD, ...CELLS.flat()].join('\n\n')],
  [
    'commas and quotes',
    [TITLE, HEAD.join(','), ...CELLS.map((row) => row.map((cell) => `"${cell}"`).join(','))].join('\r\n'),
  ],
];

test.each(LAYOUTS)('%s', (_, text) => {
  holdsTheTruth(read(text));
});

test('columns are found by their names in any order, and by content without names', () => {
  const order = [0, 2, 5, 1, 4, 6, 3];
  const shuffled = [HEAD, ...CELLS].map((row) => order.map((c) => row[c]).join('\t'));
  holdsTheTruth(read([TITLE, ...shuffled].join('\n')));
  holdsTheTruth(read([TITLE, ...shuffled.slice(1)].join('\n')));
});

test('a table without headcount, contact and venue columns says so and asks for what it lacks once', () => {
  const plan = read(
    '2024年政府开放日计划\n序号\t活动主题\t活动形式\t责任单位\t活动时间\n1\t水厂开放日\t现场观摩\n座谈交流\t水务局\t6月',
  );
  expect(plan.rows).toHaveLength(1);
  expect(plan.rows[0]!.values).toMatchObject({
    theme: '水厂开放日',
    forms: ['visit', 'talk'],
    unit: '水务局',
    headcount: null,
  });
  expect(codesOf(plan, 1)).toEqual(['date_vague', 'field_absent', 'field_absent', 'field_absent']);
});

test('a notice in prose is a sheet of one row', () => {
  const plan = read(`水务局关于开展2025年“政府开放日”活动的公告
一、活动时间
2025年11月18日（星期二）15:00-17:00
二、活动地点
第一水厂
三、活动主题
一滴水的旅程
四、参加人员
市民代表20人
五、报名方式
联系电话：0635-0000001
水务局
2025年11月7日`);
  expect(plan).toMatchObject({ title: '水务局关于开展2025年“政府开放日”活动的公告', year: 2025 });
  expect(plan.rows[0]!.values).toMatchObject({
    theme: '一滴水的旅程',
    window: { from: '2025-11-18', precision: 'day' },
    startTime: '15:00',
    endTime: '17:00',
    headcount: { min: 20, max: 20 },
    unit: '水务局',
    contacts: [{ name: '', phones: ['0635-0000001'] }],
    venueText: '第一水厂',
  });
});

test('a notice that lost its line breaks', () => {
  const plan = read(
    '为做好“政府开放日”工作，二、活动时间及地点时间:2022年9月27日14:30地点:某县农业农村局三、活动主题肉牛产业链四、参与对象市民约25人左右',
  );
  expect(plan.rows[0]!.values).toMatchObject({
    theme: '肉牛产业链',
    window: { from: '2022-09-27' },
    startTime: '14:30',
    endTime: null,
    venueText: '某县农业农村局',
  });
});

test('one column for two fields is parted, and nothing of it is lost', () => {
  const plan = read(
    '2024年政府开放日计划\n序号\t活动主题\t开放时间\t责任单位及联系方式\n1\t走进消防站\t11月8日9:00-10:00\t区消防救援大队 张三 0635-0000001',
  );
  expect(plan.rows[0]!.row.cells).toMatchObject({
    unit: { text: '区消防救援大队' },
    contact: { text: '张三 0635-0000001' },
  });
});

test('broken lines with places and clocks between', () => {
  const plan = read(
    '2022年政府开放日安排表\n序\n号\n活动时间\n活动地点\n活动主题\n承办单位\n联系电话\n1\n2022年8月26日\n（星期五）上午\n9:30—11:00\n区政务服务中心\n三楼会议室\n走进“一窗受理”\n区行政审批服务\n局\n张三\n0635-0000013,\n8000014\n2\n9月下旬\n各镇街\n乡村振兴\n农业农村局\n李四\n13800000003',
  );
  expect(plan.rows[0]!.values).toMatchObject({
    startTime: '09:30',
    endTime: '11:00',
    venueText: '区政务服务中心三楼会议室',
    theme: '走进“一窗受理”',
    unit: '区行政审批服务局',
    contacts: [{ name: '张三', phones: ['0635-0000013', '0635-8000014'] }],
  });
});

test.each([
  ['nothing', ' \n', 'EMPTY_FILE'],
  ['prose', '今天天气很好。\n我们去公园玩。', 'NOT_A_PLAN'],
  ['a purchase list', '采购清单\n序号,品名,数量,单价\n1,笔,10,2', 'NOT_A_PLAN'],
  ['interviews', '在线访谈计划表\n序号\t访谈主题\t访谈时间\t访谈单位\n1\t医保\t9月4日\t医保局', 'NOT_A_PLAN'],
  ['too much', '开'.repeat(400_001), 'FILE_TOO_LARGE'],
])('%s is no plan', (_, text, code) => {
  expect(() => readPlanText(text)).toThrow(expect.objectContaining({ code }));
});
