import { type Polled, poll } from './poll';

const STEP = 1000;

/** Asks that answer, or fail, as told; each waits a second for the next. */
function polling(answers: (boolean | Error)[]) {
  const waits: Polled[] = [];
  const failures: unknown[] = [];
  let asked = 0;
  const stop = poll({
    ask: async () => {
      const answer = answers[asked++];
      if (answer instanceof Error) throw answer;
      return answer ?? false;
    },
    wait: (polled) => {
      waits.push(polled);
      return STEP;
    },
    onFailure: (failure) => failures.push(failure),
  });
  return { waits, failures, stop, asked: () => asked };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('counts what stayed the same and what failed, each in a row', async () => {
  const lost = new Error('no network');
  const { waits, failures, stop } = polling([true, false, false, lost, lost, true]);
  await jest.advanceTimersByTimeAsync(5 * STEP);
  stop();
  expect(waits.map(({ quiet }) => quiet)).toEqual([0, 1, 2, 2, 2, 0]);
  expect(waits.map((each) => each.failures)).toEqual([0, 0, 0, 1, 2, 0]);
  expect(failures).toEqual([lost, lost]);
});

test('stopped, it asks no more', async () => {
  const { stop, asked } = polling([]);
  await jest.advanceTimersByTimeAsync(STEP);
  stop();
  await jest.advanceTimersByTimeAsync(10 * STEP);
  expect(asked()).toBe(2);
});
