import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { SeatsJob } from '../src/modules/registrations/seats.job';
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

const join = async (name: string, session: SessionDetail, body: object = {}) => {
  const who = await test_.as('resident', name);
  return { who, registration: (await register(who, session.id, { joinWaitlist: true, ...body })).body };
};
const now = async ({ who, registration }: Awaited<ReturnType<typeof join>>) =>
  (await who.get<Registration>(`/registrations/${registration.id}`)).body;
const settle = () => test_.app.get(SeatsJob).run();
const earlier = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('an offer nobody accepts in time goes to the next, once, however many replicas look', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }], confirmHours: 2 });
  const parties = [];
  for (const name of ['有位的', '候补一', '候补二']) parties.push(await join(name, session));
  const [seated, first, second] = parties;
  await seated!.who.post(`/registrations/${seated!.registration.id}/cancel`, {});
  expect(await now(first!)).toMatchObject({ status: 'offered' });
  expect(await settle()).toBe(0);
  const { id } = first!.registration;
  await test_.database.write((manager) => manager.update(Row, { id }, { confirmBy: earlier(1) }));
  const other = onMariadb ? await test_.replica() : test_;
  await Promise.all([test_, other, test_, other].map(({ app }) => app.get(SeatsJob).run()));
  expect((await now(first!)).status).toBe('expired');
  expect((await now(second!)).status).toBe('offered');
  const [quota] = await test_.database.read.findBy(Quota, { sessionId: session.id });
  expect(quota?.taken).toBe(1);
  expect(await settle()).toBe(0);
});

test('a reserve that is due gives its free seats to the public line', async () => {
  const session = await aPublishedSession(desk, {
    quotas: [
      { name: '居民', capacity: 1 },
      { name: '企业代表', capacity: 4, releasesAt: inHours(10) },
    ],
  });
  await join('先到的', session);
  const waiting = await join('排队的', session, { seats: 3 });
  expect(await settle()).toBe(0);
  await test_.database.write((manager) =>
    manager.update(Quota, { sessionId: session.id, name: '企业代表' }, { releasesAt: earlier(1) }),
  );
  expect(await settle()).toBe(1);
  expect((await now(waiting)).status).toBe('confirmed');
  const quotas = await test_.database.read.findBy(Quota, { sessionId: session.id });
  expect(quotas.map(({ capacity, taken }) => [capacity, taken]).sort()).toEqual([
    [0, 0],
    [5, 4],
  ]);
  expect(await settle()).toBe(0);
});

test('whose offer ran out as a reserve fell due registers anew, and is not shown the offer that is over', async () => {
  const session = await aPublishedSession(desk, {
    quotas: [
      { name: '居民', capacity: 1 },
      { name: '企业代表', capacity: 1, releasesAt: inHours(10) },
    ],
    confirmHours: 2,
  });
  const seated = await join('先占的', session);
  const late = await join('没来得及', session);
  await seated.who.post(`/registrations/${seated.registration.id}/cancel`, {});
  const { id } = late.registration;
  await test_.database.write(async (manager) => {
    await manager.update(Row, { id }, { confirmBy: earlier(1) });
    await manager.update(Quota, { sessionId: session.id, name: '企业代表' }, { releasesAt: earlier(1) });
  });
  const anew = await register(late.who, session.id);
  expect(anew).toMatchObject({ status: 201, body: { status: 'confirmed' } });
  expect((await now(late)).status).toBe('expired');
});

test('who was held back gets a free seat when the time is over', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }] });
  const seated = await join('占位的', session);
  const held = await join('等过的', session);
  const { id } = held.registration;
  await test_.database.write((manager) =>
    manager.update(Row, { id }, { heldBackUntil: new Date(Date.now() + 60_000) }),
  );
  await seated.who.post(`/registrations/${seated.registration.id}/cancel`, {});
  expect(await settle()).toBe(0);
  expect((await now(held)).status).toBe('waitlisted');
  await test_.database.write((manager) => manager.update(Row, { id }, { heldBackUntil: earlier(1) }));
  expect(await settle()).toBe(1);
  expect(await now(held)).toMatchObject({ status: 'confirmed', heldBackUntil: null });
});

test('a session with nothing due is left alone', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }] });
  await join('一个人', session);
  await join('另一个', session);
  expect(await settle()).toBe(0);
});
