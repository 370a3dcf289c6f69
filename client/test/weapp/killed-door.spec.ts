import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DoorCounts } from '@openday/shared/check-in';
import { Account } from '../support/account';
import { type Party, partiesFor, randomFrom } from '../support/parties';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const SCANS = Number(process.env.KILL_SCANS ?? 50);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Of the codes shown, for how many the app is killed while it writes. */
const KILLED = 0.2;
const THEME = '水厂的门口';

jest.setTimeout(600_000);

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

test(`A21 in WeChat the door is killed in the middle of ${SCANS} scans, offline: none is lost, none doubled, names stay encrypted`, async () => {
  const random = randomFrom(SEED);
  process.stdout.write(`SEED=${SEED}\n`);
  const unit = await Account.of(product.origin, 'organizer');
  const session = await unit.publishes(THEME, { quotas: [{ name: '居民', capacity: 2 * SCANS }] });
  const parties = await partiesFor(product.origin, session, SCANS);
  const staff = await Account.of(product.origin, 'staff');
  const storage = join(product.folder, 'door.json');
  writeFileSync(storage, JSON.stringify([['tokens', { json: JSON.stringify(staff.tokens), encrypted: false }]]));
  const launch = (page: string, cut: boolean) =>
    Phone.launch({ bundle, origin: product.origin, storage }, { at: `staff/${page}/index?id=${session.id}`, cut });

  const first = launch('today', false);
  await savesList(first);
  first.close();
  expect(first.errors).toEqual([]);
  const lists = first.storage.writes.filter((key) => key.startsWith('door.list.'));
  expect(lists.length).toBeGreaterThan(0);
  expect(lists.filter((key) => !key.endsWith(' encrypted'))).toEqual([]);
  expect(plainText(storage)).not.toContain(parties[0]?.registrationId);

  let phone: Phone | null = null;
  let kills = 0;
  for (const party of parties) {
    for (let isIn = false; !isIn; ) {
      phone ??= launch('scan', true);
      if (random() < KILLED) phone.killAtWrite(1 + Math.floor(random() * 2));
      isIn = await letsIn(phone, party);
      if (!phone.killed) continue;
      kills += 1;
      phone = null;
    }
  }
  phone?.close();
  process.stdout.write(`kills: ${kills}\n`);
  expect(kills).toBeGreaterThan(0);

  const last = launch('scan', false);
  await last.sees('全部传完');
  last.close();
  expect(last.errors).toEqual([]);
  const counts = await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`);
  expect(counts.checkedIn).toBe(parties.reduce((sum, { seats }) => sum + seats, 0));
  expect(counts.conflicts).toEqual([]);
  expect(counts.devices.map(({ lastSeq, missing }) => ({ lastSeq, missing }))).toEqual([
    { lastSeq: parties.length, missing: [] },
  ]);
});

/** Saves the list of the session in sight, under the name of this door. */
async function savesList(phone: Phone): Promise<void> {
  await phone.tap('存名单', THEME);
  await phone.tap('东门');
  await phone.tap('就叫这个');
  await phone.sees('没网也能用');
}

/** Shows a party's code to the camera; whether the door said that it is in before it was killed, at whatever moment. */
async function letsIn(phone: Phone, { code, seats }: Party): Promise<boolean> {
  const until = (what: string, isSo: () => boolean) => phone.until(what, () => phone.killed || isSo() || null);
  const answered = () => phone.words.includes('继续扫');
  // It may be killed while it starts, before there is a camera.
  await until('the camera', () => phone.words.includes('对准居民的码'));
  if (phone.killed) return false;
  await phone.reads(code);
  await until('an answer', answered);
  if (phone.killed) return false;
  const isIn = phone.words.includes('已经进过了') || phone.words.includes('已记下');
  await phone.tap(isIn ? '继续扫码' : `${seats} 位进场，继续扫`);
  await until('the camera again', () => !answered());
  return !phone.killed;
}

/** What anybody who opens the phone's files can read. */
function plainText(storage: string): string {
  const entries = JSON.parse(readFileSync(storage, 'utf8')) as [string, { json: string; encrypted: boolean }][];
  return entries.flatMap(([key, { json, encrypted }]) => (encrypted ? [] : [key, json])).join('\n');
}
