import { randomUUID } from 'node:crypto';
import type { Tokens } from '@openday/shared/auth';
import { fromBase64 } from '@openday/shared/base64';
import type { DoorCounts, DoorInvite, DoorPack, DoorStaff, ScanFact, ScanReply } from '@openday/shared/check-in';
import { counterAt, readCode, registrationCode } from '@openday/shared/check-in-code';
import { judge } from '@openday/shared/door-verdict';
import type { Ticket } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { DoorInvite as Invite } from '../src/modules/accounts/door-invite.entity';
import { CheckIn } from '../src/modules/check-in/check-in.entity';
import { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

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
const upload = async (who: Api, scans: ScanFact[], deviceId = 'door-east') =>
  (await who.post<ScanReply>('/check-in/scans', { deviceId, scans })).body.items;
const packOf = (who: Api, session: SessionDetail, query = 'deviceId=door-east') =>
  who.get<DoorPack>(`/check-in/sessions/${session.id}/pack?${query}`);
const countsOf = async (who: Api, session: SessionDetail) =>
  (await who.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).body;
const inviteTo = async (...sessions: SessionDetail[]) =>
  (await desk.post<DoorInvite>('/check-in/invites', { sessions: sessions.map(({ id }) => id), hours: 24 })).body;
const join = (token: string, name = '小张') => test_.anonymous.post<Tokens>('/auth/door', { token, name });
const signedIn = async (token: string, name?: string) => new Api(test_.app, (await join(token, name)).body.accessToken);

async function aCode(session: SessionDetail, name: string) {
  const resident = await test_.as('resident', name);
  const { body } = await register(resident, session.id);
  const ticket = (await resident.get<Ticket>(`/registrations/${body.id}/ticket`)).body;
  const fields = { keyId: ticket.keyId, sessionId: session.id, registrationId: body.id, seats: 1 };
  return registrationCode({ ...fields, kind: 'live', counter: counterAt(Date.now()) }, fromBase64(ticket.codeKey));
}

test('a helper of one door is told of the unit’s other sessions that day, and of no other unit’s', async () => {
  const [unit, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const startsAt = inHours(48);
  const of = ({ id: organizerId }: { id: string }, over = {}) =>
    aPublishedSession(desk, { startsAt, ...over }, { organizerId });
  const [session, other] = [await of(unit), await of(unit)];
  await of(neighbour);
  await of(unit, { startsAt: inHours(72), endsAt: inHours(74) });
  const helper = await signedIn((await inviteTo(session)).token!);
  expect((await packOf(helper, session)).body.others.map(({ id }) => id)).toEqual([other.id]);
});

test('who opens an invite works the doors it names, under a name, and no others', async () => {
  const [session, other] = [await aPublishedSession(desk), await aPublishedSession(desk)];
  const { token, joined } = await inviteTo(session);
  expect(joined).toBe(0);
  const staff = await signedIn(token!);
  expect((await packOf(staff, session)).status).toBe(200);
  expect((await packOf(staff, other)).status).toBe(404);
  expect(await staff.refused('GET', '/plan-imports')).toMatchObject({ code: 'FORBIDDEN' });
  const { staff: people, invites } = (await desk.get<DoorStaff>(`/check-in/sessions/${session.id}/staff`)).body;
  expect(people).toMatchObject([{ name: '小张', revokedAt: null, devices: ['door-east'] }]);
  expect(invites).toMatchObject([{ joined: 1, token: null }]);
});

test('an invite that ran out or was ended lets nobody in, and its token is stored nowhere', async () => {
  const session = await aPublishedSession(desk);
  const { id, token } = await inviteTo(session);
  expect(JSON.stringify(await test_.database.read.findBy(Invite, { id }))).not.toContain(token);
  await test_.database.write((manager) => manager.update(Invite, { id }, { expiresAt: new Date(Date.now() - 1000) }));
  expect((await join(token!)).body).toMatchObject({ code: 'INVITE_ENDED' });
  const second = await inviteTo(session);
  await desk.post(`/check-in/invites/${second.id}/revoke`);
  expect((await join(second.token!)).body).toMatchObject({ code: 'INVITE_ENDED' });
});

test('what another hands in stays attributed to whom recorded it, and a name that had no door there is not taken', async () => {
  const session = await aPublishedSession(desk);
  const { token } = await inviteTo(session);
  const [first, second] = [(await join(token!, '小张')).body, await signedIn(token!, '小李')];
  const stranger = (await join((await inviteTo(await aPublishedSession(desk))).token!)).body.account.id;
  const { id } = first.account;
  const [own, others, strange] = [fact(session, 1), fact(session, 2, { by: id }), fact(session, 3, { by: stranger })];
  await upload(second, [own, others, strange]);
  const stored = await test_.database.read.findBy(CheckIn, { sessionId: session.id });
  const operators = new Map(stored.map((row) => [row.seq, row.operatorId]));
  expect(operators.get(2)).toBe(id);
  expect(operators.get(1)).not.toBe(id);
  expect(operators.get(3)).toBe(operators.get(1));

  await desk.post(`/check-in/sessions/${session.id}/staff/${id}/revoke`);
  const later = new Date(Date.now() + 60_000).toISOString();
  await upload(second, [fact(session, 4, { by: id, at: later }), fact(session, 5, { at: later })]);
  expect(await countsOf(desk, session)).toMatchObject({ checkedIn: 5, flagged: 1 });
});

test('who is taken off a door is out at once; facts from before still upload, later ones are flagged', async () => {
  const session = await aPublishedSession(desk);
  const staff = await signedIn((await inviteTo(session)).token!);
  await packOf(staff, session);
  const { id } = (await desk.get<DoorStaff>(`/check-in/sessions/${session.id}/staff`)).body.staff[0]!;
  const before = fact(session, 1, { at: new Date(Date.now() - 60_000).toISOString() });
  const revoked = await desk.post<DoorStaff>(`/check-in/sessions/${session.id}/staff/${id}/revoke`);
  expect(revoked.body.staff[0]).toMatchObject({ id, revokedAt: expect.any(String) });
  expect((await packOf(staff, session)).body).toMatchObject({ code: 'DOOR_REVOKED' });
  expect(await staff.refused('GET', `/check-in/sessions/${session.id}/counts`)).toMatchObject({ code: 'DOOR_REVOKED' });
  const after = fact(session, 2, { at: new Date(Date.now() + 60_000).toISOString() });
  expect(await upload(staff, [before, after])).toMatchObject([{ result: 'stored' }, { result: 'stored' }]);
  expect(await countsOf(desk, session)).toMatchObject({ checkedIn: 2, flagged: 1 });
});

test('invites and door staff are the unit’s own', async () => {
  const session = await aPublishedSession(desk);
  const stranger = await test_.as('organizer', (await anOrganizer(test_)).name);
  const { id } = await inviteTo(session);
  for (const refused of [
    await stranger.refused('POST', '/check-in/invites', { sessions: [session.id], hours: 1 }),
    await stranger.refused('POST', `/check-in/invites/${id}/revoke`),
    await stranger.refused('GET', `/check-in/sessions/${session.id}/staff`),
    await stranger.refused('POST', `/check-in/sessions/${session.id}/new-key`),
  ])
    expect(refused).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

test('A26 a lost device holds the figures up until a named person says why', async () => {
  const session = await aPublishedSession(desk);
  const staff = await signedIn((await inviteTo(session)).token!, '小李');
  await packOf(staff, session, `deviceId=door-east&name=${encodeURIComponent('东门')}`);
  await packOf(staff, session, 'deviceId=door-west');
  await upload(staff, [fact(session, 1), fact(session, 2, { kind: 'end', seats: 0 })]);
  expect(await countsOf(staff, session)).toMatchObject({ final: false, devices: [{ name: '东门' }, { name: '' }] });
  const path = `/check-in/sessions/${session.id}/excuse`;
  expect(await staff.refused('POST', path, { deviceId: 'door-west' })).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await staff.refused('POST', path, { deviceId: 'door-none', reason: '手机丢了' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const { body } = await staff.post<DoorCounts>(path, { deviceId: 'door-west', reason: '手机丢了' });
  expect(body).toMatchObject({
    final: true,
    devices: [{ excused: null }, { excused: { by: '小李', reason: '手机丢了' } }],
  });
});

test('a hand count is corrected only with a reason', async () => {
  const session = await aPublishedSession(desk);
  const [without] = await upload(desk, [fact(session, 1, { kind: 'correction', seats: 40 })]);
  expect(without).toMatchObject({ result: 'rejected', reason: 'malformed' });
  await upload(desk, [fact(session, 1, { kind: 'correction', seats: 40, reason: '照纸名单重数' })]);
  expect(await countsOf(desk, session)).toMatchObject({ handCount: 40 });
});

test('A27 keys changed mid-event: codes made before and after are both let in and both stored', async () => {
  const session = await aPublishedSession(desk, { startsAt: inHours(1), endsAt: inHours(3) });
  const old = await aCode(session, '旧码的人');
  expect((await desk.post<{ keyId: number }>(`/check-in/sessions/${session.id}/new-key`)).body).toEqual({ keyId: 2 });
  const young = await aCode(session, '新码的人');
  expect([old, young].map((code) => readCode(code)?.keyId)).toEqual([1, 2]);
  const { body: pack } = await packOf(desk, session);
  expect(pack.keys.map(({ id }) => id)).toEqual([2, 1]);
  for (const code of [old, young]) expect(judge(code, pack, new Map(), Date.now())).toMatchObject({ shown: 'go' });
  const scans = [old, young].map((code, i) => fact(session, i + 1, { kind: 'scan', code }));
  expect(await upload(desk, scans)).toMatchObject([{ result: 'stored' }, { result: 'stored' }]);
});

test('a door asks for what changed since: new registrations, cancelled ones, arrivals at other doors', async () => {
  const session = await aPublishedSession(desk);
  const [first, second] = [await test_.as('resident', '先来的'), await test_.as('resident', '后来的')];
  const one = (await register(first, session.id)).body;
  const { body: all } = await packOf(desk, session);
  expect(all).toMatchObject({ partial: false, roster: [{ registrationId: one.id }] });
  // What changed in the minute before is sent twice, so the cursor is moved past it.
  const since = encodeURIComponent(new Date(Date.parse(all.cursor) + 61_000).toISOString());
  const nothing = (await packOf(desk, session, `deviceId=door-east&since=${since}`)).body;
  expect(nothing).toMatchObject({ partial: true, roster: [] });
  const two = (await register(second, session.id)).body;
  await first.post(`/registrations/${one.id}/cancel`, {});
  const delta = (await packOf(desk, session, `deviceId=door-east&since=${encodeURIComponent(all.cursor)}`)).body;
  expect(delta.roster.map(({ registrationId, status }) => [registrationId, status]).sort()).toEqual(
    [
      [one.id, 'cancelled'],
      [two.id, 'confirmed'],
    ].sort(),
  );
});

test('a second scan at another door shows when and where the first was', async () => {
  const session = await aPublishedSession(desk);
  const code = await aCode(session, '两个门的人');
  await packOf(desk, session, `deviceId=door-east&name=${encodeURIComponent('东门')}`);
  await packOf(desk, session, `deviceId=door-west&name=${encodeURIComponent('西门')}`);
  await upload(desk, [fact(session, 1, { kind: 'scan', code })]);
  expect((await packOf(desk, session, 'deviceId=door-west')).body.roster).toMatchObject([
    { arrived: 1, arrivedAtDoor: '东门' },
  ]);
  await upload(desk, [fact(session, 1, { kind: 'scan', code })], 'door-west');
  expect((await countsOf(desk, session)).conflicts).toMatchObject([
    {
      kind: 'twoDoors',
      doors: [
        { name: '东门', seats: 1 },
        { name: '西门', seats: 1 },
      ],
    },
  ]);
});
