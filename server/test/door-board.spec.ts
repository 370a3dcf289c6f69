import { randomUUID } from 'node:crypto';
import type { DoorCounts, DoorPack, ScanFact, ScanReply } from '@openday/shared/check-in';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());
afterEach(() => jest.restoreAllMocks());

const fact = (session: SessionDetail, seq: number, over: Partial<ScanFact> = {}): ScanFact => ({
  id: randomUUID(),
  seq,
  sessionId: session.id,
  kind: 'walkIn',
  seats: 1,
  at: new Date().toISOString(),
  clockOffsetMs: 0,
  shown: 'go',
  ...over,
});
const upload = async (scans: ScanFact[], deviceId = 'door-east') =>
  (await desk.post<ScanReply>('/check-in/scans', { deviceId, scans })).body.items;
const ask = (session: SessionDetail, tag?: string) =>
  desk.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`, tag ? { 'if-none-match': tag } : {});
const packOf = (session: SessionDetail, query: string) =>
  desk.get<DoorPack>(`/check-in/sessions/${session.id}/pack?${query}`);
/** A minute of its own, so that none passes between two questions. */
const inOneMinute = () => jest.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 60_000) * 60_000 + 1_000);

test('a board that asks again is answered 304 without a look at a registration or a fact', async () => {
  const session = await aPublishedSession(desk);
  await upload([fact(session, 1)]);
  inOneMinute();
  const first = await ask(session);
  expect(first.body).toMatchObject({ checkedIn: 1 });
  const tag = String(first.headers.etag);
  const queries = jest.spyOn(test_.database.read.connection.logger, 'logQuery');
  const again = await ask(session, tag);
  expect(again).toMatchObject({ status: 304, headers: { etag: tag } });
  expect(again.body).toBeFalsy();
  const asked = queries.mock.calls.map(([sql]) => sql).join('\n');
  expect(asked).toContain('event_sessions');
  expect(asked).not.toMatch(/registrations|check_ins|door_devices/);
  expect((await ask(session, `W/${tag}`)).status).toBe(304);
});

test('whatever changes the figures changes the tag: an upload, a device, its name, an excuse, a seat taken or given back', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '看板上的人');
  let registration: Registration;
  inOneMinute();
  const changes: [string, () => Promise<unknown>][] = [
    ['upload', () => upload([fact(session, 1)])],
    ['device', () => packOf(session, 'deviceId=door-west')],
    ['name', () => packOf(session, 'deviceId=door-west&name=west')],
    [
      'excuse',
      () => desk.post(`/check-in/sessions/${session.id}/excuse`, { deviceId: 'door-west', reason: '手机丢了' }),
    ],
    ['seat', async () => (registration = (await register(resident, session.id)).body)],
    ['cancel', () => resident.post(`/registrations/${registration.id}/cancel`, {})],
  ];
  let tag = String((await ask(session)).headers.etag);
  for (const [what, change] of changes) {
    await change();
    const answer = await ask(session, tag);
    expect([what, answer.status]).toEqual([what, 200]);
    tag = String(answer.headers.etag);
    expect([what, (await ask(session, tag)).status]).toEqual([what, 304]);
  }
  await packOf(session, 'deviceId=door-west&name=west');
  expect((await ask(session, tag)).status).toBe(304);
});

test('two who changed places while the seats stayed equal show within a minute', async () => {
  const session = await aPublishedSession(desk);
  const minute = inOneMinute();
  const tag = String((await ask(session)).headers.etag);
  minute.mockReturnValue(Date.now() + 60_000);
  expect((await ask(session, tag)).status).toBe(200);
});

test('a list read to be printed is read like any other, and the figures wait for no device', async () => {
  const session = await aPublishedSession(desk);
  await register(await test_.as('resident', '纸名单上的人'), session.id);
  expect((await packOf(session, '')).body.roster).toMatchObject([{ seats: 1 }]);
  expect((await ask(session)).body.devices).toEqual([]);
});

test('a device that recorded without a list is waited for too; a correction alone is made from anywhere', async () => {
  const session = await aPublishedSession(desk);
  await upload([fact(session, 1, { kind: 'correction', seats: 30, reason: '照纸名单重数' })], 'desk-one');
  expect((await ask(session)).body).toMatchObject({ devices: [], handCount: 30, final: true });
  await upload([fact(session, 1)], 'door-lone');
  expect((await ask(session)).body).toMatchObject({
    devices: [{ deviceId: 'door-lone', operator: '政务公开办', ended: false }],
    final: false,
  });
});

test('A26 final figures stay final: a correction has a name and a reason, what a lost phone sends is counted and told', async () => {
  const session = await aPublishedSession(desk);
  await packOf(session, 'deviceId=door-east');
  await packOf(session, 'deviceId=door-west');
  await upload([fact(session, 1), fact(session, 2, { kind: 'end', seats: 0 })]);
  expect((await ask(session)).body).toMatchObject({ final: false, finalAt: null, late: 0 });
  await desk.post(`/check-in/sessions/${session.id}/excuse`, { deviceId: 'door-west', reason: '手机丢了' });
  const { finalAt } = (await ask(session)).body;
  expect(finalAt).toEqual(expect.any(String));
  await upload([fact(session, 3, { kind: 'correction', seats: 12, reason: '照纸名单重数' })]);
  await upload([fact(session, 1, { seats: 2 }), fact(session, 3, { seats: 1 })], 'door-west');
  expect((await ask(session)).body).toMatchObject({
    final: true,
    finalAt,
    late: 2,
    checkedIn: 4,
    handCount: 12,
    corrections: [{ seats: 12, by: '政务公开办', reason: '照纸名单重数' }],
  });
});

test('A19 more than the party at two doors, one clock ten minutes behind: the conflict names both, at the true times', async () => {
  const session = await aPublishedSession(desk);
  const { body } = await register(await test_.as('resident', '两个门的人'), session.id, { seats: 2 });
  await packOf(session, 'deviceId=door-east&name=east');
  await packOf(session, 'deviceId=door-west&name=west');
  const scan = { kind: 'scan' as const, registrationId: body.id, seats: 2 };
  const at = new Date(Date.now() - 600_000).toISOString();
  await upload([fact(session, 1, { ...scan, at, clockOffsetMs: 600_000 })], 'door-east');
  await upload([fact(session, 1, { ...scan, at })], 'door-west');
  const [conflict] = (await ask(session)).body.conflicts;
  expect(conflict).toMatchObject({
    name: '两**人',
    kind: 'twoDoors',
    party: 2,
    scanned: 4,
    doors: [
      { name: 'west', seats: 2, at },
      { name: 'east', seats: 2, at: new Date(Date.parse(at) + 600_000).toISOString() },
    ],
  });
  expect((await ask(session)).body).toMatchObject({ checkedIn: 2, registered: 2, missing: 0 });
});
