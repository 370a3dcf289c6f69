import { about, exactly, over, share } from './annual-wording.rules';
import { changeWords, comparedWords } from './annual-words.rules';

test('an estimate is said with two digits that count', () => {
  expect([803, 847, 1236, 46, 9, 12_567, 995].map((value) => about(value, '人'))).toEqual([
    ...['约 800 人', '约 850 人', '约 1,200 人', '约 46 人', '约 9 人', '约 13,000 人', '约 1,000 人'],
  ]);
});

test('余 is said of the roundest number that leaves out a twentieth at most, and not where little is there', () => {
  expect([1236, 618, 600, 87, 100, 101, 23_456].map((value) => over(value, '份'))).toEqual([
    ...['1,200 余份', '600 余份', '600 份', '87 份', '100 份', '100 余份', '23,000 余份'],
  ]);
  expect([280, 287, 119, 199, 650, 1090].map((value) => over(value, '次'))).toEqual([
    ...['280 次', '280 余次', '119 次', '190 余次', '650 次', '1,090 次'],
  ]);
});

test('what is counted is said as it is; a share of nothing is none', () => {
  expect([exactly(1148, '份'), exactly(0, '场'), share(1107, 1148), share(0, 0)]).toEqual([
    ...['1,148 份', '0 场', '96.4%', '—'],
  ]);
});

test('beside the year before a share is compared as a share, and nothing with what is not known', () => {
  const many = (value: number | null) => ({ value, of: null, wording: '' });
  const satisfied = (value: number, of: number) => ({ value, of, wording: share(value, of) });
  const [now, then] = [satisfied(126, 137), satisfied(278, 294)];
  expect([comparedWords(now), comparedWords(many(193)), comparedWords(many(null))]).toEqual(['92%', '193', '—']);
  expect([changeWords(now, then), changeWords(then, now)]).toEqual(['降低 2.6 个百分点', '提高 2.6 个百分点']);
  expect([changeWords(many(193), many(433)), changeWords(many(5), many(5)), changeWords(many(2), many(null))]).toEqual([
    ...['减少 240', '持平', ''],
  ]);
});
