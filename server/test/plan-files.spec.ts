import type { PlanImport } from '@openday/shared/plans';
import type { ErrorBody } from '@openday/shared/wire';
import { writeXlsx } from 'hucre/xlsx';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { theDistrict } from './support/factories';
import { paragraph, upload, wordTable, wordXml, zip } from './support/files';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const DAY = new Date(Date.UTC(2025, 8, 5));

test('an .xlsx with a merged title, two header rows, merged cells and serial dates is read with the cells’ places', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '封面', rows: [['说明']] },
      {
        name: '计划',
        rows: [
          ['2025年“政府开放日”计划表'],
          ['序号', '活动时间', null, '活动主题', '活动地点', '责任单位', '联系方式', null, '人数'],
          [null, '日期', '时间', null, null, null, '联系人', '电话', null],
          [1, DAY, '9:00-11:00', '看水厂', '一水厂', '某区水务局', '张三', '0635-0000001', 30],
          [2, 45910, '下午3:00', '听民声', null, null, '李四', 13800000002, '10-20人'],
          ['合计', null, null, null, null, null, null, null, 50],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
          { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
          { startRow: 1, startCol: 6, endRow: 1, endCol: 7 },
          { startRow: 3, startCol: 4, endRow: 4, endCol: 4 },
          { startRow: 3, startCol: 5, endRow: 4, endCol: 5 },
        ],
      },
    ],
  });
  const made = await upload<PlanImport>(desk, Buffer.from(bytes));
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ title: '2025年“政府开放日”计划表', year: 2025, rows: 2 });
  const [first, second] = made.body.items;
  expect(first!.raw.time).toEqual({ text: '2025-09-05 9:00-11:00', where: '计划 B4、计划 C4' });
  expect(first!.parsed).toMatchObject({
    window: { from: '2025-09-05', to: '2025-09-05', precision: 'day' },
    startTime: '09:00',
    endTime: '11:00',
    headcount: { min: 30, max: 30 },
    venueText: '一水厂',
    contacts: [{ name: '张三', phones: ['0635-0000001'] }],
  });
  expect(second!.raw.unit).toEqual({ text: '某区水务局', where: '计划 F4' });
  expect(second!.parsed).toMatchObject({ window: { from: '2025-09-10' }, startTime: '15:00', endTime: null });
});

test('a .csv is read in UTF-8 with a mark and in GB18030', async () => {
  const marked = Buffer.from('\ufeff序号,活动时间,活动主题,承办单位\r\n1,9月上旬,"参观水厂，听民声",水务局\r\n');
  const asked = { title: '开放日计划', year: '2025' };
  const utf8 = await upload<PlanImport>(desk, marked, 'plan.csv', asked);
  expect(utf8.body.items).toMatchObject([
    { parsed: { theme: '参观水厂，听民声' }, raw: { theme: { where: '第 2 行' } } },
  ]);
  // 序号,时间,主题,单位 / 1,9月,参观,水务局 in GB18030
  const gb = Buffer.from('d0f2bac52ccab1bce42cd6f7cce22cb5a5cebb0a312c39d4c22cb2ceb9db2ccbaecef1bed60a', 'hex');
  const chinese = await upload<PlanImport>(desk, gb, 'plan.csv', { title: '另一份开放日计划', year: '2025' });
  expect(chinese.body.items).toMatchObject([{ parsed: { theme: '参观', unit: '水务局' } }]);
});

const HEAD = ['序号', '活动时间', '活动主题', '承办单位'];

test('a .docx is read by its table, with the cells’ places', async () => {
  const body = `${paragraph('2030年“政府开放日”计划表')}${wordTable([HEAD, ['1', '9月上旬', '看水厂', '水务局']])}`;
  const made = await upload<PlanImport>(desk, zip({ 'word/document.xml': wordXml(body) }), '计划.docx');
  expect(made.body).toMatchObject({ title: '2030年“政府开放日”计划表', year: 2030, rows: 1 });
  expect(made.body.items[0]!.raw.theme).toEqual({ text: '看水厂', where: '表1 第2行第3列' });
});

test('a file is told by its bytes: text under the name of a workbook is read as text', async () => {
  const text = `2026年“政府开放日”计划表\n${HEAD.join('\t')}\n1\t9月上旬\t看水厂\t水务局\n`;
  const made = await upload<PlanImport>(desk, Buffer.from(text), '计划.xlsx');
  expect(made.body).toMatchObject({ year: 2026, items: [{ parsed: { theme: '看水厂', unit: '水务局' } }] });
});

test('a web page under the name .xls is read by its table', async () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const rows = [HEAD, ['1', '9月上旬', '看水厂', '水务局'], ['2', '9月中旬', '听民声', '水务局']];
  const page = `<html><title>2027年政府开放日计划表</title><body><table>${rows.map(row).join('')}</table></body></html>`;
  const made = await upload<PlanImport>(desk, Buffer.from(page), '计划.xls');
  expect(made.body).toMatchObject({ year: 2027, items: [{ raw: { theme: { where: '网页表格 C2' } } }, {}] });
});

test('Excel’s “Unicode text” is read', async () => {
  const text = `\ufeff2028年“政府开放日”计划表\r\n${HEAD.join('\t')}\r\n1\t9月上旬\t"看水厂\n听民声"\t水务局\r\n`;
  const made = await upload<PlanImport>(desk, Buffer.from(text, 'utf16le'), '计划.txt');
  expect(made.body).toMatchObject({ year: 2028, items: [{ raw: { theme: { text: '看水厂\n听民声' } } }] });
});

test('a pasted sheet may have 400,000 characters', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `${i + 1}\t9月上旬\t看水厂${i}\t${'，参观'.repeat(1_400)}`);
  const text = ['2029年“政府开放日”计划表', '序号\t时间\t主题\t内容', ...rows].join('\n').slice(0, 400_000);
  expect(text).toHaveLength(400_000);
  expect((await desk.post<PlanImport>('/plan-imports', { text })).status).toBe(201);
  expect((await desk.post<ErrorBody>('/plan-imports', { text: `${text}多` })).body.code).toBe('BAD_REQUEST');
});
