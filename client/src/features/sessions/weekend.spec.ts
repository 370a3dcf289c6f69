import { weekend } from './weekend';

test.each([
  ['Friday evening', '2026-09-04T12:00:00.000Z'],
  ['Monday', '2026-08-31T01:00:00.000Z'],
  ['Saturday', '2026-09-05T04:00:00.000Z'],
])('on %s the weekend is Saturday and Sunday to come', (_day, now) => {
  expect(weekend(Date.parse(now))).toEqual({ from: '2026-09-04T16:00:00.000Z', to: '2026-09-06T16:00:00.000Z' });
});

test('on Sunday the weekend is what is left of it', () => {
  const now = Date.parse('2026-09-06T03:00:00.000Z');
  expect(weekend(now)).toEqual({ from: '2026-09-05T16:00:00.000Z', to: '2026-09-06T16:00:00.000Z' });
});
