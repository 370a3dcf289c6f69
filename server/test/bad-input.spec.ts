import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
let resident: Api;
let sessionId: string;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  resident = await test_.as('resident');
  sessionId = (await aPublishedSession(desk)).id;
});
afterAll(() => test_.stop());

const key = { 'idempotency-key': 'a-key-for-bad-input' };

test.each<[string, unknown, string]>([
  ['an unknown field', { seats: 1, vip: true }, 'vip'],
  ['A30 a role', { seats: 1, role: 'district' }, 'role'],
  ['a text for a number', { seats: '1' }, 'seats'],
  ['a fraction', { seats: 1.5 }, 'seats'],
  ['too many', { seats: 51 }, 'seats'],
  ['nobody', { seats: 0 }, 'seats'],
  ['A31 an object for an id', { seats: 1, quotaId: { $ne: null } }, 'quotaId'],
  ['a companion’s unknown field', { seats: 2, companions: [{ name: '妈妈', id: 1 }] }, 'companions.0.id'],
  [
    'a phone that is none',
    { seats: 1, onBehalfOf: { name: '张', relation: 'family', consent: true, phone: '110' } },
    'onBehalfOf.phone',
  ],
])('%s is refused by field, in Chinese', async (_, body, field) => {
  const refused = await resident.refused('POST', `/sessions/${sessionId}/registrations`, body, key);
  expect(refused).toMatchObject({ status: 400, code: 'BAD_REQUEST', details: [{ field }] });
  expect(refused.message).toMatch(/\p{Script=Han}/u);
  expect(refused.details![0]!.message).toMatch(/^\p{Script=Han}+$/u);
  expect(refused.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['__proto__', 'constructor'])('A30 %s in a body is refused', async (name) => {
  const raw = `{"seats":1,"${name}":{"prototype":{"role":"district"}}}`;
  const headers = { ...key, 'content-type': 'application/json' };
  const refused = await resident.refused('POST', `/sessions/${sessionId}/registrations`, raw, headers);
  expect(refused).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
});

test('broken JSON, an empty body and a wrong content type are refused', async () => {
  const path = `/sessions/${sessionId}/registrations`;
  const send = (payload: string, type: string) =>
    resident.refused('POST', path, payload, { ...key, 'content-type': type });
  expect(await send('{"seats":', 'application/json')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await send('', 'application/json')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await send('seats=1', 'text/plain')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await send(`{"seats":1,"x":"${'长'.repeat(600_000)}"}`, 'application/json')).toMatchObject({
    status: 413,
    code: 'BODY_TOO_LARGE',
  });
});

test.each(['/sessions/1', '/sessions/abc', '/events/%00', '/sessions/1 OR 1=1', '/events/99999999999999999999'])(
  'A31 %s is no id',
  async (path) => {
    const refused = await test_.anonymous.refused('GET', encodeURI(decodeURI(path)));
    expect(refused).toMatchObject({ status: 400, code: 'BAD_ID' });
  },
);

test('an unknown id and an unknown route are not found', async () => {
  const unknown = '1000000000000000000';
  expect(await test_.anonymous.refused('GET', `/sessions/${unknown}`)).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
  });
  expect(await test_.anonymous.refused('GET', '/nothing/here')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

const cursorOf = (...key: unknown[]) => `cursor=${Buffer.from(JSON.stringify(key)).toString('base64url')}`;

test.each([
  'cursor=abc',
  'cursor=W10',
  'cursor=WzEsMiwzLDRd',
  cursorOf('x', 'x', 'x'),
  cursorOf(1, '2026-99-01T00:00:00.000Z', '1000000000000000000'),
])('a cursor that is none (%s) is refused', async (query) => {
  expect(await test_.anonymous.refused('GET', `/sessions?${query}`)).toMatchObject({
    status: 400,
    code: 'BAD_CURSOR',
  });
});

test('a cursor of another list is refused by each list', async () => {
  for (const [who, path] of [
    [test_.anonymous, '/events'],
    [resident, '/registrations'],
    [desk, '/venues'],
  ] as const)
    expect(await who.refused('GET', `${path}?${cursorOf('中文😀')}`)).toMatchObject({
      status: 400,
      code: 'BAD_CURSOR',
    });
});

test.each([
  'from=2026-99-01T00:00:00Z',
  'to=2026-02-30T00:00:00Z',
  'limit=0',
  'limit=1000',
  'limit=x',
  'lng=1&lat=1',
  'form=party',
  'from=tomorrow',
  'open=maybe',
  'sort=1;DROP TABLE x',
  'q[]=a',
])('A31 the query %s is refused', async (query) => {
  expect(await test_.anonymous.refused('GET', `/sessions?${query}`)).toMatchObject({
    status: 400,
    code: 'BAD_REQUEST',
  });
});

test('a contradictory session is refused with what contradicts, and nothing is half-written', async () => {
  const session = {
    venue: { name: '厅', lng: 116, lat: 36 },
    mode: 'firstCome',
    startsAt: '2027-01-02T03:00:00.000Z',
    endsAt: '2027-01-02T02:00:00.000Z',
  };
  const refused = await desk.refused('POST', '/events', { theme: '自相矛盾', sessions: [session] });
  expect(refused.details).toEqual([
    { field: 'sessions.0.endsAt', message: '结束要晚于开始' },
    { field: 'sessions.0.quotas', message: '请填有多少名额' },
  ]);
  const unknownVenue = {
    ...session,
    venue: undefined,
    venueId: '1000000000000000000',
    mode: 'none',
    endsAt: '2027-01-02T04:00:00.000Z',
  };
  expect(await desk.refused('POST', '/events', { theme: '没有这个场地', sessions: [unknownVenue] })).toMatchObject({
    status: 404,
  });
  const found = await desk.get<{ rows: { theme: string }[] }>('/reports/attendance');
  expect(found.body.rows.map(({ theme }) => theme)).toEqual(['居民议事日']);
});

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['no form', 'multipart/form-data; boundary=x', 'garbage'],
  ['broken off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc'],
])('an upload with %s is no file', async (_, type, payload) => {
  const refused = await desk.refused('POST', '/plan-imports', payload, { 'content-type': type });
  expect(refused).toMatchObject({ status: 422, code: 'BAD_FILE' });
});

test('moments that are not on the calendar, a list for one place and quotas of one name are refused', async () => {
  const session = {
    venue: { name: '厅', lng: 116, lat: 36 },
    mode: 'firstCome',
    startsAt: '2027-01-02T01:00:00.000Z',
    endsAt: '2027-01-02T02:00:00.000Z',
  };
  const refused = (over: object) =>
    desk.refused('POST', '/events', { theme: '不在日历上', sessions: [{ ...session, ...over }] });
  expect(await refused({ endsAt: '2027-99-02T02:00:00.000Z' })).toMatchObject({
    status: 400,
    details: [{ field: 'sessions.0.endsAt', message: '时间格式不对' }],
  });
  expect(await refused({ venue: [] })).toMatchObject({ status: 400, details: [{ field: 'sessions.0.venue' }] });
  const quotas = ['A', 'ａ'].map((name) => ({ name, capacity: 1 }));
  expect(await refused({ quotas })).toMatchObject({ status: 400, details: [{ field: 'sessions.0.quotas' }] });
  const window = { text: '二月底', from: '2027-02-30', to: '2027-02-30', precision: 'day' };
  expect(await desk.refused('POST', '/events', { theme: '不在日历上', window })).toMatchObject({ status: 400 });
});

test('units nest five deep and no deeper', async () => {
  let parentId: string | undefined;
  for (let depth = 2; depth <= 5; depth++) {
    const made = await desk.post<{ id: string }>('/organizers', {
      name: `第${depth}层`,
      ...(parentId && { parentId }),
    });
    expect(made.status).toBe(201);
    parentId = made.body.id;
  }
  expect(await desk.refused('POST', '/organizers', { name: '第6层', parentId })).toMatchObject({ status: 400 });
});
