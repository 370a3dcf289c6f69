import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { EventSession } from '../src/modules/events/session.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

/** Counter = rows, whatever happened. */
async function takenAndSeated(session: SessionDetail): Promise<[taken: number, seated: number]> {
  const quotas = await test_.database.read.findBy(Quota, { sessionId: session.id });
  const rows = await test_.database.read.findBy(Row, { sessionId: session.id, status: 'confirmed' });
  return [quotas.reduce((sum, q) => sum + q.taken, 0), rows.reduce((sum, r) => sum + r.seats, 0)];
}

test('cancelled seats go to the waiting list in order, in the same moment', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 3 }] });
  const [first, big, small] = await Promise.all(['先到', '大家', '小家'].map((name) => test_.as('resident', name)));
  const held = await register(first!, session.id, { seats: 3 });
  const four = await register(big!, session.id, { seats: 4, joinWaitlist: true });
  const two = await register(small!, session.id, { seats: 2, joinWaitlist: true });
  expect([four.body.position, two.body.position]).toEqual([1, 2]);

  const cancelled = await first!.post<Registration>(`/registrations/${held.body.id}/cancel`, { reason: 'busy' });
  expect(cancelled.body.status).toBe('cancelled');
  const state = async (who: Api, id: string) => (await who.get<Registration>(`/registrations/${id}`)).body;
  expect(await state(small!, two.body.id)).toMatchObject({ status: 'confirmed', position: null });
  expect(await state(big!, four.body.id)).toMatchObject({ status: 'waitlisted', position: 1 });
  expect(await takenAndSeated(session)).toEqual([2, 2]);
  const again = await first!.post<Registration>(`/registrations/${held.body.id}/cancel`, {});
  expect(again).toMatchObject({ status: 200, body: { status: 'cancelled' } });
});

test('a party grows within what is left and shrinks to the good of who waits', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 4 }] });
  const [family, neighbour] = await Promise.all([test_.as('resident', '一家'), test_.as('resident', '邻居')]);
  const party = await register(family!, session.id, { seats: 2 });
  const grown = await family!.patch<Registration>(`/registrations/${party.body.id}`, {
    seats: 4,
    companions: [{ name: '爸爸' }],
  });
  expect(grown.body).toMatchObject({ seats: 4, companions: [{ name: '爸爸' }, { name: null }, { name: null }] });
  const waiting = await register(neighbour!, session.id, { seats: 1, joinWaitlist: true });
  expect(await family!.patch(`/registrations/${party.body.id}`, { seats: 5 })).toMatchObject({
    status: 409,
    body: { code: 'FULL' },
  });
  await family!.patch(`/registrations/${party.body.id}`, { seats: 3 });
  expect((await neighbour!.get<Registration>(`/registrations/${waiting.body.id}`)).body.status).toBe('confirmed');
  expect(await takenAndSeated(session)).toEqual([4, 4]);
});

test('a party does not grow after closing, but may shrink', async () => {
  const session = await aPublishedSession(desk);
  const family = await test_.as('resident', '晚了一步');
  const { body } = await register(family, session.id, { seats: 2 });
  await test_.database.write((manager) =>
    manager.update(EventSession, { id: session.id }, { closesAt: new Date(inHours(-1)) }),
  );
  expect(await family.refused('PATCH', `/registrations/${body.id}`, { seats: 3 })).toMatchObject({
    status: 409,
    code: 'REGISTRATION_CLOSED',
  });
  expect((await family.patch<Registration>(`/registrations/${body.id}`, { seats: 1 })).body.seats).toBe(1);
});

test('seats are given back even where fewer are left than were taken', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 4 }] });
  const family = await test_.as('resident', '换了小厅');
  const { body } = await register(family, session.id, { seats: 4 });
  await test_.database.write((manager) => manager.update(Quota, { sessionId: session.id }, { capacity: 2 }));
  expect((await family.patch<Registration>(`/registrations/${body.id}`, { seats: 3 })).body.seats).toBe(3);
  expect((await family.post<Registration>(`/registrations/${body.id}/cancel`, {})).body.status).toBe('cancelled');
  expect(await takenAndSeated(session)).toEqual([0, 0]);
});
