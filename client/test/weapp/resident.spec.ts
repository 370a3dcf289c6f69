import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { DoorCounts, ScanReply } from '@openday/shared/check-in';
import { readCode } from '@openday/shared/check-in-code';
import { dayOf } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { readDrawnCode } from './drawn-code';
import { Bundle } from './host/bundle';
import { openEvent } from './host/open-event';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;
let desk: Account;
let phone: Phone;
let phones = 0;

beforeAll(async () => {
  product = await startProduct();
  desk = await Account.of(product.origin, 'district');
});
afterAll(() => product?.stop());

afterEach(() => {
  if (!phone) return;
  phone.close();
  expect(phone.errors).toEqual([]);
  for (const { route, largestSet, mostNodes } of phone.opened) {
    expect({ route, smallSets: largestSet <= 256 * 1024, fewNodes: mostNodes < 1000 }).toEqual({
      route,
      smallSets: true,
      fewNodes: true,
    });
  }
});

const newPhone = () => ({ bundle, origin: product.origin, storage: join(product.folder, `phone-${++phones}.json`) });

/** Finds the activity by its theme and opens it. */
const findsAndOpens = (theme: string) => openEvent(phone, theme);

async function signsIn(name: string) {
  await phone.sees('先登录');
  await phone.type('怎么称呼您', name);
  await phone.tap('进去看看');
}

/** What the door's camera would read from the ticket in sight. */
const codeInSight = () =>
  phone.until('a QR code', () => {
    const [uri] = phone.attribute('src').filter((src) => src.startsWith('data:image/svg+xml'));
    return uri ? readDrawnCode(uri) : null;
  });

async function scannedAtTheDoor(session: SessionDetail, code: string, seats: number) {
  const door = await Account.of(product.origin, 'staff');
  const scan = {
    id: randomUUID(),
    seq: 1,
    sessionId: session.id,
    kind: 'scan',
    code,
    seats,
    at: new Date().toISOString(),
    clockOffsetMs: 0,
    shown: 'go',
  };
  const { items } = await door.post<ScanReply>('/check-in/scans', { deviceId: randomUUID(), scans: [scan] });
  const counts = await door.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`);
  return { result: items[0]?.result, checkedIn: counts.checkedIn };
}

test('a resident finds an event, registers a party of two, holds its ticket, and cancels', async () => {
  const session = await desk.publishes('社区花园共建日');
  phone = Phone.launch(newPhone());
  await findsAndOpens('社区花园共建日');
  await phone.sees('还剩 20 个名额');
  await phone.tap('报名');
  await signsIn('欧阳女士');
  await phone.tap('加一人');
  await phone.tap('同意并报名 2 人');

  await phone.isAt('more/ticket/index');
  await phone.sees('报上了，2 人。');
  const code = readCode(await codeInSight());
  expect(code).toMatchObject({ sessionId: session.id, seats: 2, kind: 'live' });

  phone.back();
  await phone.sees('您已报名，2 人');
  phone.back();
  await phone.tap('我的活动');
  await phone.isAt('pages/mine/index');
  await phone.sees('社区花园共建日');
  await phone.tap('来不了');
  await phone.tap('时间凑不上');
  await phone.sees('您取消了');
  const { sessions } = await desk.get<{ sessions: SessionDetail[] }>(`/events/${session.eventId}`);
  expect(sessions[0]?.seats).toEqual({ capacity: 20, taken: 0, left: 20 });
});

test('A15 the ticket is shown after a relaunch without network, bright as long as it is open, and its code lets the party in', async () => {
  const session = await desk.publishes('老街非遗体验日');
  const options = newPhone();
  phone = Phone.launch(options);
  await findsAndOpens('老街非遗体验日');
  await phone.tap('报名');
  await signsIn('上官先生');
  await phone.tap('加一人');
  await phone.tap('同意并报名 2 人');
  await codeInSight();
  phone.close();

  phone = Phone.launch(options, { cut: true });
  await phone.sees('您的入场码照样能用');
  await phone.tap('出示入场码');
  await phone.isAt('more/ticket/index');
  const code = await codeInSight();
  const { screen } = phone;
  await phone.until('a bright screen', () => (screen.awake && screen.brightness === 1) || null);
  phone.back();
  await phone.until('the screen as it was', () => (!screen.awake && screen.brightness === 0.4) || null);
  expect(await scannedAtTheDoor(session, code, 2)).toEqual({ result: 'stored', checkedIn: 2 });
});

test('a full session offers the waiting list, and a seat given back turns the place into a ticket', async () => {
  const session = await desk.publishes('水厂参观日', { quotas: [{ name: '居民', capacity: 2 }] });
  const first = await Account.of(product.origin, 'resident', '诸葛先生');
  const held = await first.register(session, 2);
  const options = newPhone();
  phone = Phone.launch(options);
  await findsAndOpens('水厂参观日');
  await phone.sees('2 个名额报满了');
  await phone.tap('排候补');
  await signsIn('司马女士');
  await phone.tap('同意并排候补，1 人');
  await phone.isAt('more/ticket/index');
  await phone.sees('排在第 1 位');

  await first.post(`/registrations/${held.id}/cancel`);
  phone.close();
  phone = Phone.launch(options);
  await phone.tap('我的活动');
  await phone.tap('出示入场码');
  await phone.isAt('more/ticket/index');
  expect(readCode(await codeInSight())).toMatchObject({ sessionId: session.id, seats: 1 });
});

test('an event without a date is followed, and let go again', async () => {
  const day = dayOf(Date.now() + 30 * 86_400_000);
  const event = await desk.announces({
    theme: '污水处理厂开放日',
    window: { text: '下个月', from: day, to: day, precision: 'tenDays' },
  });
  const followers = async () => (await desk.get<{ followers: number }>(`/events/${event.id}`)).followers;
  phone = Phone.launch(newPhone());
  await findsAndOpens('污水处理厂开放日');
  await phone.tap('定了告诉我');
  await signsIn('公孙女士');
  await phone.sees('已关注');
  expect(phone.toasts).toContain('定了日子，会告诉您');
  expect(await followers()).toBe(1);
  await phone.tap('已关注');
  await phone.sees('定了告诉我');
  expect(await followers()).toBe(0);
});
