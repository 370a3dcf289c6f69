import { aPlanRow, aWarning } from '../../../test/support/plan';
import { decidedWords, factOf } from './settled';

const NOW = Date.parse('2099-08-24T02:00:00.000Z');
const NAMES = { unit: '九州街道', venue: '先锋社区党群服务中心', holds: 60 };

test('a settled question is a fact: what it asked for is gone', () => {
  expect(factOf('“9 月上旬”没有具体日期，请定下日期和时刻。')).toBe('“9 月上旬”没有具体日期');
  expect(factOf('“住建局”是不是“住房和城乡建设局”？请选定单位。')).toBe('“住建局”');
  expect(factOf('请填几点开始。')).toBe('');
  expect(factOf('没写邀请谁来，请核对。')).toBe('没写邀请谁来');
  expect(factOf('原文断行，已接上。')).toBe('原文断行，已接上');
});

test('beside it stands what was decided, in words', () => {
  const startsAt = '2099-09-08T01:30:00.000Z';
  const endsAt = '2099-09-08T03:00:00.000Z';
  const row = aPlanRow({ decided: { startsAt, endsAt, venueId: '7', quotas: [{ name: '居民', capacity: 12 }] } });
  const said = (code: Parameters<typeof aWarning>[0]) => decidedWords(row, aWarning(code, 'time'), NAMES, NOW);
  expect(said('date_vague')).toBe('9月8日 周二 上午9:30–11:00');
  expect(said('venue_missing')).toBe('先锋社区党群服务中心');
  expect(said('headcount_missing')).toBe('居民 12');
  expect(said('suspected_typo')).toBeNull();
});
