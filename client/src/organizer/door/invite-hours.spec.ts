import { hoursOf, lastingFor } from './invite-hours';

const NOW = Date.parse('2026-09-04T02:00:00.000Z');

test.each([
  ['2026-09-04T04:00:00.000Z', '48'],
  ['2026-09-06T02:00:00.000Z', '48'],
  ['2026-09-06T03:00:00.000Z', '168'],
  ['2026-09-12T02:00:00.000Z', '336'],
  ['2026-12-12T02:00:00.000Z', 'end'],
])('an invitation to a session that ends at %s is good for %s', (endsAt, lasting) => {
  expect(lastingFor(endsAt, NOW)).toBe(lasting);
});

test('an invitation is good for the hours picked, or until the last of its sessions has ended', () => {
  const ends = ['2026-12-12T02:30:00.000Z', '2026-10-04T02:00:00.000Z'];
  expect(hoursOf('168', ends, NOW)).toBe(168);
  expect(hoursOf('end', ends, NOW)).toBe(99 * 24 + 1);
  expect(hoursOf('end', ['2026-09-03T02:00:00.000Z'], NOW)).toBe(1);
});
