import { startApp, type TestApp } from '../support/app';
import { uploadInOrders } from '../support/door-orders';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';

/** FAULTS=full is the size of docs' acceptance. */
const FULL = process.env.FAULTS === 'full';
const EACH = FULL ? 2000 : 400;
const SEEDS = Array.from({ length: FULL ? 120 : 3 }, (_, i) => i);

jest.setTimeout(FULL ? 7_200_000 : 600_000);

let mariadb: ThrowAwayMariadb;
let test_: TestApp;

beforeAll(async () => {
  mariadb = await startMariadb();
  process.env.TEST_MARIADB_URL = mariadb.url;
  test_ = await startApp();
});
afterAll(async () => {
  await test_.stop();
  await mariadb.stop();
});

test('A20 five devices upload thousands of overlapping facts, batches of up to 200 in any order: one attendance', async () => {
  const [first, ...others] = await uploadInOrders(test_, EACH, SEEDS, 200);
  expect(first).toMatchObject({ counts: { final: true } });
  for (const other of others) expect(other).toEqual(first);
});
