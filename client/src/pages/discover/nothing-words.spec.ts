import { NO_FILTERS } from '@/features/sessions/filters';
import { nothingWords } from './nothing-words';

const NOW = Date.parse('2026-09-04T02:00:00.000Z');

test.each([
  [{ day: 'weekend' as const, accessible: true }, '这个周末没有无障碍的活动'],
  [{ day: '2026-09-30' as const }, '9月30日 周三没有活动'],
  [{ day: 'today' as const, walkIn: true }, '今天没有不用报名的活动'],
  [{ form: 'talk' as const, open: true }, '没有还报得上的座谈交流活动'],
  [{ q: ' 停车 ', open: true }, '没有找到“停车”'],
])('what was not found is said as it was asked for', (change, words) => {
  expect(nothingWords({ ...NO_FILTERS, ...change }, NOW)).toBe(words);
});
