import { dayOf } from '@openday/shared/dates';
import { spanOf, windowOf } from './moments';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}:00+08:00`);

test.each(['00:00', '00:05', '06:30', '09:10', '12:00', '17:59', '20:45', '23:59'])(
  'at %s a session is going on that began today and lasts',
  (clock) => {
    const now = at(`2026-11-21T${clock}`);
    const { startsAt, endsAt } = spanOf('goingOn', now);
    expect(dayOf(startsAt)).toBe('2026-11-21');
    expect(Date.parse(startsAt)).toBeLessThanOrEqual(now);
    expect(Date.parse(endsAt)).toBeGreaterThanOrEqual(now + 2 * HOUR);
  },
);

test.each([
  ['00:05', '2026-11-21T01:30:00.000Z'],
  ['09:10', '2026-11-21T06:30:00.000Z'],
  ['13:00', '2026-11-21T06:30:00.000Z'],
  ['13:01', '2026-11-21T08:30:00.000Z'],
  ['18:10', '2026-11-21T12:00:00.000Z'],
  ['18:31', '2026-11-22T02:00:00.000Z'],
])('at %s the next one begins at %s', (clock, startsAt) => {
  expect(spanOf('laterToday', at(`2026-11-21T${clock}`)).startsAt).toBe(startsAt);
});

test('days are counted in China, over the end of the year', () => {
  expect(spanOf({ day: 1, from: '09:30', to: '11:00' }, at('2026-12-31T00:10'))).toEqual({
    startsAt: '2027-01-01T01:30:00.000Z',
    endsAt: '2027-01-01T03:00:00.000Z',
  });
  expect(spanOf({ day: -1, from: '15:00', to: '16:30' }, at('2027-01-01T23:50')).startsAt).toBe(
    '2026-12-31T07:00:00.000Z',
  );
});

test.each([
  ['2026-11-05', '中旬', 0, '11月中旬', '2026-11-11', '2026-11-20'],
  ['2026-11-18', '中旬', 0, '12月中旬', '2026-12-11', '2026-12-20'],
  ['2026-11-05', '下旬', 0, '11月下旬', '2026-11-21', '2026-11-30'],
  ['2026-12-15', '上旬', 0, '1月上旬', '2027-01-01', '2027-01-10'],
  ['2027-01-31', '下旬', 0, '2月下旬', '2027-02-21', '2027-02-28'],
  ['2026-12-31', '中旬', 1, '2月中旬', '2027-02-11', '2027-02-20'],
] as const)('on %s, %s and %i months is %s', (day, third, later, text, from, to) => {
  expect(windowOf({ third, later }, at(`${day}T10:00`))).toEqual({ text, from, to, precision: 'tenDays' });
});

test('the plan writes one window with 月份', () => {
  expect(windowOf({ third: '下旬', later: 0, month: '月份' }, at('2026-11-05T10:00')).text).toBe('11月份下旬');
});
