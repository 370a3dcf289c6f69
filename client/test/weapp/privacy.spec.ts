import { join, resolve } from 'node:path';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { openEvent } from './host/open-event';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
const QUESTION = '用到手机里的东西，先跟您说一声';
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
  phone?.close();
  expect(phone?.errors).toEqual([]);
});

const newPhone = (privacyAgreed: boolean) => ({
  bundle,
  origin: product.origin,
  storage: join(product.folder, `private-${++phones}.json`),
  privacyAgreed,
});

async function signsIn(name: string) {
  await phone.sees('先登录');
  await phone.type('怎么称呼您', name);
  await phone.tap('进去看看');
}

const finds = (theme: string) => openEvent(phone, theme);

/** Says no, and sees the question go. */
async function refuses() {
  await phone.sees(QUESTION);
  await phone.tap('不同意');
  await phone.until('the page without the question', () => !phone.words.includes(QUESTION) || null);
}

async function asksForPlace() {
  await phone.tap('选个地方，按远近排');
  await phone.tap('用我现在的位置');
}

test('A47 who does not agree to WeChat’s privacy guide finds, opens, registers and holds a ticket, and nothing private runs', async () => {
  await desk.publishes('供电所开放日');
  phone = Phone.launch(newPhone(false));
  await asksForPlace();
  await refuses();
  await phone.sees('没拿到位置，请在上面选一个地方');
  await phone.tap('关上');
  await phone.until('the list alone', () => !phone.words.includes('没拿到位置') || null);
  await finds('供电所开放日');
  await phone.tap('报名');
  await signsIn('不同意先生');
  await phone.tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  await phone.sees('报上了，1 人。');
  phone.back();
  phone.back();
  await phone.tap('我的活动');
  await phone.sees('供电所开放日');
  expect(phone.privacy.called).toEqual([]);
  expect(phone.privacy.agreed).toBe(false);
});

test('Back closes what lies topmost, one after the other', async () => {
  phone = Phone.launch(newPhone(false));
  await asksForPlace();
  await phone.sees(QUESTION);
  phone.back();
  await phone.sees('没拿到位置，请在上面选一个地方');
  expect(phone.words).not.toContain(QUESTION);
  phone.back();
  await phone.until('the list alone', () => !phone.words.includes('用我现在的位置') || null);
  await phone.isAt('pages/discover/index');
});

test('A47 the calendar waits for the guide too, and a button that was not pressed agrees to nothing', async () => {
  await desk.publishes('消防站开放日');
  phone = Phone.launch(newPhone(false));
  await finds('消防站开放日');
  await phone.tap('加到日历');
  await refuses();
  expect(phone.privacy.called).toEqual([]);
  await phone.tap('加到日历');
  await phone.sees(QUESTION);
  await phone.agrees('同意');
  await phone.until('the calendar', () => (phone.privacy.called.includes('addPhoneCalendar') ? true : null));
  expect(phone.privacy.agreed).toBe(true);
});

test('who agrees is asked once, and place is used from then on', async () => {
  phone = Phone.launch(newPhone(false));
  await asksForPlace();
  await phone.sees(QUESTION);
  await phone.agrees('同意');
  await phone.until('the place', () => (phone.privacy.called.includes('getLocation') ? true : null));
  expect(phone.words).not.toContain(QUESTION);
});
