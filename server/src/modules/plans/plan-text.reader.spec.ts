import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { AppError } from '../../http/app-error';
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

test.each([
  ['nothing', ' \n', 'EMPTY_FILE'],
  ['prose', '今天天气很好。\n我们去公园玩。', 'NOT_A_PLAN'],
  ['a purchase list', '采购清单\n序号,品名,数量,单价\n1,笔,10,2', 'NOT_A_PLAN'],
  ['interviews', '在线访谈计划表\n序号\t访谈主题\t访谈时间\t访谈单位\n1\t医保\t9月4日\t医保局', 'NOT_A_PLAN'],
  ['too much', '开'.repeat(400_001), 'FILE_TOO_LARGE'],
])('%s is no plan', (_, text, code) => {
  expect(() => readPlanText(text)).toThrow(expect.objectContaining({ code }));
});

const WORD = fc.constantFrom(
  ...'9月4日 上旬 9:00 — 下午 20人 10余人 约 、 至 每周四 （暂定） 水务局 东桥社区 邀请 市民 参观 张三 13800000001 2024年 0635- “ ” 。 | \t , \n \n\n \f 序号 时间 主题 单位 1 2 3 731'.split(
    ' ',
  ),
);
const TEXT = fc.array(fc.oneof({ weight: 6, arbitrary: WORD }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }), {
  maxLength: 60,
});
const HEADED = TEXT.map(
  (words) => `2024年开放日计划\n序号\t时间\t主题\t内容\t人数\t单位\t联系人\n1\t${words.join('')}`,
);

test('whatever the text, reading refuses with a code or succeeds, and never throws anything else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        HEADED,
        TEXT.map((words) => words.join(' ')),
      ),
      (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('raw text is always kept, and no value appears that the text does not hold', () => {
  fc.assert(
    fc.property(TEXT, TEXT, TEXT, (time, people, contact) => {
      const cell = (words: string[]) => words.join('').replace(/[\t\n\f\r|"]/g, '');
      const raw = { time: cell(time), headcount: cell(people), contact: cell(contact) };
      const plan = read(
        `2024年开放日计划\n序号\t时间\t主题\t人数\t单位\t联系人\n1\t${raw.time}\t参观\t${raw.headcount}\t水务局\t${raw.contact}`,
      );
      const { row, values } = plan.rows[0]!;
      for (const [field, text] of Object.entries(raw)) {
        expect(bare(row.cells[field as keyof typeof raw]?.text ?? '')).toBe(bare(text));
      }
      const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
      for (const { name, phones } of values.contacts) {
        expect(bare(raw.contact)).toContain(bare(name));
        for (const phone of phones) expect(digits(raw.contact)).toContain(digits(phone).slice(-7));
      }
      if (values.headcount?.max) expect(values.headcount.text).toBe(raw.headcount.trim().slice(0, 60));
      if (values.window?.precision === 'day') {
        expect(digits(raw.time)).toContain(String(Number(values.window.from.slice(8))));
      }
    }),
    { numRuns: 300 },
  );
});
