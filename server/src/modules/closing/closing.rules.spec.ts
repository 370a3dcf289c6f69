import { attendanceFigure, dueOf, gapsOf, offPlan, reminderOf, soonOf } from './closing.rules';
import { toldText } from './told.rules';

const ends = new Date('2026-09-08T02:30:00Z');
const due = dueOf(ends, 10);

test('a report is due at the end of the tenth day in China, or of the day its programme says', () => {
  expect(due.toISOString()).toBe('2026-09-18T15:59:00.000Z');
  expect(dueOf(ends, null)).toEqual(due);
  expect(dueOf(ends, 3).toISOString()).toBe('2026-09-11T15:59:00.000Z');
});

test('a unit is reminded two days before and once it is past due, once each', () => {
  expect(soonOf(due).toISOString()).toBe('2026-09-16T01:00:00.000Z');
  const at = (day: string, soonToldAt: Date | null = null, dueToldAt: Date | null = null) =>
    reminderOf(due, { soonToldAt, dueToldAt }, new Date(day));
  expect(at('2026-09-16T00:59:00Z')).toBeNull();
  expect(at('2026-09-16T01:00:00Z')).toBe('closingSoon');
  expect(at('2026-09-17T01:00:00Z', ends)).toBeNull();
  expect(at('2026-09-18T15:59:00Z', ends)).toBe('closingDue');
  expect(at('2026-09-19T00:00:00Z', ends, ends)).toBeNull();
});

test('the figure is what the unit said, else its hand count, else the check-ins', () => {
  const counted = { handCount: 34, checkedIn: 22 };
  expect(attendanceFigure(null, counted)).toMatchObject({ actual: 34, source: 'counted' });
  expect(attendanceFigure(null, { ...counted, handCount: null })).toMatchObject({ actual: 22, source: 'checkedIn' });
  expect(attendanceFigure({ actual: 22, source: 'checkedIn', actualSaid: true }, counted).actual).toBe(22);
  expect(attendanceFigure(null, { handCount: null, checkedIn: null })).toMatchObject({ actual: null, source: null });
});

test.each([
  [34, { min: 15, max: 15 }, false, 19],
  [12, { min: 15, max: 20 }, false, -3],
  [18, { min: 15, max: 20 }, false, 0],
  [90, { min: 20, max: null }, false, 0],
  [22, { min: 20, max: 20 }, true, 0],
  [23, { min: 20, max: 20 }, true, 3],
  [null, { min: 15, max: 20 }, false, null],
  [5, { min: null, max: null }, false, null],
])('%p people against the band %p (about: %p) are %p off', (actual, band, approximate, off) => {
  expect(offPlan(actual, { ...band, approximate })).toBe(off);
});

const whole = {
  ...{ actual: 34, countDiffers: 12, planDiffers: 19, countNote: '', planNote: '', recordedAfter: false },
  countReasons: ['noPhone' as const],
  planReasons: ['interest' as const],
  ...{ photos: [], photosVouched: false },
};

test('a difference without a reason, a figure nobody knows and faces nobody vouched for are asked', () => {
  expect(gapsOf(whole)).toEqual([]);
  expect(gapsOf({ ...whole, countReasons: [], planReasons: ['other'] })).toEqual(['countReason', 'planReason']);
  expect(gapsOf({ ...whole, planReasons: ['other'], planNote: '邻村也来了' })).toEqual([]);
  expect(gapsOf({ ...whole, countDiffers: 0, planDiffers: null, countReasons: [], planReasons: [] })).toEqual([]);
  expect(gapsOf({ ...whole, actual: null, photos: ['a'] })).toEqual(['actual', 'photos']);
  expect(gapsOf({ ...whole, planReasons: [], recordedAfter: true })).toEqual([]);
});

test('residents read figures that are there and nothing of those that are not', () => {
  const figures = {
    startsAt: new Date('2026-09-08T01:00:00Z'),
    ...{ organizer: '临水社区', theme: '停车位怎么加', actual: 34, source: 'counted' as const },
    ...{ explanations: 11, received: 6, answered: 2, sheets: { answered: 28, satisfied: 26 } },
  };
  const now = Date.parse('2026-09-15T01:00:00Z');
  expect(toldText(figures, now)).toBe(
    '9月8日，临水社区举办“停车位怎么加”，34 位居民到场。现场解读政策 11 次，收到意见 6 条，2 条已答复，28 份问卷里 26 份满意。',
  );
  const bare = { ...figures, explanations: null, received: 0, sheets: { answered: 2, satisfied: 2 } };
  expect(toldText({ ...bare, source: 'estimated' }, now)).toBe(
    '9月8日，临水社区举办“停车位怎么加”，估计 34 位居民到场。',
  );
});
