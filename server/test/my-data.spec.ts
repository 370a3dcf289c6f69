import type { Consent, MessageSettings, MyData, MyFollows } from '@openday/shared/me';
import { readXlsx } from 'hucre/xlsx';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { fetched } from './support/exported';
import { aPublishedSession, inHours, theDistrict } from './support/factories';
import { aWholeResident, everyRow, SECRETS } from './support/whole-resident';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

/** Rows of these tables name an account by the id of a registration it made. */
const idsOf = ({ account, registrations }: MyData) => [account.id, ...registrations.map((one) => one.registration.id)];

test('A39 the export holds every row that names the account or a registration of it, opened, and no key', async () => {
  const { api, accountId } = await aWholeResident(test_, desk);
  const { status, body } = await api.get<MyData>('/me/export');
  expect(status).toBe(200);
  expect(body.account).toMatchObject({ id: accountId, name: SECRETS.name, phone: SECRETS.phone });
  const ids = idsOf(body);
  const inTables: Record<string, number> = {};
  for (const { table, cells } of await everyRow(test_))
    if (cells.some((cell) => ids.includes(cell))) inTables[table] = (inTables[table] ?? 0) + 1;
  const exported = Object.fromEntries(body.records.map(({ table, rows }) => [table, rows.length]));
  // The log knows the resident under another name; lists of tickets by number; a restriction lists what was missed.
  expect(exported).toEqual({ ...inTables, audit_entries: 1, draw_entries: 1, restrictions: 1 });
  for (const { table, title } of body.records) expect({ table, title }).not.toEqual({ table, title: table });
  const text = JSON.stringify(body);
  for (const secret of Object.values(SECRETS)) expect(text).toContain(secret);
  expect(text).not.toMatch(/\d\.[A-Za-z0-9+/]{38,}/);
  expect(text).not.toMatch(/tokenHash|passwordHash|phoneIndex|nameIndex/);
});

test('the export tells registrations with who came, follows with what is next, and what was agreed to', async () => {
  const { body } = await (await aWholeResident(test_, desk)).api.get<MyData>('/me/export');
  const came = body.registrations.filter((one) => one.came.length);
  expect(came.map((one) => one.came[0]?.seats)).toEqual([1]);
  expect(came[0]?.registration).toMatchObject({ companions: [{ name: SECRETS.companion }], phoneLast4: '0391' });
  expect(body.registrations.map((one) => one.phone)).toContain(SECRETS.proxiedPhone);
  expect(body.follows.events).toHaveLength(1);
  expect(body.follows.organizers).toMatchObject([{ name: '某区', next: { theme: '居民议事日' } }]);
  expect(body.restrictions).toHaveLength(1);
  expect(body.consents.map(({ kind }) => kind).sort()).toEqual(['privacy', 'sms']);
  expect(body.settings).toMatchObject({ sms: true, topics: { reminders: false, places: true } });
});

test('the file for people tells it in their words, a subject on each sheet, and no other’s', async () => {
  const { api } = await aWholeResident(test_, desk);
  const file = await fetched(test_, api, '/me/export.xlsx');
  expect(file.headers['content-disposition']).toContain(encodeURIComponent('我的资料_'));
  const { sheets } = await readXlsx(file.bytes);
  expect(sheets.map(({ name }) => name)).toEqual([
    '我是谁',
    '报名',
    '评价',
    '意见建议',
    '关注',
    '同意过的',
    '报了没来',
  ]);
  const text = sheets.flatMap(({ rows }) => rows.flat()).join('|');
  for (const secret of Object.values(SECRETS)) expect(text).toContain(secret);
  for (const words of ['满意', '待接单', '居民议事日', '前一天提醒|不发']) expect(text).toContain(words);
  // No code and no column's name: nobody reads those.
  expect(text).not.toMatch(/[a-z]{3,}/i);

  const other = await fetched(test_, await test_.as('resident', '什么也没有'), '/me/export.xlsx');
  expect((await readXlsx(other.bytes)).sheets.map(({ name }) => name)).toEqual(['我是谁']);
});

test('nobody is told of another’s data', async () => {
  const who = await test_.as('resident', '什么也没有');
  const { body } = await who.get<MyData>('/me/export');
  expect(body.registrations).toEqual([]);
  expect(body.records.map(({ table }) => table)).toEqual(['accounts', 'refresh_tokens', 'sign_ins']);
  expect(await test_.anonymous.refused('GET', '/me/export')).toMatchObject({ status: 401 });
});

test('what is followed is shown with its next session, over or cancelled ones left out', async () => {
  const who = await test_.as('resident', '关注的人');
  const session = await aPublishedSession(desk, { startsAt: inHours(24), endsAt: inHours(26) }, { theme: '变电站' });
  const bare = await aPublishedSession(desk, {}, { theme: '取消了的' });
  await desk.post(`/sessions/${bare.id}/cancel`, { reason: '停电检修' });
  for (const { eventId } of [session, bare]) await who.post(`/events/${eventId}/follow`);
  const { body } = await who.get<MyFollows>('/me/follows');
  expect(body.events.map(({ theme, next }) => [theme, next?.id ?? null]).sort()).toEqual(
    [
      ['变电站', session.id],
      ['取消了的', null],
    ].sort(),
  );
  await who.delete(`/events/${session.eventId}/follow`);
  expect((await who.get<MyFollows>('/me/follows')).body.events).toHaveLength(1);
});

test('a consent is recorded once with its text’s version, withdrawn, and given anew', async () => {
  const who = await test_.as('resident', '同意的人');
  const list = async () => (await who.get<{ items: Consent[] }>('/me/consents')).body.items;
  const agree = (version = '2026-11-21') => who.post<Consent>('/me/consents', { kind: 'privacy', version });
  expect(await list()).toEqual([]);
  await Promise.all([agree(), agree()]);
  expect((await agree()).body).toMatchObject({ kind: 'privacy', version: '2026-11-21', withdrawnAt: null });
  expect(await list()).toHaveLength(1);
  expect(await agree('2020-01-01')).toMatchObject({ status: 409, body: { code: 'CONSENT_TEXT_UNKNOWN' } });
  expect((await agree('昨天')).status).toBe(400);
  await who.post('/me/consents/withdraw', { kind: 'privacy' });
  await who.post('/me/consents/withdraw', { kind: 'privacy' });
  expect((await list())[0]?.withdrawnAt).not.toBeNull();
  await agree();
  expect((await list()).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false]);
});

test('message settings keep what is left out; SMS turned on is a consent, turned off its withdrawal', async () => {
  const who = await test_.as('resident', '少收点的');
  const { body: untouched } = await who.get<MessageSettings>('/me/settings');
  expect(Object.values(untouched.topics)).toEqual([true, true, true, true, true]);
  expect(untouched.sms).toBe(false);
  await who.patch('/me/settings', { off: ['dates', 'answers'], sms: true });
  const { body } = await who.patch<MessageSettings>('/me/settings', { on: ['dates'] });
  expect(body).toMatchObject({ sms: true, topics: { dates: true, answers: false, places: true } });
  const sms = async () =>
    (await who.get<{ items: Consent[] }>('/me/consents')).body.items.filter(({ kind }) => kind === 'sms');
  expect((await sms()).map(({ withdrawnAt }) => withdrawnAt)).toEqual([null]);
  await who.patch('/me/settings', { sms: false });
  expect((await sms())[0]?.withdrawnAt).not.toBeNull();
  for (const wrong of [{ off: ['everything'] }, { sms: null }, { role: 'district' }])
    expect(await who.refused('PATCH', '/me/settings', wrong)).toMatchObject({ status: 400 });
});
