import { startApp, type TestApp } from './support/app';
import { uploadInOrders } from './support/door-orders';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
});
afterAll(() => test_.stop());

test('A20 five devices upload overlapping facts at once, in any order and again: one attendance, one conflict report', async () => {
  const [first, ...others] = await uploadInOrders(test_, 40, [1, 2, 3], 15);
  expect(first).toMatchObject({ counts: { final: true } });
  expect(first!.conflicts.length).toBeGreaterThan(5);
  for (const other of others) expect(other).toEqual(first);
});
