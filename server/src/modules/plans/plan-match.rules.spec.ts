import { type Mark, matchRows } from './plan-match.rules';

const mark = (position: number, theme: string, time = '9月4日', contentHash = `${theme}${time}`): Mark => ({
  position,
  contentHash,
  theme,
  unit: '水务局',
  time,
});

test.each<[string, Mark[], Mark[], (number | null)[]]>([
  ['unchanged', [mark(1, '甲'), mark(2, '乙')], [mark(1, '甲'), mark(2, '乙')], [0, 1]],
  ['moved', [mark(1, '乙'), mark(2, '甲')], [mark(1, '甲'), mark(2, '乙')], [1, 0]],
  ['one put in before', [mark(1, '新'), mark(2, '甲')], [mark(1, '甲')], [null, 0]],
  ['a time corrected', [mark(1, '甲', '9月5日')], [mark(1, '甲')], [0]],
  ['a theme corrected', [mark(1, '甲甲')], [mark(1, '甲')], [0]],
  ['two alike', [mark(1, '甲'), mark(2, '甲')], [mark(1, '甲'), mark(2, '甲')], [0, 1]],
  ['another row altogether', [{ ...mark(1, '丙', '10月'), unit: '城管局' }], [mark(1, '甲')], [null]],
])('%s', (_, fresh, old, matches) => {
  expect(matchRows(fresh, old)).toEqual(matches);
});
