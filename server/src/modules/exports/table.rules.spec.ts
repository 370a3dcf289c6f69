import { safeText } from '../reports/safe-text.rules';
import { safeCell } from './table.rules';

test.each([
  ['=cmd|/C calc!A0', "'=cmd|/C calc!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+8613800000001', "'+8613800000001"],
  ['-1+1', "'-1+1"],
  ['  =1+1', "'  =1+1"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', "' =1"],
  ['\r=1', "'\n=1"],
  ['|calc', "'|calc"],
])('A37 %j is inert in a cell', (text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test('what is no formula stays as it is, its lines too; half a letter and control signs do not', () => {
  expect(safeText('居民议事日\n第二场')).toBe('居民议事日\n第二场');
  expect(safeText('2-3 人')).toBe('2-3 人');
  expect(safeText('a\u0000b\u001bc')).toBe('a b c');
  expect(safeText('\ud83d')).toBe('\ufffd');
  expect(safeText('😀')).toBe('😀');
});

test('numbers stay numbers, negative ones too, and nothing stays nothing', () => {
  expect([-3, 0, null].map(safeCell)).toEqual([-3, 0, null]);
});
