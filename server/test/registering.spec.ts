import { randomUUID } from 'node:crypto';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const seatsOf = async (session: SessionDetail) =>
  (await test_.anonymous.get<SessionDetail>(`/sessions/${session.id}`)).body.seats;

/** Counter = rows, whatever happened. */
async function takenAndSeated(session: SessionDetail): Promise<[taken: number, seated: number]> {
  const quotas = await test_.database.read.findBy(Quota, { sessionId: session.id });
  const rows = await test_.database.read.findBy(Row, { sessionId: session.id, status: 'confirmed' });
  return [quotas.reduce((sum, q) => sum + q.taken, 0), rows.reduce((sum, r) => sum + r.seats, 0)];
}

test('a party registers, sees its seats and finds itself under my registrations', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '刘小芳');
  const { status, body } = await register(resident, session.id, { seats: 3, companions: [{ name: '妈妈' }] });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    status: 'confirmed',
    seats: 3,
    position: null,
    name: '刘小芳',
    companions: [{ name: '妈妈' }, { name: null }],
    session: { id: session.id, theme: '居民议事日' },
  });
  expect(await seatsOf(session)).toEqual({ capacity: 20, taken: 3, left: 17 });
  const mine = await resident.get<{ items: Registration[] }>(`/registrations?session=${session.id}`);
  expect(mine.body.items).toEqual([body]);
});

test('A1 200 residents at once for 20 seats: exactly 20', async () => {
  const session = await aPublishedSession(desk);
  const replica = onMariadb ? await test_.replica() : test_;
  const residents = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const resident = await (i % 2 ? test_ : replica).as('resident', `居民${i}`);
      await resident.patch('/me', { phone: `139${String(i).padStart(8, '0')}` });
      return resident;
    }),
  );
  const answers = await Promise.all(residents.map((resident) => register(resident, session.id)));
  const codes = answers.map(({ status }) => status);
  expect(codes.filter((code) => code === 201)).toHaveLength(20);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409).map(({ body }) => body)).toEqual([]);
  expect(codes.filter((code) => code === 409)).toHaveLength(180);
  expect(await takenAndSeated(session)).toEqual([20, 20]);
});

test('A2 a party of 5 with 4 left is refused whole, or waits whole', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 4 }] });
  const resident = await test_.as('resident', '五口之家');
  expect(await register(resident, session.id, { seats: 5 })).toMatchObject({ status: 409, body: { code: 'FULL' } });
  const waiting = await register(resident, session.id, { seats: 5, joinWaitlist: true });
  expect(waiting).toMatchObject({ status: 201, body: { status: 'waitlisted', seats: 5, position: 1 } });
  expect(await seatsOf(session)).toMatchObject({ taken: 0 });
});

test('A3 the same key 50 times at once is one row and one answer', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '反复点');
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => register(resident, session.id, { seats: 2 }, key)),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(await takenAndSeated(session)).toEqual([2, 2]);
});

test('A4 the same key with another body is refused', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '改主意');
  const key = randomUUID();
  await register(resident, session.id, { seats: 1 }, key);
  expect(await register(resident, session.id, { seats: 2 }, key)).toMatchObject({
    status: 422,
    body: { code: 'KEY_REUSED' },
  });
});

test('A5 the same resident with another key gets the standing registration, even when all is full', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }] });
  const resident = await test_.as('resident', '再来一次');
  const first = await register(resident, session.id);
  expect(await register(resident, session.id)).toEqual({ ...first, status: 200, headers: expect.anything() });
});

test('without a key nothing is registered', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '没有钥匙');
  const refused = await resident.refused('POST', `/sessions/${session.id}/registrations`, { seats: 1 });
  expect(refused).toMatchObject({ status: 400, code: 'KEY_REQUIRED' });
});

test('a proxy registers others, with their consent, as often as there are others', async () => {
  const session = await aPublishedSession(desk);
  const proxy = await test_.as('resident', '社区工作者');
  const onBehalfOf = { name: '张大爷', relation: 'served' as const, consent: true };
  expect(await register(proxy, session.id, { onBehalfOf: { ...onBehalfOf, consent: false } })).toMatchObject({
    status: 422,
    body: { code: 'CONSENT_REQUIRED' },
  });
  const first = await register(proxy, session.id, { onBehalfOf });
  expect(first).toMatchObject({
    status: 201,
    body: { name: '张大爷', onBehalfOf: { relation: 'served' }, phoneLast4: null },
  });
  expect(await register(proxy, session.id, { onBehalfOf })).toMatchObject({
    status: 409,
    body: { code: 'LIKELY_DOUBLE' },
  });
  expect((await register(proxy, session.id, { onBehalfOf: { ...onBehalfOf, confirmDouble: true } })).status).toBe(201);
  expect((await register(proxy, session.id)).body.name).toBe('社区工作者');
});

test.each([
  ['with a phone, then without', '13800000031', undefined],
  ['without a phone, then with one', undefined, '13800000032'],
])('the proxy is asked about a second person of one name, %s', async (_, first, second) => {
  const session = await aPublishedSession(desk);
  const proxy = await test_.as('resident', '热心邻居');
  const ask = (phone: string | undefined, confirmDouble = false) =>
    register(proxy, session.id, {
      onBehalfOf: { name: '张大娘', relation: 'served', consent: true, confirmDouble, ...(phone && { phone }) },
    });
  expect((await ask(first)).status).toBe(201);
  expect(await ask(second)).toMatchObject({ status: 409, body: { code: 'LIKELY_DOUBLE' } });
  expect((await ask(second, true)).status).toBe(201);
  // Two phones are two people.
  expect((await ask('13800000033', true)).status).toBe(201);
});

test('someone registered by phone is the same person as the one who registers', async () => {
  const session = await aPublishedSession(desk);
  const daughter = await test_.as('resident', '女儿');
  const father = await test_.as('resident', '父亲');
  await father.patch('/me', { phone: '13800000077' });
  const onBehalfOf = { name: '父亲', phone: '13800000077', relation: 'parent' as const, consent: true };
  const byDaughter = await register(daughter, session.id, { onBehalfOf });
  expect(await register(father, session.id)).toMatchObject({ status: 200, body: { id: byDaughter.body.id } });
});

test('the window of registration is the session’s', async () => {
  const soon = await aPublishedSession(desk, { opensAt: inHours(1) });
  const closed = await aPublishedSession(desk, { closesAt: inHours(-1) });
  const open = await aPublishedSession(desk, { mode: 'none', quotas: [] });
  const resident = await test_.as('resident', '看时间');
  expect([soon.phase, closed.phase, open.phase]).toEqual(['soon', 'closed', 'walkIn']);
  expect((await register(resident, soon.id)).body).toMatchObject({ code: 'NOT_OPEN_YET' });
  expect((await register(resident, closed.id)).body).toMatchObject({ code: 'REGISTRATION_CLOSED' });
  expect((await register(resident, open.id)).body).toMatchObject({ code: 'NOT_ON_SALE' });
});

test('nobody reads, changes or cancels somebody else’s registration', async () => {
  const session = await aPublishedSession(desk);
  const owner = await test_.as('resident', '本人');
  const other = await test_.as('resident', '别人');
  const { body } = await register(owner, session.id);
  for (const [method, path, sent] of [
    ['GET', `/registrations/${body.id}`, undefined],
    ['GET', `/registrations/${body.id}/ticket`, undefined],
    ['PATCH', `/registrations/${body.id}`, { seats: 2 }],
    ['POST', `/registrations/${body.id}/cancel`, {}],
  ] as const)
    expect(await other.refused(method, path, sent)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await owner.get<Registration>(`/registrations/${body.id}`)).body.status).toBe('confirmed');
});
