import { randomUUID } from 'node:crypto';
import type { Account, Tokens } from '@openday/shared/auth';
import type { Device, PhoneBound, SignInWays } from '@openday/shared/sign-in';
import { MoreThan } from 'typeorm';
import { AttemptCount } from '../src/modules/attempts/attempt-count.entity';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { PhoneCode } from '../src/modules/auth/phone-code.entity';
import { SignInRetentionJob } from '../src/modules/auth/sign-in-retention.job';
import { Vault } from '../src/modules/privacy/vault.service';
import { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';
import { FakeSms } from './support/fake-sms';
import { FakeWechat } from './support/fake-wechat';

let wechat: FakeWechat;
let sms: FakeSms;
let test_: TestApp;
let desk: Api;
let numbers = 0;

beforeAll(async () => {
  [wechat, sms] = await Promise.all([FakeWechat.start(), FakeSms.start()]);
  test_ = await startApp({ ...wechat.env, WECHAT_TIMEOUT_MS: '30000', ...sms.env });
  desk = await theDistrict(test_);
});
afterAll(async () => {
  await test_.stop();
  await Promise.all([wechat.close(), sms.close()]);
});

const aNumber = () => `139000007${String(numbers++).padStart(2, '0')}`;
const as = ({ accessToken }: Tokens) => new Api(test_.app, accessToken);
const byWechat = async (openid: string, device = '') =>
  (await test_.anonymous.post<Tokens>('/auth/wechat', { code: wechat.login(openid) }, { 'user-agent': device })).body;
const ask = (phone: string) => test_.anonymous.post('/auth/phone', { phone });

/** Whoever waits for it: the minute between two codes is over. */
const forgetLimits = () => test_.database.write((manager) => manager.clear(AttemptCount));

async function byPhone(phone: string): Promise<Tokens> {
  await ask(phone);
  return (await test_.anonymous.post<Tokens>('/auth/phone/verify', { phone, code: sms.code(phone) })).body;
}

test('WeChat signs in without a word, the same person each time, also at once on two devices', async () => {
  expect((await test_.anonymous.get('/auth/ways')).body).toEqual({ demo: true, wechat: true, sms: true });
  const openid = randomUUID();
  const [one, other] = await Promise.all([byWechat(openid), byWechat(openid)]);
  expect(one.account).toMatchObject({ role: 'resident', name: '', phoneLast4: null });
  expect(other.account.id).toBe(one.account.id);
  expect((await byWechat(openid)).account.id).toBe(one.account.id);
  expect((await byWechat(randomUUID())).account.id).not.toBe(one.account.id);
});

test('a code WeChat does not know signs nobody in', async () => {
  const refused = await test_.anonymous.refused('POST', '/auth/wechat', { code: 'invented' });
  expect(refused).toMatchObject({ status: 401, code: 'WECHAT_CODE' });
});

test('a registration needs the phone, which is one tap: proven, and only then given', async () => {
  const session = await aPublishedSession(desk);
  const resident = as(await byWechat(randomUUID()));
  await resident.patch('/me', { name: '陈女士' });
  expect(await register(resident, session.id)).toMatchObject({ status: 422, body: { code: 'PROFILE_INCOMPLETE' } });
  const phone = aNumber();
  const bound = await resident.post<PhoneBound>('/me/phone/wechat', { code: wechat.phone(phone) });
  expect(bound.body).toMatchObject({ account: { phoneLast4: phone.slice(-4) }, tokens: null });
  expect((await resident.get<SignInWays>('/me/sign-in')).body).toEqual({
    ...{ phone: true, wechat: true, password: false, totp: false },
  });
  expect((await register(resident, session.id)).status).toBe(201);
});

test('a code by SMS signs in once, and the same number is the same account', async () => {
  const phone = aNumber();
  const first = await byPhone(phone);
  expect(first.account).toMatchObject({ role: 'resident', phoneLast4: phone.slice(-4) });
  const again = { phone, code: sms.code(phone) };
  expect(await test_.anonymous.refused('POST', '/auth/phone/verify', again)).toMatchObject({ code: 'WRONG_CODE' });
  await forgetLimits();
  expect((await byPhone(phone)).account.id).toBe(first.account.id);
});

test('five wrong tries end a code, and so do five minutes', async () => {
  const [guessed, late] = [aNumber(), aNumber()];
  await ask(guessed);
  const right = sms.code(guessed);
  const wrong = right === '000000' ? '000001' : '000000';
  const verify = (phone: string, code: string) =>
    test_.anonymous.refused('POST', '/auth/phone/verify', { phone, code });
  for (let i = 0; i < 5; i++) expect((await verify(guessed, wrong)).code).toBe('WRONG_CODE');
  expect((await verify(guessed, right)).code).toBe('WRONG_CODE');
  await ask(late);
  await test_.database.write((manager) => manager.update(PhoneCode, { tries: 0 }, { expiresAt: new Date() }));
  expect((await verify(late, sms.code(late))).code).toBe('WRONG_CODE');
});

test('one code a minute to a number, however often it is asked for at once', async () => {
  const phone = aNumber();
  const asked = await Promise.all(Array.from({ length: 6 }, () => ask(phone)));
  expect(asked.map(({ status }) => status).sort()).toEqual([200, 429, 429, 429, 429, 429]);
  expect(sms.sent.filter((one) => one.phone === phone)).toHaveLength(1);
});

test('what the gateway did not take is said', async () => {
  sms.answers.push(503);
  expect(await test_.anonymous.refused('POST', '/auth/phone', { phone: aNumber() })).toMatchObject({
    code: 'SMS_FAILED',
  });
});

test('who came by WeChat and signs in elsewhere by phone is one person, with what both had', async () => {
  const phone = aNumber();
  const old = await byPhone(phone);
  const { eventId } = await aPublishedSession(desk);
  const openid = randomUUID();
  const fresh = as(await byWechat(openid));
  await fresh.post(`/events/${eventId}/follow`);
  const bound = await fresh.post<PhoneBound>('/me/phone/wechat', { code: wechat.phone(phone) });
  expect(bound.body.account.id).toBe(old.account.id);
  const { body } = await as(bound.body.tokens!).get<{ events: { id: string }[] }>('/me/follows');
  expect(body.events.map(({ id }) => id)).toEqual([eventId]);
  expect((await byWechat(openid)).account.id).toBe(old.account.id);
  expect((await fresh.refused('GET', '/me')).code).toBe('TOKEN_EXPIRED');
});

test('a number or a WeChat that belongs to another full account is not taken over', async () => {
  const [phone, other] = [aNumber(), aNumber()];
  const openid = randomUUID();
  const one = as(await byWechat(openid));
  await one.post('/me/phone/wechat', { code: wechat.phone(phone) });
  const neighbour = as(await byPhone(other));
  const taken = await neighbour.refused('POST', '/me/phone/wechat', { code: wechat.phone(phone) });
  expect(taken).toMatchObject({ status: 409, code: 'PHONE_TAKEN' });
  const code = wechat.login(openid);
  expect(await neighbour.refused('POST', '/me/wechat', { code })).toMatchObject({ code: 'WECHAT_TAKEN' });
});

test('a phone or WeChat is unbound while another way in is left', async () => {
  const openid = randomUUID();
  const tokens = await byWechat(openid);
  const resident = as(tokens);
  expect((await resident.call('DELETE', '/me/wechat', undefined, {})).body).toMatchObject({ code: 'LAST_WAY_IN' });
  await resident.post('/me/phone/wechat', { code: wechat.phone(aNumber()) });
  expect((await resident.delete<SignInWays>('/me/wechat')).body).toMatchObject({ phone: true, wechat: false });
  expect((await byWechat(openid)).account.id).not.toBe(tokens.account.id);
  const again = await resident.post<SignInWays>('/me/wechat', { code: wechat.login(openid) });
  expect(again.body).toMatchObject({ phone: true, wechat: true });
  expect((await resident.delete<SignInWays>('/me/phone')).body).toMatchObject({ phone: false, wechat: true });
  expect((await resident.get<Account>('/me')).body.phoneLast4).toBeNull();
});

test('devices are listed by what they are; one is signed out at once, the other goes on', async () => {
  const openid = randomUUID();
  const phone = await byWechat(openid, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) MicroMessenger/8.0');
  const computer = await byWechat(openid, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)');
  const { items } = (await as(computer).get<{ items: Device[] }>('/me/devices')).body;
  expect(items.map(({ device, way, here }) => [device, way, here])).toEqual([
    ['Windows 电脑', 'wechat', true],
    ['iPhone · 微信', 'wechat', false],
  ]);
  const stranger = as(await byWechat(randomUUID()));
  expect((await stranger.refused('DELETE', `/me/devices/${items[1]!.id}`)).code).toBe('NOT_FOUND');
  expect((await as(computer).delete<{ items: Device[] }>(`/me/devices/${items[1]!.id}`)).body.items).toHaveLength(1);
  expect((await as(phone).refused('GET', '/me')).code).toBe('TOKEN_EXPIRED');
  const refresh = await test_.anonymous.refused('POST', '/auth/refresh', { refreshToken: phone.refreshToken });
  expect(refresh.code).toBe('TOKEN_EXPIRED');
  expect((await as(computer).get('/me')).status).toBe(200);
});

test('one press signs out everywhere, this one too: no token of any of them is renewed or taken, a neighbour’s is', async () => {
  const openid = randomUUID();
  const [phone, old, computer] = [await byWechat(openid), await byWechat(openid), await byWechat(openid)];
  const renew = ({ refreshToken }: Tokens) => test_.anonymous.post<Tokens>('/auth/refresh', { refreshToken });
  const renewed = (await renew(old)).body;
  const neighbour = await byWechat(randomUUID());
  const everywhere = ({ refreshToken }: Tokens) => test_.anonymous.post('/auth/logout/everywhere', { refreshToken });
  expect(await everywhere(computer)).toMatchObject({ status: 200, body: { ok: true } });
  for (const tokens of [phone, old, renewed, computer]) {
    expect((await as(tokens).refused('GET', '/me')).code).toBe('TOKEN_EXPIRED');
    expect((await renew(tokens)).status).toBe(401);
    expect(await everywhere(tokens)).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
  }
  expect((await renew(neighbour)).status).toBe(200);
  const acts = await test_.database.read.findBy(AuditEntry, { act: 'auth.logoutEverywhere' });
  expect(acts.map(({ targetId }) => targetId)).toEqual([test_.app.get(Vault).pseudonym(phone.account.id)]);
  const { items } = (await as(await byWechat(openid)).get<{ items: Device[] }>('/me/devices')).body;
  expect(items.map(({ here }) => here)).toEqual([true]);
});

test('what signs nobody in any more is taken away at night, what does stays', async () => {
  const phone = aNumber();
  const tokens = await byPhone(phone);
  await test_.database.write((manager) =>
    manager.update(AttemptCount, { count: MoreThan(0) }, { resetsAt: new Date(0) }),
  );
  await test_.app.get(SignInRetentionJob).run();
  expect(await test_.database.read.countBy(AttemptCount, {})).toBe(0);
  expect((await as(tokens).get('/me')).status).toBe(200);
  expect((await test_.anonymous.post('/auth/refresh', { refreshToken: tokens.refreshToken })).status).toBe(200);
});
