import { paragraph, wordTable, wordXml } from '../../../test/support/files';
import { readDocx } from './plan-docx.reader';
import type { PlanSheet } from './plan-sheet.rules';

const TITLE = paragraph('2025年“政府开放日”计划表');
const HEAD = ['序号', '活动时间', '活动主题', '责任单位'];
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text ? paragraph(text) : '<w:p/>'}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const START = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';
const spans = (n: number) => `<w:gridSpan w:val="${n}"/>`;

function read(body: string, numbering?: string): PlanSheet {
  const parts = new Map([['word/document.xml', Buffer.from(wordXml(body))]]);
  if (numbering) parts.set('word/numbering.xml', Buffer.from(numbering));
  return readDocx(parts);
}
const texts = ({ rows }: PlanSheet) =>
  rows.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([field, { text }]) => [field, text])));

test('a merged title row, cells merged down and across: each row has what covers it, and where that stands', () => {
  const head = row(...HEAD.map((name) => cell(name)));
  const sheet = read(
    table(
      row(cell('2025年“政府开放日”计划表', spans(4))),
      head,
      row(cell('1'), cell('9月上旬', START), cell('看水厂'), cell('水务局', START)),
      row(cell('2'), cell('', GOES_ON), cell('听民声'), cell('', GOES_ON)),
    ),
  );
  expect(sheet.preface).toContain('2025年“政府开放日”计划表');
  expect(texts(sheet)).toEqual([
    { no: '1', time: '9月上旬', theme: '看水厂', unit: '水务局' },
    { no: '2', time: '9月上旬', theme: '听民声', unit: '水务局' },
  ]);
  expect(sheet.rows[1]!.cells.unit!.where).toBe('表1 第3行第4列');
});

test('a table that goes on overleaf with its header again is one table', () => {
  const sheet = read(
    TITLE +
      wordTable([HEAD, ['1', '9月', '看水厂', '水务局']]) +
      paragraph('') +
      wordTable([HEAD, ['2', '10月', '听民声', '水务局']]),
  );
  expect(texts(sheet).map(({ theme }) => theme)).toEqual(['看水厂', '听民声']);
  expect(sheet.rows[1]!.cells.theme!.where).toBe('表2 第2行第3列');
});

test('a table inside of a table that only frames it is found', () => {
  const inner = wordTable([HEAD, ['1', '9月上旬', '看水厂', '水务局']]);
  const sheet = read(table(row(`<w:tc>${TITLE}${inner}${paragraph('')}</w:tc>`)));
  expect(texts(sheet)).toEqual([{ no: '1', time: '9月上旬', theme: '看水厂', unit: '水务局' }]);
});

test('text taken out, moved away or drawn a second time is not read', () => {
  const gone = '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>';
  const drawn =
    '<mc:AlternateContent xmlns:mc="m"><mc:Fallback><w:r><w:t>重复</w:t></w:r></mc:Fallback></mc:AlternateContent>';
  const theme = `<w:tc><w:p><w:r><w:t>看</w:t></w:r>${gone}${drawn}<w:ins><w:r><w:t>水厂</w:t></w:r></w:ins></w:p></w:tc>`;
  const sheet = read(
    TITLE + table(row(...HEAD.map((name) => cell(name))), row(cell('1'), cell('9月'), theme, cell('水务局'))),
  );
  expect(sheet.rows[0]!.cells.theme!.text).toBe('看水厂');
});

test('numbers that Word counts by itself are read, in tables and in prose', () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0">${level('decimal', '%1')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const listed = (list: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const numbered = (...cells: string[]) => row(`<w:tc>${listed(1, '')}</w:tc>`, ...cells.map((text) => cell(text)));
  const rows = [numbered('9月', '看水厂', '水务局'), numbered('10月', '听民声', '水务局')];
  const sheet = read(TITLE + table(row(...HEAD.map((name) => cell(name))), ...rows), numbering);
  expect(texts(sheet).map(({ no }) => no)).toEqual(['1', '2']);

  const notice = [
    paragraph('某区水务局关于开展2025年“政府开放日”活动的公告'),
    listed(2, '活动时间'),
    paragraph('2025年9月4日上午9:00—11:00'),
    listed(2, '活动地点'),
    paragraph('一水厂'),
    listed(2, '活动内容'),
    paragraph('邀请市民参观净水车间。'),
  ].join('');
  const prose = read(notice, numbering);
  expect(prose.rows[0]!.cells.venue).toEqual({ text: '一水厂', where: expect.stringMatching(/^第 \d 段$/) });
});
