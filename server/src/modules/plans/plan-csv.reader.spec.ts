import { readCsv } from './plan-csv.reader';

const cells = (text: string) => readCsv(text)?.rows.map((row) => row.map((cell) => cell.text));
const HEAD = ['序号', '活动时间', '主题', '单位'];

test('quotation marks keep commas, line breaks and marks; a title above counts as a row', () => {
  const text = `计划表,,,\n${HEAD.join()}\n1,9月,"看水厂,\n听""民声""",水务局\n`;
  expect(cells(text)).toEqual([['计划表', '', '', ''], HEAD, ['1', '9月', '看水厂,\n听"民声"', '水务局']]);
  expect(readCsv(text)!.rows[2]![2]!.where).toBe('第 3 行');
});

test.each([';', '，'])('%s parts cells too', (sign) => {
  expect(cells([HEAD, ['1', '9月', '看水厂', '水务局']].map((row) => row.join(sign)).join('\n'))).toHaveLength(2);
});

test('a tab table copied out of a spreadsheet is read with the line breaks of its cells', () => {
  expect(cells(`${HEAD.join('\t')}\n1\t9月\t"看水厂\n听民声"\t水务局`)![1]![2]).toBe('看水厂\n听民声');
});

test('a table without names is known by its even rows; sentences are none', () => {
  expect(cells('1,9月,看水厂,水务局\n2,10月,听民声,水务局')).toHaveLength(2);
  expect(readCsv('各位居民，大家好。\n欢迎来，看水厂，听民声，谢谢。')).toBeNull();
});
