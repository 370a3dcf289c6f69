import type { Registration } from '@openday/shared/registrations';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { residents, seatsOf } from './support/counters';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const path = (id: string) => `/registrations/${id}`;

test('where companions are named, each is, at registering and at every change', async () => {
  const session = await aPublishedSession(desk, { companions: 'named', partyMax: 4 });
  const [who] = (await residents(test_, '都要写名')) as [Api];
  expect((await register(who, session.id, { seats: 3, companions: [{ name: '甲' }] })).body).toMatchObject({
    code: 'NAMES_REQUIRED',
  });
  const { body } = await register(who, session.id, { seats: 3, companions: [{ name: '甲' }, { name: '乙' }] });
  expect(await who.refused('PATCH', path(body.id), { seats: 4 })).toMatchObject({
    status: 422,
    code: 'NAMES_REQUIRED',
  });
  const fewer = await who.patch<Registration>(path(body.id), { seats: 2 });
  expect(fewer.body).toMatchObject({ seats: 2, companions: [{ name: '甲' }] });
  const more = await who.patch<Registration>(path(body.id), { seats: 3, companions: [{ name: '丙' }, { name: '丁' }] });
  expect(more.body.companions).toEqual([{ name: '丙' }, { name: '丁' }]);
  expect(await who.refused('PATCH', path(body.id), { seats: 5 })).toMatchObject({ code: 'PARTY_TOO_LARGE' });
});

test('a party changed without names keeps those that fit, at their places', async () => {
  const session = await aPublishedSession(desk);
  const [who] = (await residents(test_, '名字留着')) as [Api];
  const { body } = await register(who, session.id, { seats: 4, companions: [{ name: '甲' }, {}, { name: '丙' }] });
  const more = await who.patch<Registration>(path(body.id), { seats: 5 });
  expect(more.body.companions.map(({ name }) => name)).toEqual(['甲', null, '丙', null]);
  const fewer = await who.patch<Registration>(path(body.id), { seats: 2 });
  expect(fewer.body.companions.map(({ name }) => name)).toEqual(['甲']);
  const again = await who.patch<Registration>(path(body.id), { seats: 4 });
  expect(again.body.companions.map(({ name }) => name)).toEqual(['甲', null, null]);
});

test('children are counted among the party, kept and changed with it', async () => {
  const session = await aPublishedSession(desk, { asksChildren: true });
  const [who] = (await residents(test_, '带孩子')) as [Api];
  expect(await register(who, session.id, { seats: 2, children: 3 })).toMatchObject({ status: 400 });
  const { body } = await register(who, session.id, { seats: 4, children: 2 });
  expect(body.children).toBe(2);
  expect((await who.patch<Registration>(path(body.id), { seats: 3 })).body.children).toBe(2);
  expect((await who.patch<Registration>(path(body.id), { seats: 3, children: 1 })).body.children).toBe(1);
  expect(await who.refused('PATCH', path(body.id), { seats: 3, children: 4 })).toMatchObject({ status: 400 });
  await who.patch(path(body.id), { seats: 3, children: 3 });
  expect((await who.patch<Registration>(path(body.id), { seats: 1 })).body.children).toBe(1);
});

test('a party that waits grows at its place, and gets in where it shrinks to what is left', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 3 }] });
  const [first, big, small] = (await residents(test_, '占座', '等位大家', '等位小家')) as [Api, Api, Api];
  await register(first, session.id, { seats: 1 });
  const waiting = await register(big, session.id, { seats: 3, joinWaitlist: true });
  const next = await register(small, session.id, { seats: 3, joinWaitlist: true });
  const grown = await big.patch<Registration>(path(waiting.body.id), { seats: 5 });
  expect(grown.body).toMatchObject({ status: 'waitlisted', position: 1, seats: 5 });
  expect(await seatsOf(test_, session.id)).toEqual([1, 8]);
  const fits = await small.patch<Registration>(path(next.body.id), { seats: 2 });
  expect(fits.body).toMatchObject({ status: 'confirmed', position: null });
  expect(await seatsOf(test_, session.id)).toEqual([3, 5]);
});

test('a resident cancels until the set time; who has no seat leaves whenever they like', async () => {
  const session = await aPublishedSession(desk, {
    quotas: [{ name: '居民', capacity: 1 }],
    cancelsUntil: inHours(24),
  });
  expect(session.cancelsUntil).not.toBe(session.startsAt);
  const [seated, waiting] = (await residents(test_, '有座', '没座')) as [Api, Api];
  const one = await register(seated, session.id);
  const two = await register(waiting, session.id, { joinWaitlist: true });
  expect(one.body.cancelsUntil).toBe(session.cancelsUntil);
  await test_.database.write((manager) =>
    manager.update(EventSession, { id: session.id }, { cancelsUntil: new Date(inHours(-1)) }),
  );
  expect(await seated.refused('POST', `${path(one.body.id)}/cancel`, {})).toMatchObject({
    status: 409,
    code: 'CANCEL_TOO_LATE',
  });
  expect((await waiting.post<Registration>(`${path(two.body.id)}/cancel`, {})).body.status).toBe('cancelled');
  expect(await seatsOf(test_, session.id)).toEqual([1, 0]);
});

test('parties that change and leave at once keep counters and rows alike', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 20 }], ceiling: 18 });
  const all = await Promise.all(Array.from({ length: 12 }, (_, i) => test_.as('resident', `一起改${i}`)));
  const held = await Promise.all(all.map((who) => register(who, session.id, { seats: 2, joinWaitlist: true })));
  await Promise.all(
    held.map(({ body }, i) =>
      i % 3 === 0
        ? all[i]!.post(`${path(body.id)}/cancel`, {})
        : all[i]!.patch(path(body.id), { seats: 1 + ((i * 7) % 4) }),
    ),
  );
  const [taken] = await seatsOf(test_, session.id);
  expect(taken).toBeLessThanOrEqual(18);
  expect(taken).toBeGreaterThan(10);
});
