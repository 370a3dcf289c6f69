import type { Account, Tokens } from '@openday/shared/auth';
import { AccountsService } from '../src/modules/accounts/accounts.service';
import { hashPassword } from '../src/modules/accounts/password.rules';
import { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer } from './support/factories';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
  await anOrganizer(test_, { name: '某区' });
});
afterAll(() => test_.stop());

async function aPasswordAccount(username: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await test_.database.write((manager) =>
    test_.app.get(AccountsService).create(manager, { role: 'district', username, passwordHash, name: '管理员' }),
  );
}

test('a username and password sign in, a wrong one and an unknown one are refused alike', async () => {
  await aPasswordAccount('admin', '正确的密码 2026');
  const good = await test_.anonymous.post<Tokens>('/auth/password', { username: 'admin', password: '正确的密码 2026' });
  expect(good).toMatchObject({ status: 200, body: { account: { role: 'district', name: '管理员' } } });
  const wrong = await test_.anonymous.refused('POST', '/auth/password', { username: 'admin', password: '错的' });
  const unknown = await test_.anonymous.refused('POST', '/auth/password', { username: 'nobody', password: '错的' });
  expect([wrong.code, unknown.code]).toEqual(['WRONG_PASSWORD', 'WRONG_PASSWORD']);
});

test('a refresh token gives the next pair once; used twice it ends its family', async () => {
  const first = (await test_.anonymous.post<Tokens>('/auth/demo', { role: 'resident', name: '续期的人' })).body;
  const refresh = (refreshToken: string) => test_.anonymous.post<Tokens>('/auth/refresh', { refreshToken });
  const second = await refresh(first.refreshToken);
  expect(second.status).toBe(200);
  expect(await refresh(first.refreshToken)).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
  expect((await refresh(second.body.refreshToken)).status).toBe(401);
});

test('signing out ends the refresh token', async () => {
  const { refreshToken } = (await test_.anonymous.post<Tokens>('/auth/demo', { role: 'resident', name: '退出的人' }))
    .body;
  expect((await test_.anonymous.post('/auth/logout', { refreshToken })).body).toEqual({ ok: true });
  expect((await test_.anonymous.post('/auth/refresh', { refreshToken })).status).toBe(401);
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

test('without DEMO=1 there is no demo sign-in', async () => {
  const real = await startApp({ DEMO: '0' });
  expect(await real.anonymous.refused('POST', '/auth/demo', { role: 'district' })).toMatchObject({ status: 404 });
  await real.stop();
});
