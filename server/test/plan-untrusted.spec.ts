import { randomBytes } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import { PlanRow } from '../src/modules/plans/plan-row.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { theDistrict } from './support/factories';
import { paragraph, pdf, upload, wordTable, wordXml, zip } from './support/files';

const MB = 1024 * 1024;
/** Two seconds of a processor, in µs: what others have of it meanwhile does not count. */
const SOON = 2_000_000;

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const SHEET = [
  ['序号', '时间', '主题', '单位'],
  ['1', '9月上旬', '参观水厂', '水务局'],
];
const workbook = async (options = {}) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '2025年开放日', rows: SHEET }], ...options }));
const word = (body = wordTable(SHEET), before = '') => zip({ 'word/document.xml': wordXml(body, before) });
const ENTITIES = '<!DOCTYPE x [<!ENTITY a "开放"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6));
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024), Buffer.from(stream, 'utf16le')]);
const LOCK = `/Encrypt<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>/ID[<00><00>]`;

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['an empty file', () => Buffer.alloc(0), 'EMPTY_FILE'],
  ['more than 10 MB', () => randomBytes(10 * MB + 1), 'FILE_TOO_LARGE'],
  ['A36 a renamed program', () => Buffer.concat([Buffer.from('MZ'), randomBytes(4_000)]), 'BAD_FILE'],
  ['random bytes', () => randomBytes(4_000), 'BAD_FILE'],
  ['a photo', () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(4_000)]), 'NO_TEXT'],
  ['a Word file of 1997', () => ole('WordDocument'), 'OLD_FORMAT'],
  ['an Excel file of 1997 cut off', () => ole('Workbook'), 'OLD_FORMAT'],
  ['a zip that is no office file', () => zip({ 'a.txt': 'x' }), 'BAD_FILE'],
  ['A36 a zip in a zip', () => zip({ 'a.zip': zip({ 'xl/workbook.xml': Buffer.alloc(60 * MB) }) }), 'BAD_FILE'],
  ['A36 a zip that climbs out', () => zip({ '../../etc/passwd': 'x', 'xl/workbook.xml': '<x/>' }), 'BAD_FILE'],
  [
    'A36 a zip bomb',
    () => zip({ 'xl/workbook.xml': '<x/>', 'xl/sheet1.xml': Buffer.alloc(300 * MB) }),
    'FILE_TOO_LARGE',
  ],
  [
    'A36 a zip bomb that claims to be small',
    () => zip({ 'word/document.xml': Buffer.alloc(60 * MB) }, 100),
    'FILE_TOO_LARGE',
  ],
  [
    'A36 two thousand and one parts',
    () => zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}`, '']))),
    'FILE_TOO_LARGE',
  ],
  [
    'A36 a document type in a workbook',
    () => zip({ 'xl/workbook.xml': `<?xml version="1.0"?>${ENTITIES}<x>&b;</x>` }),
    'BAD_FILE',
  ],
  ['A36 a document type in a document', () => word(paragraph('&b;'), ENTITIES), 'BAD_FILE'],
  ['A36 a document type behind a long comment', () => word('', `<!--${' '.repeat(90_000)}-->${ENTITIES}`), 'BAD_FILE'],
  ['A36 a table in a table, a thousand deep', () => word('<w:tbl><w:tr><w:tc>'.repeat(1_000)), 'BAD_FILE'],
  [
    'A36 a row of a hundred thousand cells',
    () => word(`<w:tbl><w:tr>${'<w:tc/>'.repeat(100_001)}</w:tr></w:tbl>`),
    'FILE_TOO_LARGE',
  ],
  ['A36 a 200-page PDF', () => pdf(200), 'FILE_TOO_LARGE'],
  ['a scanned PDF', () => pdf(3, '0 0 500 700 re f'), 'NO_TEXT'],
  ['a PDF that is none', () => Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF'), 'BAD_FILE'],
  ['a workbook cut off', async () => half(await workbook()), 'BAD_FILE'],
  ['a document cut off', () => half(word()), 'BAD_FILE'],
  ['a PDF cut off', () => half(pdf(3)), 'BAD_FILE'],
  ['a workbook with a password', () => workbook({ encryption: { password: 'x', spinCount: 1 } }), 'FILE_LOCKED'],
  ['a document with a password', () => ole('EncryptedPackage'), 'FILE_LOCKED'],
  ['a PDF with a password', () => pdf(1, undefined, LOCK), 'FILE_LOCKED'],
  ['a PDF of prose', () => pdf(2), 'NOT_A_PLAN'],
])('%s is refused with its own code, soon, and nothing is written', async (_, make, code) => {
  const bytes = await make();
  const began = process.cpuUsage();
  const refused = await upload(desk, bytes);
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(SOON);
  expect(refused.body).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
  expect(await test_.database.read.count(PlanRow)).toBe(0);
});

test('too many rows are refused', async () => {
  const rows = Array.from({ length: 5_010 }, (_, i) => [String(i + 1), '9月', '参观']);
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['序号', '时间', '主题'], ...rows] }] });
  expect((await upload(desk, Buffer.from(bytes))).body.code).toBe('FILE_TOO_LARGE');
});

test('A36 a bomb leaves the server as large as it was', async () => {
  const bomb = zip({ 'word/document.xml': wordXml(paragraph('开放日'.repeat(2_500_000))) });
  // The first one brings in what every later one needs too.
  await upload(desk, bomb);
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 3; i += 1) expect((await upload(desk, bomb)).body.code).toBe('FILE_TOO_LARGE');
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
});

test('while a sheet is read, others are answered', async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => [String(i + 1), '9月上旬', `参观水厂${i}`, '水务局']);
  const bytes = await writeXlsx({ sheets: [{ name: '值班表', rows: [['序号', '时间', '主题', '单位'], ...rows] }] });
  // Where this machine stood still meanwhile, once more: on one thread it would never be.
  for (let answered = 0; answered < 3; ) {
    let done = false;
    const reading = upload(desk, Buffer.from(bytes)).then(() => {
      done = true;
    });
    for (answered = 0; !done && answered < 3; answered += Number(!done)) await test_.anonymous.get('/health/live');
    await reading;
  }
});
