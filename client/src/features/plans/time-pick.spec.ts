import { monthGrid } from '@/lib/month';
import { aPlanRow } from '../../../test/support/plan';
import { decisionOf, endClocks, isInside, pickOf, spanWords, startClocks } from './time-pick';

const NOW = Date.parse('2099-08-24T02:00:00.000Z');

test('a window is never made into a day, and a missing hour is never invented', () => {
  expect(pickOf(aPlanRow())).toEqual({ day: null, start: null, end: null });
  const { parsed } = aPlanRow();
  const day = {
    ...parsed,
    window: { text: '9月4日', from: '2099-09-04', to: '2099-09-04', precision: 'day' as const },
  };
  expect(pickOf(aPlanRow({ parsed: day }))).toEqual({ day: '2099-09-04', start: null, end: null });
  expect(decisionOf({ day: '2099-09-04', start: null, end: null })).toBeNull();
});

test('a day and a start decide; an end that is not after the start is left out', () => {
  const startsAt = '2099-09-08T01:30:00.000Z';
  expect(decisionOf({ day: '2099-09-08', start: '09:30', end: '11:00' })).toEqual({
    startsAt,
    endsAt: '2099-09-08T03:00:00.000Z',
    act: 'publish',
  });
  expect(decisionOf({ day: '2099-09-08', start: '09:30', end: '09:00' })).toEqual({ startsAt, act: 'publish' });
});

test('the hours to choose from hold the sheet’s own, and ends only after the start', () => {
  expect(startClocks('09:20')).toContain('09:20');
  expect(endClocks('09:30', '11:05')).toContain('11:05');
  expect(endClocks('20:00', null).every((clock) => clock > '20:00' && clock < '24:00')).toBe(true);
});

test('the calendar has whole weeks from Monday, and knows what the sheet says', () => {
  const weeks = monthGrid('2026-09');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]).toEqual([null, '2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05', '2026-09-06']);
  const { window } = aPlanRow().parsed;
  expect(['2099-08-31', '2099-09-01', '2099-09-10', '2099-09-11'].map((day) => isInside(day, window))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a span is said without repeating its month or year', () => {
  expect(spanWords('2099-09-01', '2099-09-10', NOW)).toEqual(['9月1日', '10日']);
  expect(spanWords('2024-08-11', '2024-08-20', NOW)).toEqual(['2024年8月11日', '20日']);
  expect(spanWords('2099-03-01', '2099-04-30', NOW)).toEqual(['3月1日', '4月30日']);
});
