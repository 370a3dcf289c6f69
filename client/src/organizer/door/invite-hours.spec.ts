import { hoursFor } from './invite-hours';

const NOW = Date.parse('2026-09-04T02:00:00.000Z');

test.each([
  ['2026-09-04T04:00:00.000Z', '48'],
  ['2026-09-06T02:00:00.000Z', '48'],
  ['2026-09-06T03:00:00.000Z', '168'],
  ['2026-09-12T02:00:00.000Z', '336'],
  ['2026-12-12T02:00:00.000Z', '336'],
])('an invitation to a session that ends at %s is good for %s hours', (endsAt, hours) => {
  expect(hoursFor(endsAt, NOW)).toBe(hours);
});
