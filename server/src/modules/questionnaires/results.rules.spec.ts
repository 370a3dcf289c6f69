import type { Tallies } from '@openday/shared/questionnaires';
import { batchProblems } from './paper.rules';
import { resultsOf } from './results.rules';

const tallies = (veryGood: number, poor: number, blank: number, clear: number, unclear: number): Tallies => ({
  satisfaction: { veryGood, good: 0, fair: 0, poor, veryPoor: 0, blank },
  clarity: { clear, partly: 0, unclear, blank: 0 },
});

test('each question adds up to the sheets that came back, or what is off is said', () => {
  const batch = { handedOut: 30, returned: 20 };
  expect(batchProblems({ ...batch, tallies: tallies(15, 3, 2, 20, 0) })).toEqual([]);
  expect(batchProblems(batch)).toEqual([]);
  expect(batchProblems({ ...batch, tallies: tallies(15, 3, 0, 20, 1) }).map(({ message }) => message)).toEqual([
    '“满意度”加起来比收回的少 2 份',
    '“说清楚了吗”加起来比收回的多 1 份',
  ]);
  expect(batchProblems({ handedOut: 5, returned: 6 })).toMatchObject([{ field: 'returned' }]);
});

test('who left a question empty is in the sheets and not in its share', () => {
  const { paper, together } = resultsOf({ n: 0, tallies: null }, [{ returned: 20, tallies: tallies(15, 3, 2, 18, 2) }]);
  expect(paper).toMatchObject({
    n: 20,
    satisfaction: { answered: 18, satisfied: 15 },
    clarity: { answered: 20, clear: 18 },
  });
  expect(together).toEqual(paper);
});

test('sheets only counted are in n and in no share', () => {
  const batches = [
    { returned: 20, tallies: tallies(15, 5, 0, 20, 0) },
    { returned: 100, tallies: null },
  ];
  expect(resultsOf({ n: 3, tallies: tallies(3, 0, 0, 3, 0) }, batches).together).toMatchObject({
    n: 123,
    satisfaction: { answered: 23, satisfied: 18 },
  });
});

test('under three answers online are told neither alone nor as the difference of two sums', () => {
  const { online, paper, together } = resultsOf({ n: 2, tallies: tallies(1, 1, 0, 2, 0) }, [
    { returned: 4, tallies: tallies(4, 0, 0, 4, 0) },
  ]);
  expect([online.n, online.tallies, together]).toEqual([null, null, null]);
  expect(paper.n).toBe(4);
});
