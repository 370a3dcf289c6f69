import { randomUUID } from 'node:crypto';
import { fromBase64 } from '@openday/shared/base64';
import type { DoorCounts, DoorPack, ScanFact, ScanReply } from '@openday/shared/check-in';
import { counterAt, registrationCode, registrationKey } from '@openday/shared/check-in-code';
import type { Registration, Ticket } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
let seq = 0;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const fact = (session: SessionDetail, over: Partial<ScanFact> = {}): ScanFact => ({
  id: randomUUID(),
  seq: ++seq,
  sessionId: session.id,
  kind: 'scan',
  seats: 1,
  at: new Date().toISOString(),
  clockOffsetMs: 0,
  shown: 'go',
  ...over,
});
const upload = async (who: Api, scans: unknown[], deviceId = 'door-east') =>
  (await who.post<ScanReply>('/check-in/scans', { deviceId, scans })).body.items;
const countsOf = async (who: Api, session: SessionDetail) =>
  (await who.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).body;
const packOf = async (who: Api, session: SessionDetail, deviceId = 'door-east') =>
  (await who.get<DoorPack>(`/check-in/sessions/${session.id}/pack?deviceId=${deviceId}`)).body;

async function aParty(session: SessionDetail, name: string, seats: number) {
  const resident = await test_.as('resident', name);
  const registration = (await register(resident, session.id, { seats })).body;
  const ticket = (await resident.get<Ticket>(`/registrations/${registration.id}/ticket`)).body;
  const code = (over: Partial<{ counter: number; seats: number }> = {}) =>
    registrationCode(
      {
        keyId: ticket.keyId,
        sessionId: session.id,
        registrationId: registration.id,
        kind: 'live',
        seats,
        counter: counterAt(Date.now()),
        ...over,
      },
      fromBase64(ticket.codeKey),
    );
  return { resident, registration, ticket, code };
}

test('a resident’s code made on the phone is counted at the door and on the board', async () => {
  const session = await aPublishedSession(desk);
  const staff = await test_.as('staff');
  const { code, registration } = await aParty(session, '刘小芳', 3);
  const pack = await packOf(staff, session);
  expect(registrationKey(fromBase64(pack.keys[0]!.key), registration.id)).toHaveLength(32);
  expect(pack.roster).toMatchObject([
    { name: '刘*芳', initials: 'lxf', seats: 3, quota: '居民', status: 'confirmed', arrived: 0 },
  ]);
  expect(await upload(staff, [fact(session, { code: code(), seats: 2 })])).toMatchObject([
    { result: 'stored', reason: null },
  ]);
  expect(await countsOf(staff, session)).toMatchObject({
    registered: 3,
    checkedIn: 2,
    missing: 1,
    handCount: null,
    conflicts: [],
  });
  const report = await desk.get<{ rows: { sessionId: string; checkedIn: number }[] }>('/reports/attendance');
  expect(report.body.rows.find((row) => row.sessionId === session.id)).toMatchObject({
    registered: 3,
    checkedIn: 2,
    capacity: 20,
  });
});

test('A22 uploading again adds none, from one door or two at once', async () => {
  const session = await aPublishedSession(desk);
  const staff = await test_.as('staff');
  const { code } = await aParty(session, '重传的人', 2);
  const facts = [fact(session, { code: code(), seats: 2 }), fact(session, { kind: 'walkIn', seats: 1 })];
  const answers = await Promise.all([upload(staff, facts), upload(staff, facts), upload(staff, facts)]);
  expect(answers.flat().filter(({ result }) => result === 'stored')).toHaveLength(2);
  expect(answers.flat().filter(({ result }) => result === 'already')).toHaveLength(4);
  expect(await countsOf(staff, session)).toMatchObject({ checkedIn: 3, walkIns: 1 });
});

test('A23 a poisonous item blocks nothing', async () => {
  const session = await aPublishedSession(desk);
  const staff = await test_.as('staff');
  const good = fact(session, { kind: 'walkIn', seats: 2 });
  const items = await upload(staff, [
    null,
    { id: 'poison-item', seq: 'x' },
    fact(session, { code: 'NOT A CODE', seats: 1, id: 'bad-code-item' }),
    { ...fact(session), extra: 1, id: 'unknown-field' },
    { ...fact(session), id: 'By-Case-Alone' },
    { ...fact(session), at: '2026-99-99T99:99:99Z', id: 'no-such-moment' },
    good,
  ]);
  expect(items).toEqual([
    { id: '', result: 'rejected', reason: 'malformed' },
    { id: 'poison-item', result: 'rejected', reason: 'malformed' },
    { id: 'bad-code-item', result: 'rejected', reason: 'badCode' },
    { id: 'unknown-field', result: 'rejected', reason: 'malformed' },
    { id: 'By-Case-Alone', result: 'rejected', reason: 'malformed' },
    { id: 'no-such-moment', result: 'rejected', reason: 'malformed' },
    { id: good.id, result: 'stored', reason: null },
  ]);
});

test('a code that was altered, or is for another session, is not stored', async () => {
  const [here, elsewhere] = [await aPublishedSession(desk), await aPublishedSession(desk)];
  const staff = await test_.as('staff');
  const { code } = await aParty(elsewhere, '走错的人', 1);
  const { code: own } = await aParty(here, '改码的人', 1);
  const altered = own().replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const items = await upload(staff, [fact(here, { code: code() }), fact(here, { code: altered })]);
  expect(items.map(({ reason }) => reason)).toEqual(['badCode', 'badCode']);
});

test('A18 a three-minute-old code is stored: the door flags it, nobody is turned away', async () => {
  const session = await aPublishedSession(desk);
  const staff = await test_.as('staff');
  const { code } = await aParty(session, '截图的人', 1);
  const old = code({ counter: counterAt(Date.now() - 180_000) });
  expect(await upload(staff, [fact(session, { code: old, shown: 'look' })])).toMatchObject([{ result: 'stored' }]);
});

test('A26 figures are final when every device that took a pack said end and lacks nothing', async () => {
  const session = await aPublishedSession(desk);
  const staff = await test_.as('staff');
  await packOf(staff, session, 'door-east');
  await packOf(staff, session, 'door-west');
  const say = (deviceId: string, n: number, kind: ScanFact['kind']) =>
    upload(staff, [fact(session, { seq: n, kind, seats: kind === 'end' ? 0 : 1 })], deviceId);
  await say('door-east', 1, 'walkIn');
  await say('door-east', 4, 'end');
  expect(await countsOf(staff, session)).toMatchObject({
    final: false,
    devices: [
      { deviceId: 'door-east', lastSeq: 4, missing: [[2, 3]], ended: true, operator: '门口志愿者' },
      { deviceId: 'door-west', lastSeq: 0, missing: [], ended: false },
    ],
  });
  await say('door-east', 2, 'walkIn');
  await say('door-east', 3, 'count');
  await say('door-west', 1, 'end');
  expect(await countsOf(staff, session)).toMatchObject({ final: true, checkedIn: 2, handCount: 1 });
});

test('a sequence number is used once on a device', async () => {
  const session = await aPublishedSession(desk);
  const staff = await test_.as('staff');
  const twice = [fact(session, { seq: 7, kind: 'walkIn' }), fact(session, { seq: 7, kind: 'walkIn' })];
  expect((await upload(staff, twice)).map(({ result, reason }) => reason ?? result)).toEqual(['stored', 'seqTaken']);
});

test('a cancelled registration stays on the roster as cancelled', async () => {
  const session = await aPublishedSession(desk);
  const { resident, registration } = await aParty(session, '来不了', 1);
  await resident.post<Registration>(`/registrations/${registration.id}/cancel`, { reason: 'busy' });
  const pack = await packOf(await test_.as('staff'), session);
  expect(pack.roster).toMatchObject([{ registrationId: registration.id, status: 'cancelled' }]);
});

test('a door belongs to its staff and its unit, and reading the roster is audited', async () => {
  const [unit, other] = [await anOrganizer(test_), await anOrganizer(test_)];
  const session = await aPublishedSession(desk, {}, { organizerId: unit.id });
  const path = `/check-in/sessions/${session.id}`;
  const stranger = await test_.as('organizer', other.name);
  for (const rest of ['/pack?deviceId=door', '/counts'])
    expect(await stranger.refused('GET', path + rest)).toMatchObject({ status: 404 });
  expect(await upload(stranger, [fact(session, { kind: 'walkIn' })])).toMatchObject([
    { result: 'rejected', reason: 'notYours' },
  ]);
  const own = await test_.as('organizer', unit.name);
  await packOf(own, session);
  const read = await test_.database.read.countBy(AuditEntry, { act: 'roster.read', targetId: session.id });
  expect(read).toBe(1);
});
