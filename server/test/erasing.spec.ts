import type { EventDetail } from '@openday/shared/events';
import type { ErasurePreview } from '@openday/shared/me';
import type { Registration } from '@openday/shared/registrations';
import { Vault } from '../src/modules/privacy/vault.service';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { seatsOf } from './support/counters';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';
import { aWholeResident, everyRow, SECRETS } from './support/whole-resident';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const erase = (who: Api, confirm = '删除') => who.call('DELETE', '/me', { confirm }, {});

test('A39 after deletion no table of the database leads to the resident or holds what they wrote, and the counts stand', async () => {
  const whole = await aWholeResident(test_, desk);
  const { api, accountId, upcoming, past, drawn, followed } = whole;
  const followers = async () => (await desk.get<EventDetail>(`/events/${followed}`)).body.followers;
  expect(await followers()).toBe(1);
  const registrations = (await test_.database.read.findBy(Row, { accountId })).map(({ id }) => id);
  const about = [accountId, ...registrations];
  const sealed = (cell: string) => /^\d+\.[A-Za-z0-9+/=]{38,}$/.test(cell);
  const before = (await everyRow(test_)).filter(({ cells }) => cells.some((cell) => about.includes(cell)));
  // Sessions are named by registrations too: what is theirs alone is what stands in rows of their own.
  const ciphertexts = before
    .filter(({ table }) => table !== 'invitations')
    .flatMap(({ cells }) => cells.filter(sealed));
  expect(ciphertexts.length).toBeGreaterThan(10);
  const vault = test_.app.get(Vault);
  const hashes = [SECRETS.phone, SECRETS.proxiedPhone].map((phone) => vault.index('phone', phone));
  const names = [SECRETS.name, SECRETS.proxied].map((name) => vault.index('name', name));

  expect((await erase(api)).body).toEqual({ ok: true });

  const rows = await everyRow(test_);
  const traces = [accountId, ...Object.values(SECRETS), ...hashes, ...names, ...ciphertexts, '欧**有'];
  // Four digits also stand inside ids by chance, between their dashes too.
  const lastFour = /(?<![\w-])0391(?![\w-])/;
  const found = rows.flatMap(({ table, cells }) =>
    cells.flatMap((cell) =>
      [...traces.filter((trace) => cell.includes(trace)), ...(cell.match(lastFour) ?? [])].map(
        (trace) => `${table}: ${trace}`,
      ),
    ),
  );
  expect(found).toEqual([]);

  // What was offered and taken is still counted, and nobody is in it.
  const { body: held } = await upcoming.neighbour.get<{ items: Registration[] }>(
    `/registrations?session=${upcoming.session.id}`,
  );
  expect(held.items.map(({ status }) => status)).toEqual(['confirmed']);
  expect(await seatsOf(test_, upcoming.session.id)).toEqual([1, 0]);
  expect(await seatsOf(test_, past.id)).toEqual([2, 0]);
  expect(await seatsOf(test_, drawn.id)).toEqual([0, 0]);
  expect(await test_.database.read.countBy(Row, { accountId: '' })).toBe(registrations.length);
  expect(await followers()).toBe(0);
});

test('a deleted account’s tokens are dead at once, on every route and for a new pair', async () => {
  const gone = await aWholeResident(test_, desk);
  await erase(gone.api);
  for (const path of ['/me', '/registrations', '/me/export', '/me/follows', '/me/consents'])
    expect(await gone.api.refused('GET', path)).toMatchObject({ status: 401 });
  const { eventId, id } = await aPublishedSession(desk);
  expect(await gone.api.refused('POST', `/events/${eventId}/follow`)).toMatchObject({ status: 401 });
  expect(await register(gone.api, id)).toMatchObject({ status: 401 });
  const again = await test_.anonymous.refused('POST', '/auth/refresh', { refreshToken: gone.refreshToken });
  expect(again).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' });
  // What is public stays open to anybody.
  expect((await gone.api.get('/sessions')).status).toBe(200);
});

test('deleting asks for the word, says first what it ends, and done again changes nothing', async () => {
  const who = await test_.as('resident', '要走的人');
  const session = await aPublishedSession(desk, {}, { theme: '供水厂开放日' });
  await register(who, session.id, { seats: 3 });
  const later = { startsAt: inHours(90), endsAt: inHours(91) };
  const lot = await aPublishedSession(desk, {
    ...later,
    mode: 'draw',
    closesAt: inHours(60),
    draw: { drawsAt: inHours(61) },
  });
  await register(who, lot.id);
  const { body: preview } = await who.get<ErasurePreview>('/me/erasure');
  expect(preview).toMatchObject({
    cancels: [
      { theme: '供水厂开放日', seats: 3, name: '要走的人', status: 'confirmed' },
      { seats: 1, status: 'applied' },
    ],
    emptied: 0,
    follows: 0,
  });
  for (const word of ['', '好', 'delete']) expect((await erase(who, word)).status).toBe(word === '' ? 400 : 422);
  expect((await who.get('/me')).status).toBe(200);
  const answers = await Promise.all([erase(who), erase(who)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await erase(who)).body).toEqual({ ok: true });
  expect(await seatsOf(test_, session.id)).toEqual([0, 0]);
});

test('one person’s deletion leaves another’s with the same number alone', async () => {
  const [one, other] = [await test_.as('resident', '同号甲'), await test_.as('resident', '同号乙')];
  for (const who of [one, other]) await who.patch('/me', { phone: '13800000393' });
  const session = await aPublishedSession(desk);
  const { body } = await register(other, session.id);
  await erase(one);
  expect((await other.get<Registration>(`/registrations/${body.id}`)).body).toMatchObject({
    status: 'confirmed',
    name: '同号乙',
  });
});

test('accounts of staff and units are not theirs to delete', async () => {
  for (const role of ['staff', 'organizer', 'district'] as const)
    expect((await erase(await test_.as(role))).status).toBe(403);
});
