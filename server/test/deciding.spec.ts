import type { DecidedRegistrant, PendingDecision, RevealedRegistrant } from '@openday/shared/registrants';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { seatsOf, toldAbout } from './support/counters';
import { Draws } from './support/draws';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const byApproval = (capacity: number) =>
  aPublishedSession(desk, { mode: 'approval', quotas: [{ name: '居民', capacity }] });
const apply = async (name: string, session: SessionDetail, body: object = {}): Promise<Registration> => {
  const { status, body: registration } = await register(await test_.as('resident', name), session.id, body);
  if (status !== 201) throw new Error(JSON.stringify(registration));
  return registration;
};

test('several are decided at once, in the order they registered, each with a result of its own', async () => {
  const session = await byApproval(3);
  const parties: Registration[] = [];
  for (const [i, seats] of [2, 2, 1].entries()) parties.push(await apply(`批量${i}`, session, { seats }));
  const elsewhere = await apply('批量别处', await byApproval(3));
  const [first, second, third] = parties as [Registration, Registration, Registration];
  const decide = async (body: object) =>
    (await desk.post<{ items: DecidedRegistrant[] }>(`/sessions/${session.id}/registrations/decide`, body)).body.items;
  const ids = [third, second, first, elsewhere].map(({ id }) => id);
  const approved = await decide({ act: 'approve', ids });
  expect(approved.map(({ id }) => id)).toEqual(ids);
  expect(approved.map(({ registrant, refused }) => registrant?.status ?? refused?.code)).toEqual([
    'confirmed',
    'FULL',
    'confirmed',
    'NOT_FOUND',
  ]);
  expect(approved[1]?.refused?.message).toBe('名额报满了，可以排候补。');
  expect([
    await seatsOf(test_, session.id),
    await toldAbout(test_, second.id),
    await toldAbout(test_, first.id),
  ]).toEqual([[3, 0], ['applied'], ['applied', 'approved']]);
  const declined = await decide({ act: 'decline', ids: [second.id, first.id], reason: '名额满了' });
  expect(declined).toMatchObject([
    { registrant: { status: 'declined', endReason: '名额满了' }, refused: null },
    { registrant: null, refused: { code: 'NOT_APPLIED' } },
  ]);
  const audited = await test_.database.read.findBy(AuditEntry, { targetKind: 'registration', targetId: second.id });
  expect(audited.map((entry) => entry.act)).toEqual(['registration.decline']);
  const path = `/sessions/${session.id}/registrations/decide`;
  expect(await desk.refused('POST', path, { act: 'decline', ids: [first.id] })).toMatchObject({
    status: 400,
    details: [{ field: 'reason', message: '请写明不通过的原因' }],
  });
  for (const body of [
    { act: 'approve', ids: [] },
    { act: 'seat', ids: [first.id] },
    { act: 'approve', ids: [['x']] },
  ])
    expect((await desk.refused('POST', path, body)).status).toBe(400);
});

test('who comes is shown unmasked one by one, and each time it is audited', async () => {
  const questions = [{ id: 'gate', text: '身份证号', kind: 'idNumber', required: true, reason: '进门登记' }] as const;
  const session = await aPublishedSession(desk, {}, { questions: [...questions] });
  const answers = [{ question: 'gate', value: '11010519491231002X' }];
  const { id } = await apply('欧阳小明', session, { seats: 3, companions: [{ name: '妈妈' }], answers });
  const path = `/registrations/${id}/reveal`;
  expect((await desk.post<RevealedRegistrant>(path)).body).toEqual({
    ...{ id, name: '欧阳小明', phone: expect.stringMatching(/^1\d{10}$/), answers },
    companions: [{ name: '妈妈' }, { name: null }],
  });
  const audited = await test_.database.read.findBy(AuditEntry, { targetKind: 'registration', targetId: id });
  expect(audited.map((entry) => entry.act)).toEqual(['registration.reveal']);
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect((await neighbour.refused('POST', path)).status).toBe(404);
  expect((await (await test_.as('resident', '欧阳小明')).refused('POST', path)).status).toBe(403);
});

test('of a session that is over nobody is removed any more', async () => {
  const session = await aPublishedSession(desk);
  const { id } = await apply('来过的', session);
  const [startsAt, endsAt] = [new Date(inHours(-3)), new Date(inHours(-1))];
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, { startsAt, endsAt }));
  const removed = await desk.refused('POST', `/registrations/${id}/remove`, { reason: '其实没来' });
  expect([removed.code, await seatsOf(test_, session.id)]).toEqual(['REGISTRATION_CLOSED', [1, 0]]);
});

test('what waits for the unit is the applications of its own sessions to come, soonest first, and draws that are due', async () => {
  const unit = await test_.as('organizer', (await anOrganizer(test_)).name);
  const pending = async (who: Api) => (await who.get<{ items: PendingDecision[] }>('/desk/decisions')).body.items;
  const looked = { mode: 'approval' as const, quotas: [{ name: '居民', capacity: 9 }] };
  const later = await aPublishedSession(unit, { ...looked, startsAt: inHours(72), endsAt: inHours(74) });
  const sooner = await aPublishedSession(unit, looked);
  const called = await aPublishedSession(unit, looked);
  await aPublishedSession(unit, looked);
  const first = await apply('待定一', later);
  await apply('待定二', later);
  await apply('待定三', sooner);
  await apply('待定四', called);
  await unit.post(`/sessions/${called.id}/cancel`, { reason: '场地检修' });
  const draws = new Draws(test_, unit);
  const drawn = await draws.session(4, '当天开奖号');
  await draws.tickets(drawn, [{ seats: 1 }]);
  const { id, theme, startsAt } = sooner;
  expect(await pending(unit)).toMatchObject([
    { session: { id, theme, startsAt }, applied: 1, drawDue: false },
    { session: { id: later.id }, applied: 2, drawDue: false },
  ]);
  await draws.isDue(drawn);
  expect((await pending(unit)).map(({ session }) => session.id).sort()).toEqual([id, later.id, drawn.id].sort());
  expect((await pending(unit)).find(({ session }) => session.id === drawn.id)).toMatchObject({
    applied: 0,
    drawDue: true,
  });
  await desk.post(`/registrations/${first.id}/approve`);
  expect((await pending(unit)).find(({ session }) => session.id === later.id)).toMatchObject({ applied: 1 });
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect(await pending(neighbour)).toEqual([]);
});
