import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tokens } from '@openday/shared/auth';
import type { DoorInvite } from '@openday/shared/check-in';
import type { MessageCredit } from '@openday/shared/messages';
import { sceneOf } from '@openday/shared/scenes';
import type { SessionDetail } from '@openday/shared/sessions';
import type { SignInWays } from '@openday/shared/sign-in';
import { FakeSms } from '../../../server/test/support/fake-sms';
import { FakeWechat } from '../../../server/test/support/fake-wechat';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { TEMPLATES, templateEnv } from '../support/templates';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';
import type { PhoneOptions } from './host/phone-options';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let wechat: FakeWechat;
let sms: FakeSms;
let product: Product;
let unit: Account;
let phone: Phone;
let phones = 0;

beforeAll(async () => {
  [wechat, sms] = await Promise.all([FakeWechat.start(), FakeSms.start()]);
  const env = { ...wechat.env, ...sms.env, ...templateEnv(), QUIET_HOURS: 'off' };
  product = await startProduct({ real: { accounts: { office: 'organizer' }, env } });
  unit = await Account.byPassword(product.origin, 'office', product.passwords.office ?? '');
});
afterAll(async () => {
  await product?.stop();
  await Promise.all([wechat.close(), sms.close()]);
});
afterEach(() => {
  phone?.close();
  expect(phone?.errors).toEqual([]);
});

/** Somebody's phone, with their WeChat on it. */
const someonesPhone = (): PhoneOptions & { person: NonNullable<PhoneOptions['person']> } => {
  const n = ++phones;
  const person = { wechat, openid: randomUUID(), phone: `139000008${String(n).padStart(2, '0')}` };
  return { bundle, origin: product.origin, storage: join(product.folder, `signs-in-${n}.json`), person };
};
const byCode = (session: SessionDetail) => ({
  at: `pages/event/index?scene=${sceneOf({ kind: 'session', id: session.id })}`,
});
/** Who is signed in on that phone, for asking the server beside it. */
function signedInOn({ storage }: PhoneOptions): Account {
  const kept = new Map(JSON.parse(readFileSync(storage, 'utf8')) as [string, { json: string }][]);
  return Account.with(product.origin, JSON.parse(kept.get('tokens')?.json ?? 'null') as Tokens);
}

test('a mini code opens its session; WeChat signs in without a word, gives the phone by one tap, and is allowed the messages of it', async () => {
  const session = await unit.publishes('消防站开放日');
  const options = someonesPhone();
  phone = Phone.launch(options, byCode(session));
  await phone.sees('还剩 20 个名额');
  expect(wechat.count('/sns/jscode2session')).toBe(0);
  await phone.tap('报名');
  await phone.type('怎么称呼您', '太史女士');
  expect(phone.opened.map(({ route }) => route)).toEqual(['pages/event/index']);
  await phone.tap('同意并报名 1 人');
  await phone.sees('请先验证手机号');

  await phone.givesPhone('用微信里的手机号', false);
  await phone.sees('没有拿到微信里的手机号');
  await phone.givesPhone('用微信里的手机号');
  await phone.sees(`手机尾号 ${options.person.phone.slice(-4)}`);
  await phone.tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  await phone.sees('报上了，1 人。');

  expect(phone.person.asked).toEqual([[TEMPLATES.PLACES, TEMPLATES.CHANGES]]);
  const credits = await signedInOn(options).get<{ items: MessageCredit[] }>('/me/message-credits');
  expect(credits.items.find(({ topic }) => topic === 'changes')).toEqual({ topic: 'changes', left: 1 });
  await phone.until(
    'the message of it',
    () => wechat.sent.find(({ openid }) => openid === options.person.openid) ?? null,
  );
  phone.back();
  await phone.sees('您已报名，1 人');
});

test('who has a phone and said no to messages is asked for neither again, and on a new phone finds what they registered for without pressing', async () => {
  const [first, second] = [await unit.publishes('水厂开放日'), await unit.publishes('电厂开放日')];
  const options = someonesPhone();
  phone = Phone.launch(options, byCode(first));
  phone.person.allowsMessages = false;
  await phone.tap('报名');
  await phone.type('怎么称呼您', '钟离先生');
  await phone.givesPhone('用微信里的手机号');
  await phone.sees('手机尾号');
  await phone.tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  const { items } = await signedInOn(options).get<{ items: MessageCredit[] }>('/me/message-credits');
  expect(items.map(({ left }) => left)).toEqual([0, 0, 0, 0]);
  phone.close();

  const newPhone = { ...options, storage: `${options.storage}.new` };
  phone = Phone.launch(newPhone, { at: 'pages/mine/index' });
  await phone.sees('水厂开放日');
  phone.close();
  phone = Phone.launch(newPhone, byCode(second));
  await phone.tap('报名');
  await phone.sees(`手机尾号 ${options.person.phone.slice(-4)}`);
  await phone.tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
});

test('a sign-in that was ended elsewhere begins again without a word; one ended by hand waits to be asked', async () => {
  const options = someonesPhone();
  phone = Phone.launch(options, { at: 'pages/mine/index' });
  await phone.sees('报上名，入场码就在这里');
  phone.close();
  const code = wechat.login(options.person.openid);
  const { refreshToken } = await signedInOn(options).post<Tokens>('/auth/wechat', { code });
  await signedInOn(options).post('/auth/logout/everywhere', { refreshToken });

  const before = wechat.count('/sns/jscode2session');
  phone = Phone.launch(options, { at: 'pages/mine/index' });
  await phone.until('another sign-in', () => wechat.count('/sns/jscode2session') === before + 1 || null);
  await phone.sees('报上名，入场码就在这里');

  await phone.tap('我');
  await phone.tap('退出登录');
  await phone.sees('还没登录');
  phone.close();
  phone = Phone.launch(options, { at: 'pages/me/index' });
  await phone.until('all asked', () => phone.network.idle || null);
  await phone.sees('还没登录');
  await phone.tap('登录');
  await phone.sees('登录和设备');
  expect(wechat.count('/sns/jscode2session')).toBe(before + 2);
});

test('a resident unbinds WeChat and binds it again, and signs out everywhere with one press', async () => {
  const options = someonesPhone();
  phone = Phone.launch(options, { at: 'pages/mine/index' });
  await phone.sees('报上名，入场码就在这里');
  const here = signedInOn(options);
  const ways = () => here.get<SignInWays>('/me/sign-in');
  await phone.tap('我');
  await phone.tap('登录和设备');
  await phone.tap('绑手机号');
  await phone.givesPhone('用微信里的手机号');
  await phone.sees(`手机尾号 ${options.person.phone.slice(-4)}`);
  await phone.tap('解绑微信？');
  await phone.sees('没绑');
  expect(await ways()).toMatchObject({ phone: true, wechat: false });
  await phone.tap('绑微信');
  await phone.sees('已绑');
  expect(await ways()).toMatchObject({ phone: true, wechat: true });
  await phone.tap('全部退出登录');
  await phone.sees('还没登录');
  await expect(ways()).rejects.toThrow('401');
  await phone.tap('登录');
  await phone.sees('这一台');
});

test('A47 who does not agree to WeChat’s privacy guide proves the phone by SMS, and nothing private runs', async () => {
  const session = await unit.publishes('气象站开放日');
  const options = { ...someonesPhone(), privacyAgreed: false };
  const { phone: number } = options.person;
  phone = Phone.launch(options, byCode(session));
  await phone.tap('报名');
  await phone.type('怎么称呼您', '闻人先生');
  await phone.givesPhone('用微信里的手机号');
  await phone.tap('不同意');
  await phone.sees('没有拿到微信里的手机号');
  await phone.type('手机号', number);
  await phone.tap('发验证码');
  await phone.sees('秒后可以再发');
  await phone.type('验证码', sms.code(number));
  await phone.tap('就用这个手机号');
  await phone.sees(`手机尾号 ${number.slice(-4)}`);
  await phone.tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  expect(phone.privacy.called).toEqual([]);
});

test('a door invitation’s mini code leads to the door, and a code that leads nowhere back to the list', async () => {
  const session = await unit.publishes('图书馆开放日');
  const invite = await unit.post<DoorInvite>('/check-in/invites', { sessions: [session.id], hours: 2 });
  const scene = sceneOf({ kind: 'door', token: invite.token ?? '' });
  phone = Phone.launch(someonesPhone(), { at: `staff/join/index?scene=${scene}` });
  await phone.type('怎么称呼您', '门口的人');
  await phone.tap('开始');
  await phone.isAt('staff/today/index');
  await phone.sees('图书馆开放日');
  phone.close();

  phone = Phone.launch(someonesPhone(), { at: 'pages/event/index?scene=x-1' });
  await phone.tap('看看别的活动');
  await phone.isAt('pages/discover/index');
});

test('a poster made on the phone carries the mini code of its session', async () => {
  const { id, eventId } = await unit.publishes('博物馆开放日');
  phone = Phone.launch(someonesPhone(), { at: `more/poster/index?id=${eventId}&session=${id}` });
  const said = await phone.until('a poster', () => [...phone.studio.pictures.values()][0]?.said ?? null);
  expect(said).toEqual(expect.arrayContaining(['博物馆开放日', `wxfile://download/api/sessions/${id}/mini-code`]));
});

test('who acts for a unit is told of their work by the WeChat they allowed it on', async () => {
  const options = someonesPhone();
  writeFileSync(options.storage, JSON.stringify([['tokens', { json: JSON.stringify(unit.tokens), encrypted: false }]]));
  phone = Phone.launch(options, { at: 'more/messages/index' });
  await phone.tap('工作：新意见、备案、总结到期，再允许一条');
  await phone.sees('还能发 1 条');
  expect(phone.person.asked).toEqual([[TEMPLATES.WORK]]);
  const resident = await unit.post<Tokens>('/auth/wechat', { code: wechat.login(randomUUID()) });
  const said = { kind: 'suggestion', text: '展板的字太小', organizerId: unit.tokens?.account.organizer?.id };
  await Account.with(product.origin, resident).post('/suggestions', said);
  const sent = () => wechat.sent.find(({ template }) => template === TEMPLATES.WORK) ?? null;
  expect((await phone.until('the message of it', sent)).openid).toBe(options.person.openid);
});
