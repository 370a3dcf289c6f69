import type { Account, Role, Tokens } from '@openday/shared/auth';
import type { TotpConfirmed, TotpSecret } from '@openday/shared/sign-in';
import { SignInEnds } from '../src/http/sign-in-ends';
import { AccountsService } from '../src/modules/accounts/accounts.service';
import { hashPassword } from '../src/modules/accounts/password.rules';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { RefreshToken } from '../src/modules/auth/refresh-token.entity';
import { SignIn } from '../src/modules/auth/sign-in.entity';
import { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer } from './support/factories';
import { totpOf } from './support/totp';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
  await anOrganizer(test_, { name: '某区' });
});
afterAll(() => test_.stop());

const PASSWORD = '正确的密码 2026';

async function aPasswordAccount(username: string, test = test_, role: Role = 'district'): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD);
  const made = await test.database.write((manager) =>
    test.app.get(AccountsService).create(manager, { role, username, passwordHash, name: '管理员' }),
  );
  return made.id;
}

test('a username and password sign in, a wrong one and an unknown one are refused alike', async () => {
  await aPasswordAccount('admin');
  const good = await test_.anonymous.post<Tokens>('/auth/password', { username: 'admin', password: PASSWORD });
  expect(good).toMatchObject({ status: 200, body: { account: { role: 'district', name: '管理员' } } });
  const wrong = await test_.anonymous.refused('POST', '/auth/password', { username: 'admin', password: '错的' });
  const unknown = await test_.anonymous.refused('POST', '/auth/password', { username: 'nobody', password: '错的' });
  expect([wrong.code, unknown.code]).toEqual(['WRONG_PASSWORD', 'WRONG_PASSWORD']);
});

test('A33 a refresh token gives the next pair once; used twice it ends its family, the access tokens included', async () => {
  const first = (await test_.anonymous.post<Tokens>('/auth/demo', { role: 'resident', name: '续期的人' })).body;
  const refresh = (refreshToken: string) => test_.anonymous.post<Tokens>('/auth/refresh', { refreshToken });
  const second = await refresh(first.refreshToken);
  expect(second.status).toBe(200);
  expect(await refresh(first.refreshToken)).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
  expect((await refresh(second.body.refreshToken)).status).toBe(401);
  for (const { accessToken } of [first, second.body])
    expect((await new Api(test_.app, accessToken).refused('GET', '/me')).code).toBe('TOKEN_EXPIRED');
  expect(await test_.database.read.existsBy(AuditEntry, { act: 'auth.tokenReused' })).toBe(true);
});

test('signing out ends the refresh token and the access token', async () => {
  const { body } = await test_.anonymous.post<Tokens>('/auth/demo', { role: 'resident', name: '退出的人' });
  const { refreshToken, accessToken } = body;
  expect((await test_.anonymous.post('/auth/logout', { refreshToken })).body).toEqual({ ok: true });
  expect((await test_.anonymous.post('/auth/refresh', { refreshToken })).status).toBe(401);
  expect((await new Api(test_.app, accessToken).refused('GET', '/me')).code).toBe('TOKEN_EXPIRED');
});

test('a resident gives a name and a phone once, and only its last four digits come back', async () => {
  const resident = await test_.as('resident', '新来的');
  const changed = await resident.patch<Account>('/me', { name: '陈女士', phone: '13800000042' });
  expect(changed.body).toMatchObject({ name: '陈女士', phoneLast4: '0042' });
  expect((await resident.get<Account>('/me')).body).toEqual(changed.body);
  expect(await resident.refused('PATCH', '/me', { phone: '12345' })).toMatchObject({
    code: 'BAD_REQUEST',
    details: [{ field: 'phone' }],
  });
});

test('a token that is forged, expired or missing is refused with its own code', async () => {
  const forged = new Api(test_.app, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwicm9sZSI6ImRpc3RyaWN0In0.');
  expect(await forged.refused('GET', '/me')).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' });
  expect(await test_.anonymous.refused('GET', '/me')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

if (onMariadb)
  test('A33 who is signed out on one replica is out on every other', async () => {
    const other = await test_.replica();
    const { body } = await test_.anonymous.post<Tokens>('/auth/demo', { role: 'resident', name: '两处的人' });
    const there = new Api(other.app, body.accessToken);
    expect((await there.get('/me')).status).toBe(200);
    await test_.anonymous.post('/auth/logout', { refreshToken: body.refreshToken });
    await other.app.get(SignInEnds).look();
    expect((await there.refused('GET', '/me')).code).toBe('TOKEN_EXPIRED');
  });

test('the district is signed out after hours, a resident stays signed in for days', async () => {
  const ends = async (role: Role) => {
    const { body } = await test_.anonymous.post<Tokens>('/auth/demo', { role, name: `久坐的${role}` });
    const signIn = await test_.database.read.findOneByOrFail(SignIn, { accountId: body.account.id });
    return { hours: (signIn.endsAt.getTime() - signIn.createdAt.getTime()) / 3_600_000, signIn, body };
  };
  const idle = await ends('resident');
  expect(idle.hours).toBe(720);
  const [family, now] = [idle.signIn.id, new Date()];
  await test_.database.write((manager) => manager.update(RefreshToken, { family }, { expiresAt: now }));
  const late = { refreshToken: idle.body.refreshToken };
  expect((await test_.anonymous.refused('POST', '/auth/refresh', late)).code).toBe('TOKEN_EXPIRED');
  const district = await ends('district');
  expect(district.hours).toBe(2);
  // However busy it is, a day's work ends it.
  const createdAt = new Date(district.signIn.createdAt.getTime() - 12 * 3_600_000);
  await test_.database.write((manager) => manager.update(SignIn, { id: district.signIn.id }, { createdAt }));
  const { refreshToken } = district.body;
  expect((await test_.anonymous.refused('POST', '/auth/refresh', { refreshToken })).code).toBe('TOKEN_EXPIRED');
});

test('A34 five wrong passwords lock the name, all at once or one by one, and that is audited', async () => {
  for (const username of ['hurried', 'nobody-here']) {
    const id = username === 'hurried' ? await aPasswordAccount(username) : null;
    const wrong = () => test_.anonymous.refused('POST', '/auth/password', { username, password: '错的' });
    const answers = (await Promise.all(Array.from({ length: 9 }, wrong))).map(({ code }) => code).sort();
    expect(answers).toEqual([...Array(4).fill('LOCKED'), ...Array(5).fill('WRONG_PASSWORD')]);
    const right = await test_.anonymous.refused('POST', '/auth/password', { username, password: PASSWORD });
    expect(right).toMatchObject({ status: 429, code: 'LOCKED' });
    const locks = await test_.database.read.findBy(AuditEntry, { act: 'auth.locked', targetId: id ?? '-' });
    expect(locks).toHaveLength(1);
  }
});

describe('outside the demo', () => {
  let real: TestApp;

  beforeAll(async () => {
    real = await startApp({ DEMO: '0' });
    await anOrganizer(real, { name: '某区' });
  });
  afterAll(() => real.stop());

  const enter = (username: string, totp?: string) =>
    real.anonymous.post<Tokens & { code: string }>('/auth/password', { username, password: PASSWORD, totp });

  test('the district signs in with a 动态口令 only: bound first, asked for, and each good once', async () => {
    await aPasswordAccount('chief', real);
    const who = { username: 'chief', password: PASSWORD };
    expect((await enter('chief')).body.code).toBe('TOTP_ENROL');
    const { secret, uri } = (await real.anonymous.post<TotpSecret>('/auth/totp', who)).body;
    expect(uri).toContain('otpauth://totp/');
    expect((await enter('chief')).body.code).toBe('TOTP_ENROL');
    expect((await real.anonymous.refused('POST', '/auth/totp/confirm', { ...who, totp: '000000' })).code).toBe(
      'WRONG_TOTP',
    );
    const first = totpOf(secret);
    const bound = await real.anonymous.post<TotpConfirmed>('/auth/totp/confirm', { ...who, totp: first });
    expect(bound.body.tokens.account.role).toBe('district');
    expect((await real.anonymous.refused('POST', '/auth/totp', who)).code).toBe('TOTP_STANDING');

    expect((await enter('chief')).body.code).toBe('TOTP_NEEDED');
    expect((await enter('chief', first)).body.code).toBe('WRONG_TOTP');
    // The next one, half a minute early.
    const totp = totpOf(secret, 30);
    const both = await Promise.all([enter('chief', totp), enter('chief', totp)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);

    const recovery = bound.body.recoveryCodes[0]!;
    expect((await enter('chief', recovery)).status).toBe(200);
    expect((await enter('chief', recovery)).body.code).toBe('WRONG_TOTP');
    const removed = { ...who, totp: bound.body.recoveryCodes[1]! };
    expect((await real.anonymous.post('/auth/totp/remove', removed)).body).toEqual({ ok: true });
    expect((await enter('chief')).body.code).toBe('TOTP_ENROL');
  });

  test('a unit may bind one, and is asked for it from then on', async () => {
    await aPasswordAccount('office', real, 'organizer');
    const who = { username: 'office', password: PASSWORD };
    expect((await enter('office')).status).toBe(200);
    const { secret } = (await real.anonymous.post<TotpSecret>('/auth/totp', who)).body;
    expect((await enter('office')).status).toBe(200);
    await real.anonymous.post('/auth/totp/confirm', { ...who, totp: totpOf(secret) });
    expect((await enter('office')).body.code).toBe('TOTP_NEEDED');
  });

  test('there is no demo sign-in, and a number is given only with its proof', async () => {
    expect(await real.anonymous.refused('POST', '/auth/demo', { role: 'district' })).toMatchObject({ status: 404 });
    await aPasswordAccount('clerk', real, 'organizer');
    const clerk = new Api(real.app, (await enter('clerk')).body.accessToken);
    expect((await clerk.refused('PATCH', '/me', { phone: '13800000042' })).code).toBe('PHONE_UNPROVEN');
  });

  test('without WeChat and SMS there is neither, and that is said', async () => {
    expect((await real.anonymous.get('/auth/ways')).body).toEqual({ demo: false, wechat: false, sms: false });
    expect((await real.anonymous.refused('POST', '/auth/wechat', { code: 'x' })).code).toBe('WECHAT_OFF');
    expect((await real.anonymous.refused('POST', '/auth/phone', { phone: '13800000042' })).code).toBe('SMS_OFF');
  });
});
