import { join, resolve } from 'node:path';
import type { MyData } from '@openday/shared/me';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;
let desk: Account;
let phone: Phone;

beforeAll(async () => {
  product = await startProduct();
  desk = await Account.of(product.origin, 'district');
});
afterAll(() => product?.stop());
afterEach(() => {
  phone?.close();
  expect(phone?.errors).toEqual([]);
});

const newPhone = (name: string) => ({ bundle, origin: product.origin, storage: join(product.folder, `${name}.json`) });

async function signsIn(name: string) {
  await phone.tap('登录');
  await phone.type('怎么称呼您', name);
  await phone.tap('进去看看');
  await phone.sees('手机尾号');
}

test('my data is seen, goes to a chat as a file, and is deleted with what it would have gone to', async () => {
  const session = await desk.publishes('气象站开放日');
  const me = await Account.of(product.origin, 'resident', '要删的人');
  await me.register(session, 2);
  phone = Phone.launch(newPhone('data'), { at: 'pages/me/index' });
  await signsIn('要删的人');
  await phone.tap('我的资料');
  await phone.isAt('more/my-data/index');
  await phone.sees('气象站开放日');
  await phone.tap('导出一份');
  const { filePath, fileType } = await phone.until('a table to look at', () => phone.files.opened[0] ?? null);
  expect([filePath, fileType]).toEqual(['wxfile://download/api/me/export.xlsx', 'xlsx']);
  await phone.tap('导出原样');
  await phone.until('a file in a chat', () => phone.files.shared[0] ?? null);
  const data = JSON.parse(phone.files.shared[0]?.text ?? '') as MyData;
  expect(data.registrations.map(({ registration }) => registration.session.id)).toEqual([session.id]);
  expect(phone.files.shared[0]?.name).toMatch(/^开放日-我的资料-\d{4}-\d{2}-\d{2}\.json$/);

  await phone.tap('删除账号');
  await phone.isAt('more/erase/index');
  await phone.sees('1 份报名会取消，马上空出 2 个名额');
  await phone.tap('删除我的账号');
  await phone.sees('写上“删除”两个字才能删');
  await phone.type('写上“删除”两个字', '删除');
  await phone.tap('删除我的账号');
  await phone.isAt('pages/me/index');
  await phone.sees('还没登录');
  await expect(me.get('/me')).rejects.toThrow('401');
  const { sessions } = await desk.get<{ sessions: { seats: { taken: number } }[] }>(`/events/${session.eventId}`);
  expect(sessions[0]?.seats.taken).toBe(0);
});

test('large type follows WeChat’s letters, and the hand against them is remembered', async () => {
  const options = newPhone('letters');
  const large = () => /\blarge\b/.test(phone.attribute('class').join(' '));
  phone = Phone.launch(options, { at: 'pages/me/index' });
  await phone.sees('大字模式');
  expect(large()).toBe(false);
  phone.letters = 23;
  phone.returns();
  await phone.until('large letters', () => large() || null);
  await phone.tap('大字模式');
  await phone.until('usual letters', () => !large() || null);
  phone.close();

  phone = Phone.launch(options, { at: 'pages/me/index' });
  phone.letters = 23;
  phone.returns();
  await phone.sees('大字模式');
  expect(large()).toBe(false);
});
