/**
 * A generated test tries the same cases each time, so that a red run is of the change and not of the day's luck:
 * `FUZZ_SEED=$RANDOM pnpm test server:rules` looks further. What fails is printed with its seed and path.
 */
jest.mock('fast-check', () => {
  const fc = jest.requireActual('fast-check');
  fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20261101) });
  return fc;
});
