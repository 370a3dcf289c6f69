import { about, exactly, over, share } from './annual-wording.rules';

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
