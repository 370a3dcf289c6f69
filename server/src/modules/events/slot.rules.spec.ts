import { daysAhead, slotProblems, slotsOf } from './slot.rules';

const plan = {
  eventId: '1',
  venueId: '2',
  weekdays: [2, 4],
  opens: '09:00',
  ends: '11:00',
  minutes: 45,
  seats: 10,
  weeks: 2,
  skipsHolidays: true,
};

test('a place has its slots on its days, none past closing, none on a holiday', () => {
  expect(slotsOf(plan, '2026-09-15')).toEqual([
    ['2026-09-15T01:00:00.000Z', '2026-09-15T01:45:00.000Z'],
    ['2026-09-15T01:45:00.000Z', '2026-09-15T02:30:00.000Z'],
  ]);
  expect(slotsOf(plan, '2026-09-16')).toEqual([]);
  expect(slotsOf(plan, '2026-10-01')).toEqual([]);
  expect(slotsOf({ ...plan, skipsHolidays: false }, '2026-10-01')).toHaveLength(2);
});

test('weeks ahead are counted in days over the end of a month', () => {
  expect(daysAhead('2026-08-30', 1)).toEqual(
    ['2026-08-30', '2026-08-31'].concat(['01', '02', '03', '04', '05'].map((d) => `2026-09-${d}`)),
  );
});

test.each([
  ['closes before it opens', { ends: '08:00' }, 'ends'],
  ['has no room for one slot', { ends: '09:30' }, 'ends'],
  ['opens at no o’clock', { opens: '25:00' }, 'opens'],
  [
    'has too many slots',
    { weekdays: [1, 2, 3, 4, 5], opens: '08:00', ends: '18:00', minutes: 15, weeks: 8 },
    'minutes',
  ],
])('a place that %s is refused beside the field', (_, over, field) => {
  expect(slotProblems({ ...plan, ...over })).toMatchObject([{ field }]);
});
