import type { QuotaView, SessionDetail } from '@openday/shared/sessions';
import { Ids } from '../src/database/ids';
import { Vault } from '../src/modules/privacy/vault.service';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Invitation } from '../src/modules/registrations/invitation.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { residents, seatsOf } from './support/counters';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const POOLS = [
  { name: '居民', capacity: 2 },
  { name: '人大代表', capacity: 2, declaration: '我是人大代表' },
  { name: '企业代表', capacity: 4, perEnterprise: 2 },
  { name: '特邀', capacity: 2, invited: true },
];

const pool = (session: SessionDetail, name: string): QuotaView => session.quotas.find((q) => q.name === name)!;

/** A code as a desk would have given it out. */
async function anInvitation(quotaId: string, code: string): Promise<void> {
  const vault = test_.app.get(Vault);
  await test_.database.write((manager) =>
    manager.insert(Invitation, {
      id: test_.app.get(Ids).next(),
      quotaId,
      codeIndex: vault.index('invitation', code),
      code: vault.seal(code),
      registrationId: null,
      createdAt: new Date(),
    }),
  );
}

test('each pool takes whom it is for, and everybody sees what the public one has left', async () => {
  const session = await aPublishedSession(desk, { quotas: POOLS });
  expect(
    session.quotas.map(({ name, isPublic, invited, asksEnterprise }) => [name, isPublic, invited, asksEnterprise]),
  ).toEqual([
    ['居民', true, false, false],
    ['人大代表', false, false, false],
    ['企业代表', false, false, true],
    ['特邀', false, true, false],
  ]);
  expect(session.seats).toEqual({ capacity: 2, taken: 0, left: 2 });
  const [one, two, three] = (await residents(test_, '池一', '池二', '池三')) as [Api, Api, Api];
  const deputies = pool(session, '人大代表').id;
  expect(await register(one, session.id, { quotaId: deputies })).toMatchObject({
    body: { code: 'DECLARATION_REQUIRED' },
  });
  const held = await register(one, session.id, { quotaId: deputies, declares: true });
  expect(held.body).toMatchObject({ status: 'confirmed', quota: { name: '人大代表' } });

  const firms = pool(session, '企业代表').id;
  expect(await register(two, session.id, { quotaId: firms })).toMatchObject({ body: { code: 'ENTERPRISE_REQUIRED' } });
  const first = await register(two, session.id, { quotaId: firms, enterprise: '一厂（东）', seats: 2 });
  expect(first.body).toMatchObject({ status: 'confirmed', enterprise: '一厂（东）' });
  expect(await register(three, session.id, { quotaId: firms, enterprise: '一 厂(东)' })).toMatchObject({
    status: 409,
    body: { code: 'ENTERPRISE_FULL' },
  });
  await two.post(`/registrations/${first.body.id}/cancel`, {});
  expect((await register(three, session.id, { quotaId: firms, enterprise: '一 厂(东)' })).status).toBe(201);
  expect(await seatsOf(test_, session.id)).toEqual([2, 0]);
});

test('an invitation lets one party in, and is good again when that party leaves', async () => {
  const session = await aPublishedSession(desk, { quotas: POOLS });
  const guests = pool(session, '特邀').id;
  await anInvitation(guests, 'ACDEFGHJ');
  const [one, two] = (await residents(test_, '请一', '请二')) as [Api, Api];
  expect(await register(one, session.id, { quotaId: guests })).toMatchObject({ body: { code: 'INVITATION_REQUIRED' } });
  expect(await register(one, session.id, { quotaId: guests, invitation: 'XXXXXXXX' })).toMatchObject({
    status: 422,
    body: { code: 'INVITATION_INVALID' },
  });
  const first = await register(one, session.id, { invitation: 'acde-fghj', seats: 2 });
  expect(first.body).toMatchObject({ status: 'confirmed', quota: { name: '特邀' } });
  const again = () => register(two, session.id, { quotaId: guests, invitation: 'ACDEFGHJ' });
  expect((await again()).body).toMatchObject({ code: 'INVITATION_INVALID' });
  await one.post(`/registrations/${first.body.id}/cancel`, {});
  expect((await again()).body).toMatchObject({ status: 'confirmed' });
});

test('one invitation used by twenty at once lets one in', async () => {
  const session = await aPublishedSession(desk, { mode: 'invited', quotas: [{ name: '特邀', capacity: 20 }] });
  expect(session.quotas[0]).toMatchObject({ isPublic: false, invited: true });
  await anInvitation(session.quotas[0]!.id, 'KMNPQRTU');
  const replica = onMariadb ? await test_.replica() : test_;
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 ? test_ : replica).as('resident', `同一张请柬${i}`)),
  );
  const answers = await Promise.all(all.map((who) => register(who, session.id, { invitation: 'KMNPQRTU' })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(19);
});

test('a reserve’s free seats are everybody’s from its time on: who waits comes first, then who asks', async () => {
  const reserve = { name: '政协委员', capacity: 3, releasesAt: inHours(1) };
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }, reserve] });
  const [one, two, three, four] = (await residents(test_, '放一', '放二', '放三', '放四')) as [Api, Api, Api, Api];
  await register(one, session.id);
  const waiting = await register(two, session.id, { joinWaitlist: true });
  expect((await register(three, session.id)).body).toMatchObject({ code: 'FULL' });
  await test_.database.write((manager) =>
    manager.update(Quota, { sessionId: session.id, name: '政协委员' }, { releasesAt: new Date(inHours(-1)) }),
  );
  expect((await register(three, session.id, { seats: 2 })).body).toMatchObject({ status: 'confirmed' });
  expect((await two.get<{ status: string }>(`/registrations/${waiting.body.id}`)).body.status).toBe('confirmed');
  expect((await register(four, session.id)).body).toMatchObject({ code: 'FULL' });
  const { body } = await test_.anonymous.get<SessionDetail>(`/sessions/${session.id}`);
  expect(body.quotas.map(({ seats }) => seats)).toEqual([
    { capacity: 4, taken: 4, left: 0 },
    { capacity: 0, taken: 0, left: 0 },
  ]);
  expect(await seatsOf(test_, session.id)).toEqual([4, 0]);
});

test('the ceiling holds over all pools, also when their last seats are asked for at once', async () => {
  const quotas = [
    { name: '居民', capacity: 8 },
    { name: '企业代表', capacity: 8 },
  ];
  const session = await aPublishedSession(desk, { quotas, ceiling: 10 });
  expect(session.seats).toEqual({ capacity: 8, taken: 0, left: 8 });
  const replica = onMariadb ? await test_.replica() : test_;
  const all = await Promise.all(
    Array.from({ length: 16 }, (_, i) => (i % 2 ? test_ : replica).as('resident', `一共十个${i}`)),
  );
  const answers = await Promise.all(
    all.map((who, i) => register(who, session.id, { quotaId: session.quotas[i % 2]!.id })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(6);
  expect(await seatsOf(test_, session.id)).toEqual([10, 0]);
  const { body } = await test_.anonymous.get<SessionDetail>(`/sessions/${session.id}`);
  expect([body.seats?.left, ...body.quotas.map(({ seats }) => seats.left)]).toEqual([0, 0, 0]);
  expect(body.phase).toBe('full');
});

test('what a unit looks at first holds no seat, in a pool or in the whole session', async () => {
  const quotas = [
    { name: '居民', capacity: 1 },
    { name: '企业代表', capacity: 1, approval: true },
  ];
  const session = await aPublishedSession(desk, { quotas });
  const [one, two] = (await residents(test_, '审一', '审二')) as [Api, Api];
  const applied = await register(one, session.id, { quotaId: session.quotas[1]!.id });
  expect(applied).toMatchObject({ status: 201, body: { status: 'applied', position: null, ticketNo: null } });
  expect((await register(two, session.id)).body).toMatchObject({ status: 'confirmed' });
  expect(await seatsOf(test_, session.id)).toEqual([1, 0]);
  const whole = await aPublishedSession(desk, { mode: 'approval', quotas: [{ name: '居民', capacity: 1 }] });
  expect(whole.quotas[0]).toMatchObject({ isPublic: true, approval: true });
  expect((await register(one, whole.id)).body).toMatchObject({ status: 'applied' });
});

test('a draw gives everybody a ticket in the order they came, under a commitment made before', async () => {
  const session = await aPublishedSession(desk, {
    mode: 'draw',
    quotas: [{ name: '居民', capacity: 1 }],
    closesAt: inHours(24),
    draw: { drawsAt: inHours(30), publicSource: '当天福彩3D开奖号' },
  });
  expect(session.draw).toEqual({
    commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    drawsAt: expect.any(String),
    drawnAt: null,
    publicSource: '当天福彩3D开奖号',
  });
  const all = await residents(test_, '签一', '签二', '签三');
  const tickets = [];
  for (const who of all) tickets.push((await register(who, session.id, { seats: 2, joinWaitlist: true })).body);
  expect(tickets.map(({ status, ticketNo }) => [status, ticketNo])).toEqual([1, 2, 3].map((no) => ['applied', no]));
  const { body } = await test_.anonymous.get<SessionDetail>(`/sessions/${session.id}`);
  expect([body.phase, body.seats?.taken]).toEqual(['open', 0]);
});
