import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DoorCounts } from '@openday/shared/check-in';
import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { TicketHolder } from '../support/ticket-holder';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

jest.setTimeout(180_000);

const PARTIES = 20;
const MB = 1024 * 1024;
const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;
let unit: Account;
let phones = 0;
const launched: Phone[] = [];

beforeAll(async () => {
  product = await startProduct();
  unit = await Account.of(product.origin, 'organizer');
});
afterAll(() => product?.stop());
// Also those of a test that failed: what goes on running keeps jest from ending.
afterEach(() => {
  for (const phone of launched.splice(0)) phone.close();
});

test('A15 in WeChat the door lets in twenty parties by camera without network, nobody on a forged, foreign or cancelled code, and the unit’s page agrees once it is back', async () => {
  const session = await unit.publishes('水厂的门口', { quotas: [{ name: '居民', capacity: 60 }] });
  const elsewhere = await unit.publishes('图书馆开放日');
  const holder = (n: number, of = session) =>
    TicketHolder.of(product.origin, `居民${of.id.slice(-3)}-${n}号`, of, 1 + (n % 3));
  const parties: TicketHolder[] = [];
  for (let n = 0; n < PARTIES; n++) parties.push(await holder(n));
  const [foreign, gone] = [await holder(1, elsewhere), await holder(PARTIES)];
  await gone.cancels();
  const people = parties.reduce((sum, { ticket }) => sum + ticket.seats, 0);

  const storage = newStorage(await Account.of(product.origin, 'staff'));
  const door = launch(storage, 'staff/today/index');
  await savesList(door, session);
  door.network.cut = true;
  await door.tap('开始签到', session.theme);

  for (const party of parties) await letsIn(door, party);
  for (const [code, answer, on] of [
    [foreign.forges(parties[0] ?? gone), '码对不上', '再扫一次'],
    [foreign.code(), '不是这一场', '继续扫码'],
    [gone.code(), '报名已取消', '继续扫码'],
  ] as const) {
    await door.reads(code);
    await door.sees(answer);
    await door.tap(on);
    await goneFrom(door, answer);
  }
  await door.sees(`${PARTIES} 条待上传`);
  door.close();
  expect(door.errors).toEqual([]);

  const again = launch(storage, scanOf(session), true);
  await again.sees(`${PARTIES} 条待上传`);
  expect(again.words).toContain(`${people}人已到`);

  const board = launch(newStorage(unit), `organizer/session/index?id=${session.id}`);
  await board.sees('0已签到');
  // Nothing changed: it asks by the tag of what it has.
  const counts = `GET /api/check-in/sessions/${session.id}/counts`;
  await board.until('two answers that nothing changed', () =>
    board.network.answered.filter((each) => each === `${counts} 304`).length >= 2 ? true : null,
  );
  expect(await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).toMatchObject({ checkedIn: 0 });

  again.network.cut = false;
  await again.sees('全部传完');
  await board.sees(`${people}已签到`);
  again.close();
  board.close();
  expect([...again.errors, ...board.errors]).toEqual([]);
  expect(await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).toMatchObject({
    checkedIn: people,
    missing: 0,
    conflicts: [],
    flagged: 0,
    devices: [{ name: '东门', lastSeq: PARTIES, missing: [] }],
  });
});

test('A25 WeChat’s 10 MB are full: the door stops, says that nobody was recorded, and goes on once there is room', async () => {
  const session = await unit.publishes('变电站开放日');
  const party = await TicketHolder.of(product.origin, '没地方记的人', session, 2);
  const storage = newStorage(await Account.of(product.origin, 'staff'));
  const first = launch(storage, 'staff/today/index');
  await savesList(first, session);
  first.close();
  fill(storage);

  const door = launch(storage, scanOf(session), true);
  await door.reads(party.code());
  await door.tap('2 位进场，继续扫');
  await door.sees('没有记下');
  expect(door.words).toContain('存不下了清一清手机再试0人已到');
  expect(door.words).not.toContain('已记下');
  // Said to whoever looks for what went wrong, too.
  expect(door.errors.join()).toContain('fact not stored');
  door.storage.api(JSON.parse).removeStorageSync('filler.0');
  await door.tap('再试');
  await door.tap('2 位进场，继续扫');
  await door.sees('1 条待上传');
  expect(door.words).toContain('2人已到');
  door.network.cut = false;
  await door.sees('全部传完');
  door.close();
  expect(await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).toMatchObject({ checkedIn: 2 });
});

function launch(storage: string, at: string, cut = false): Phone {
  const phone = Phone.launch({ bundle, origin: product.origin, storage }, { at, cut });
  launched.push(phone);
  return phone;
}

const scanOf = ({ id }: SessionDetail) => `staff/scan/index?id=${id}`;

/** A phone of its own, on which somebody is signed in. */
function newStorage({ tokens }: Account): string {
  const storage = join(product.folder, `phone-${++phones}.json`);
  writeFileSync(storage, JSON.stringify([['tokens', { json: JSON.stringify(tokens), encrypted: false }]]));
  return storage;
}

/** Fills a phone's storage to the last hundred bytes, as other months' facts could. */
function fill(storage: string): void {
  const kept = JSON.parse(readFileSync(storage, 'utf8')) as [string, { json: string; encrypted: boolean }][];
  const sizeOf = ([key, { json, encrypted }]: (typeof kept)[number]) =>
    Buffer.byteLength(key) + Math.ceil(Buffer.byteLength(json) * (encrypted ? 1.4 : 1));
  let left = 10 * MB - 100 - kept.reduce((sum, entry) => sum + sizeOf(entry), 0);
  for (let n = 0; left > 0; n++) {
    const key = `filler.${n}`;
    const size = Math.min(left, MB);
    kept.push([key, { json: `"${'x'.repeat(Math.max(0, size - key.length - 2))}"`, encrypted: false }]);
    left -= size;
  }
  writeFileSync(storage, JSON.stringify(kept));
}

/** Saves the list of the session, under the name of this door. */
async function savesList(phone: Phone, { theme }: SessionDetail): Promise<void> {
  await phone.tap('存名单', theme);
  await phone.tap('东门');
  await phone.tap('就叫这个');
  await phone.sees('没网也能用');
}

/** The party shows its code; one alone is in without a tap. */
async function letsIn(door: Phone, party: TicketHolder): Promise<void> {
  const { seats } = party.ticket;
  await door.reads(party.code());
  await door.sees('请进');
  if (seats > 1) await door.tap(`${seats} 位进场，继续扫`);
  else {
    await door.sees('1 位已记下');
    await door.tap('继续扫码');
  }
  await goneFrom(door, '请进');
}

/** The camera reads nothing as long as an answer stands over it. */
const goneFrom = (door: Phone, answer: string) =>
  door.until('the camera', () => (door.words.includes(answer) ? null : true));
