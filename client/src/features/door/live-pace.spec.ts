import { isDoorOpen, waitFor } from './live-pace';

const HOUR = 3_600_000;
const startsAt = new Date(0).toISOString();
const endsAt = new Date(2 * HOUR).toISOString();
const openAt = (hours: number, final = false) => isDoorOpen({ startsAt, endsAt }, { final }, hours * HOUR);

test('a door may be open from two hours before to two hours after, until its figures are final', () => {
  expect([-3, -1, 1, 3, 5].map((hours) => openAt(hours))).toEqual([false, true, true, true, false]);
  expect(openAt(1, true)).toBe(false);
});

test('while the door is open the board is never more than two seconds behind, however quiet it is', () => {
  expect([0, 5, 500].map((quiet) => waitFor({ quiet, failures: 0 }, true))).toEqual([1500, 1500, 1500]);
});

test('otherwise it asks less and less often while nothing changes, and at once again when something did', () => {
  const waits = [0, 1, 2, 3, 4, 5, 50].map((quiet) => waitFor({ quiet, failures: 0 }, false));
  expect(waits).toEqual([1500, 3000, 6000, 12_000, 24_000, 30_000, 30_000]);
});

test('a server that does not answer is asked less and less often, and not before it said', () => {
  const waits = [1, 2, 9].map((failures) => waitFor({ quiet: 0, failures }, true));
  expect(waits).toEqual([3000, 6000, 30_000]);
  expect(waitFor({ quiet: 0, failures: 1 }, true, 20)).toBe(20_000);
});
