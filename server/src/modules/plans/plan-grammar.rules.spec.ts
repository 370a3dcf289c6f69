import * as fc from 'fast-check';
import { readAudience } from './plan-audience.rules';
import { readContacts } from './plan-contact.rules';
import { readDeadline } from './plan-deadline.rules';
import { readForms } from './plan-form.rules';
import { readHeadcount } from './plan-headcount.rules';
import { readPlanText } from './plan-text.reader';
import { readTheme } from './plan-theme.rules';
import { readTime } from './plan-time.rules';
import { readPlan } from './plan-understanding.rules';
import { readUnit } from './plan-unit.rules';
import { readVenue } from './plan-venue.rules';
import { bare, chineseNumber, narrow } from './plan-words.rules';

/** Pieces that sheets are made of, in any order, beside any characters at all. */
const PIECES = [
  ...[
    '2025年',
    '9月',
    '4日',
    '上旬',
    '下旬',
    '每周四',
    '每月15日',
    '至',
    '-',
    '～',
    '、',
    '，',
    '。',
    '；',
    '：',
    ' ',
    '\n',
    '\t',
    '|',
  ],
  ...[
    '上午',
    '下午',
    '9:00',
    '11：30',
    '3点半',
    '(星期五)',
    '（暂定）',
    '前',
    '起',
    '截止',
    '报名',
    '另行通知',
    '农历',
    '31日',
    '0',
    '13',
  ],
  ...['20人', '5-10', '余人', '限额', '不少于', '左右', '10家企业', '市民代表', '共计', '名', '/场', '百', '十'],
  ...[
    '张三',
    '李 四',
    '0635',
    '0000001',
    '13800000001',
    '联系人',
    '转',
    '(',
    '）',
    '水务局',
    '湖畔区',
    '各学校',
    '及',
    '社区',
    '和',
  ],
  ...[
    '一、',
    '（二）',
    '1.',
    '活动时间',
    '活动地点',
    '活动主题',
    '参加人员',
    '序号',
    '单位',
    '邀请',
    '走进',
    '参观',
    '第一水厂',
    '政府开放日',
  ],
];
const piece = fc.constantFrom(...PIECES);
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: 'grapheme' }) },
);
const sheet = fc.array(fc.oneof(piece, cell), { maxLength: 60 }).map((parts) => parts.join(''));
const RUNS = { numRuns: 400 };
const digitsOf = (text: string) => narrow(text).replace(/\D/g, '');
const holds = (text: string, part: string) => bare(narrow(text)).includes(bare(narrow(part)));

test('no text of any kind makes a rule throw', () => {
  fc.assert(
    fc.property(cell, fc.option(fc.integer({ min: 2000, max: 2100 })), (text, year) => {
      readTime(text, year);
      readDeadline(text, year, '2025-09-04');
      readHeadcount(text);
      readContacts(text);
      readUnit(text, [{ id: '1', name: '湖畔区水务局', parentId: null }]);
      readForms(text);
      readAudience(text, text);
      readVenue(null, text);
      readVenue(text, '');
      readTheme(text, '政府开放日', 8);
    }),
    RUNS,
  );
});

test('no sheet makes the reader throw anything but a refusal, and every raw cell stands in the text', () => {
  fc.assert(
    fc.property(sheet, (text) => {
      const got = refusalOr(() => readPlan(readPlanText(text), { units: null }));
      if (typeof got === 'string') return expect(got).toMatch(/^(?:NOT_A_PLAN|EMPTY_FILE|FILE_TOO_LARGE)$/);
      for (const { row, values } of got.rows) {
        for (const { text: raw } of Object.values(row.cells)) {
          for (const word of raw.split(/[\s；：|]+/)) expect(holds(text, word)).toBe(true);
        }
        if (values.unit) expect(holds(text, values.unit)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('a time never holds a day or an hour that the text does not', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { window, startTime, endTime, bounded, findings } = readTime(text, 2025);
      const said = digitsOf(chineseAsDigits(text));
      if (window && bounded && window.precision === 'day' && !/^\d{5}/.test(bare(text))) {
        expect(said).toContain(String(Number(window.from.slice(8))));
      }
      for (const time of [startTime, endTime]) {
        const hour = time === null ? null : Number(time.slice(0, 2));
        if (hour !== null && !/^\d{5}/.test(bare(text)))
          expect(said.includes(String(hour)) || said.includes(String(hour - 12))).toBe(true);
      }
      if (!window && bare(text)) expect(findings.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('a headcount never holds a number that the text does not, but the sum of its groups', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { headcount, kind, groups } = readHeadcount(text);
      if (!headcount) return;
      const said = numbersIn(text);
      const bounds = kind === 'groups' ? [] : [headcount.min, headcount.max];
      for (const n of [...bounds, ...groups.map(({ seats }) => seats)]) if (n !== null) expect(said).toContain(n);
    }),
    RUNS,
  );
});

test('a number to call has only digits of the text, and a name only its signs', () => {
  fc.assert(
    fc.property(cell, (text) => {
      for (const { name, phones } of readContacts(text).contacts) {
        expect(holds(text, name)).toBe(true);
        for (const phone of phones) expect(digitsOf(text)).toContain(phone.replace(/\D/g, '').slice(-7));
      }
    }),
    RUNS,
  );
});

test('a deadline is only closed at an hour the text says', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { closesAt } = readDeadline(text, 2025, null);
      if (closesAt) expect(digitsOf(text)).toContain(String(Number(closesAt.slice(8, 10))));
    }),
    RUNS,
  );
});

function refusalOr<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string') throw error;
    return code;
  }
}

/** 十五 → 105: every numeral as digits in a row. */
function chineseAsDigits(text: string): string {
  const units: Record<string, string> = { 十: '10', 百: '100', 千: '1000' };
  const plain = text.replace(/〇/g, '零').replace(/两/g, '二');
  return plain.replace(
    /[零一二三四五六七八九十百千]/g,
    (sign) => units[sign] ?? String('零一二三四五六七八九'.indexOf(sign)),
  );
}

/** Every number a text can be said to hold. */
function numbersIn(text: string): number[] {
  const digits = (narrow(text).match(/\d+/g) ?? []).map(Number);
  const numerals = (text.match(/[零〇一二两三四五六七八九十百千]+/g) ?? []).flatMap((run) =>
    [...run].flatMap((_, from) => [...run].flatMap((__, to) => chineseNumber(run.slice(from, to + 1)) ?? [])),
  );
  return [...digits, ...numerals];
}
