import { comparable, meets, searchWords } from './search.rules';

const activity = {
  theme: '体验真“警”色 OpenDay',
  organizer: '高新区建设管理部',
  venue: '先锋社区党群服务中心',
  forms: ['visit'] as const,
};

test.each([
  ['part of the theme', '真警色'],
  ['another width and case', 'ｏｐｅｎｄａｙ'],
  ['spaces where there are none', '先锋 社区'],
  ['part of the unit, leaving out characters', '建管部'],
  ['a synonym of its form', '参观'],
  ['pinyin in full', 'xianfeng'],
  ['pinyin by initials', 'xfsq'],
  ['pinyin in full, then initials', 'xianfsq'],
  ['pinyin cut short', 'xianfengshe'],
  ['the pinyin of a synonym', 'canguan'],
  ['another reading of a character', 'zhenjingshai'],
  ['all of several words', '参观 建管部 xfsq'],
])('a search is met by %s', (_, q) => {
  expect(meets(activity, searchWords(q))).toBe(true);
});

test.each([
  ['what is nowhere', '消防'],
  ['one word of two', '参观 消防'],
  ['a synonym of another form', '讲座'],
  ['the characters of a unit in another order', '部建管'],
  ['pinyin of nothing', 'xf消'],
])('a search is not met by %s', (_, q) => {
  expect(meets(activity, searchWords(q))).toBe(false);
});

test('a search without a word is met by everything, and wildcards are no words', () => {
  expect(searchWords(' %_ 。')).toEqual([]);
  expect(comparable('“ＡＢ”－c 1%')).toBe('abc1');
});
