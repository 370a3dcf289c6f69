import { someCounts } from '../../../test/support/door';
import { differenceOf, figuresOf } from './figure-list';

const figures = (change: Parameters<typeof someCounts>[0], registers = true) =>
  figuresOf(someCounts(change), registers).map(({ name, n }) => `${name} ${n ?? '—'}`);

test('registered, checked in, missing and counted by hand stand side by side; not counted is a dash', () => {
  expect(figures({ checkedIn: 30, missing: 22 })).toEqual(['报名 52', '已签到 30', '还没到 22', '现场计数 —']);
  expect(figures({ checkedIn: 30, missing: 22, handCount: 31, final: true })).toEqual([
    '报名 52',
    '签到 30',
    '未到场 22',
    '现场计数 31',
  ]);
});

test('where nobody registers, nobody is missing', () => {
  expect(figures({ registered: 0, missing: 0, checkedIn: 8 }, false)).toEqual(['已签到 8', '现场计数 —']);
});

test('the hand count alone is enough: nobody was checked in, so nobody stayed away and nothing differs', () => {
  expect(figures({ handCount: 45 })).toEqual(['报名 52', '已签到 —', '现场计数 45']);
  expect(figures({ registered: 0, missing: 0, handCount: 45 }, false)).toEqual(['已签到 —', '现场计数 45']);
  expect(differenceOf(someCounts({ handCount: 45 }))).toBe(0);
});

test('hand count and check-in differ only where both were done', () => {
  expect(differenceOf(someCounts({ checkedIn: 40, handCount: 45 }))).toBe(5);
  expect(differenceOf(someCounts({ checkedIn: 40 }))).toBe(0);
});
