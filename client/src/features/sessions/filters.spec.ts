import { dayRange, findQuery, NO_FILTERS, narrowings, without } from './filters';

/** Friday 4 September 2026, 20:00 in China. */
const NOW = Date.parse('2026-09-04T12:00:00.000Z');

test('without filters nothing is asked for but what comes', () => {
  expect(findQuery(NO_FILTERS, NOW)).toEqual({});
  expect(narrowings({ ...NO_FILTERS, q: '  ' })).toEqual([]);
});

test('every filter reaches the server, words without the spaces around them', () => {
  const filters = {
    ...NO_FILTERS,
    q: ' 停车 ',
    form: 'talk' as const,
    topic: 'city' as const,
    organizer: { id: '7', name: '城管局' },
    open: true,
    accessible: true,
    walkIn: true,
  };
  const asked = { q: '停车', form: 'talk', topic: 'city', organizer: '7', open: true, accessible: true, walkIn: true };
  expect(findQuery(filters, NOW)).toEqual(asked);
});

test.each([
  ['today', '2026-09-03T16:00:00.000Z', '2026-09-04T16:00:00.000Z'],
  ['tomorrow', '2026-09-04T16:00:00.000Z', '2026-09-05T16:00:00.000Z'],
  ['weekend', '2026-09-04T16:00:00.000Z', '2026-09-06T16:00:00.000Z'],
  ['2026-09-30', '2026-09-29T16:00:00.000Z', '2026-09-30T16:00:00.000Z'],
] as const)('%s is whole days of China’s clock', (day, from, to) => {
  expect(dayRange(day, NOW)).toEqual({ from, to });
});

test('just before midnight in China tomorrow is still the next day', () => {
  const late = Date.parse('2026-09-04T15:59:59.000Z');
  expect(dayRange('tomorrow', late).from).toBe('2026-09-04T16:00:00.000Z');
});

test('one narrowing less leaves the others; the day is given up before the words', () => {
  const filters = { ...NO_FILTERS, q: '停车', day: 'weekend' as const, open: true };
  expect(narrowings(filters)).toEqual(['day', 'open', 'q']);
  expect(narrowings(without(filters, 'day'))).toEqual(['open', 'q']);
});
