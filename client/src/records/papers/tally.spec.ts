import { batchOf, draftOf, noTallies, offBy, withCount } from './tally';

const draft = { ...draftOf(null), place: '签到台', handedOut: 3, returned: 2 };

test('what does not add up to the sheets that came back says by how much, and is not sent', () => {
  const one = withCount(withCount(noTallies(), 'satisfaction', 'good', 3), 'clarity', 'clear', 1);
  expect(offBy({ ...draft, tallies: one }, 'satisfaction')).toBe(1);
  expect(offBy({ ...draft, tallies: one }, 'clarity')).toBe(-1);
  expect(batchOf({ ...draft, tallies: one })).toBeNull();
  const two = withCount(withCount(one, 'satisfaction', 'good', 2), 'clarity', 'blank', 1);
  expect(batchOf({ ...draft, tallies: two })).toMatchObject({ place: '签到台', returned: 2, tallies: two });
});

test('sheets only counted need no ticks, and no more come back than went out', () => {
  expect(batchOf({ ...draft, tallies: null })).toEqual({ place: '签到台', handedOut: 3, returned: 2 });
  expect(batchOf({ ...draft, tallies: null, returned: 4 })).toBeNull();
  expect(batchOf({ ...draft, tallies: null, place: ' ' })).toBeNull();
});

test('nothing is counted under none', () => {
  expect(withCount(noTallies(), 'clarity', 'clear', -1).clarity.clear).toBe(0);
});
