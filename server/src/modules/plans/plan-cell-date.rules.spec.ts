import { dateText } from './plan-cell-date.rules';

const at = (text: string) => new Date(`${text}Z`);

test.each([
  ['2025-09-05T00:00', 'yyyy-mm-dd', '2025-09-05'],
  ['2025-09-05T00:00', 'm/d/yyyy', '2025-09-05'],
  ['2025-09-01T00:00', 'yyyy"年"m"月"', '2025年9月'],
  ['2025-09-01T00:00', '[$-804]yyyy"年"m"月";@', '2025年9月'],
  ['2026-09-04T00:00', 'm"月"d"日"', '9月4日'],
  ['2025-09-05T09:30', 'yyyy/m/d h:mm', '2025-09-05 9:30'],
  ['2025-09-05T09:30', 'yyyy/m/d', '2025-09-05'],
  ['1899-12-31T09:05', 'h:mm', '9:05'],
])('%s shown as %s is %s', (value, format, text) => {
  expect(dateText(at(value), format)).toBe(text);
});
