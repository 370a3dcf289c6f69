import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PlanImport } from '@openday/shared/plans';
import type { ErrorBody } from '@openday/shared/wire';
import { writeXlsx } from 'hucre/xlsx';
import type { Answer, Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

function upload<T = ErrorBody>(
  bytes: Buffer,
  name = 'plan.xlsx',
  fields: Record<string, string> = {},
): Promise<Answer<T>> {
  const boundary = 'x'.repeat(30);
  const head = (disposition: string) => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`;
  const body = Buffer.concat([
    ...Object.entries(fields).map(([key, value]) => Buffer.from(`${head(`name="${key}"`)}${value}\r\n`)),
    Buffer.from(head(`name="file"; filename="${name}"`)),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return desk.call<T>('POST', '/plan-imports', body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

/** A zip of one deflated part, whatever it claims to be. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

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
  const made = await upload<PlanImport>(Buffer.from(bytes));
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
  const utf8 = await upload<PlanImport>(marked, 'plan.csv', asked);
  expect(utf8.body.items).toMatchObject([
    { parsed: { theme: '参观水厂，听民声' }, raw: { theme: { where: '第 2 行' } } },
  ]);
  // 序号,时间,主题,单位 / 1,9月,参观,水务局 in GB18030
  const gb = Buffer.from('d0f2bac52ccab1bce42cd6f7cce22cb5a5cebb0a312c39d4c22cb2ceb9db2ccbaecef1bed60a', 'hex');
  const chinese = await upload<PlanImport>(gb, 'plan.csv', { title: '另一份开放日计划', year: '2025' });
  expect(chinese.body.items).toMatchObject([{ parsed: { theme: '参观', unit: '水务局' } }]);
});

test.each<[string, () => Buffer, string]>([
  ['an empty file', () => Buffer.alloc(0), 'EMPTY_FILE'],
  ['A36 a renamed program', () => Buffer.from('MZ\u0000\u0001\u0000'), 'BAD_FILE'],
  ['random bytes', () => randomBytes(4_000), 'BAD_FILE'],
  ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'BAD_FILE'],
  ['a zip that is no workbook', () => zip('word/document.xml', Buffer.from('<w/>')), 'BAD_FILE'],
  ['a zip cut off', () => zip('xl/workbook.xml', Buffer.from('<w/>')).subarray(0, 40), 'BAD_FILE'],
  ['A36 a zip that climbs out', () => zip('../../etc/passwd', Buffer.from('x')), 'BAD_FILE'],
  ['A36 a document type', () => zip('xl/workbook.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>')), 'BAD_FILE'],
  ['A36 a zip bomb', () => zip('xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024)), 'FILE_TOO_LARGE'],
  ['more than 10 MB', () => randomBytes(10 * 1024 * 1024 + 1), 'FILE_TOO_LARGE'],
])('%s is refused with its own code within 2 s', async (_, make, code) => {
  const bytes = make();
  const began = performance.now();
  const refused = await upload(bytes);
  expect(refused.body.code).toBe(code);
  expect(performance.now() - began).toBeLessThan(6_000);
});

test('an .xlsx with too many rows is refused', async () => {
  const rows = Array.from({ length: 5_010 }, (_, i) => [i, '9月', '参观']);
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['序号', '时间', '主题'], ...rows] }] });
  expect((await upload(Buffer.from(bytes))).body.code).toBe('FILE_TOO_LARGE');
});
