import { comparable, mayResemble, meets, searchWords } from './search.rules';

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
  ['pinyin with spaces between its syllables', 'xian feng'],
  ['pinyin with spaces, the last syllable cut short', 'xian feng she q'],
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

test.each([
  ['yi zhen', ['yizhen']],
  ['jiao jing 大队 x f', ['jiaojing', '大队', 'xf']],
  ['canguan xiaofang', ['canguan', 'xiaofang']],
  ['open day', ['open', 'day']],
  ['消防 参观', ['消防', '参观']],
])('the words of “%s” are %j', (q, words) => {
  expect(searchWords(q)).toEqual(words);
});

describe('a word by which nothing is found as it is typed', () => {
  const resembles = (q: string) => {
    const words = searchWords(q);
    return meets(activity, words, new Set(words.filter(mayResemble)));
  };

  test.each([
    ['its characters in order, two left out', '党群中心'],
    ['one left out of the middle', '体真警'],
    ['characters that sound alike', '先峰社区'],
    ['all of them sounding alike', '鲜蜂'],
    ['a form that sounds alike', '餐观'],
    ['pinyin and characters', 'xianfeng社区'],
    ['characters and pinyin', '党群fuwu'],
    ['characters and initials', '先锋sq'],
  ])('is met by %s', (_, q) => {
    expect(meets(activity, searchWords(q))).toBe(false);
    expect(resembles(q)).toBe(true);
  });

  test('unless it is longer than anybody types: a theme of one character repeated would be tried in too many ways', () => {
    expect([mayResemble('一'.repeat(12)), mayResemble('一'.repeat(13))]).toEqual([true, false]);
  });

  test.each([
    ['characters far apart', '先党中'],
    ['two characters with two between them', '先区'],
    ['another order', '锋先'],
    ['a single character that sounds alike', '鲜'],
    ['pinyin alone', 'xianzhongxin'],
    ['letters that are left out', 'oday'],
  ])('is not met by %s', (_, q) => {
    expect(resembles(q)).toBe(false);
  });
});
