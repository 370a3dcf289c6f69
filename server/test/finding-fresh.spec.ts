import { setTimeout as wait } from 'node:timers/promises';
import type { SessionCard, SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { DiscoveryReader } from '../src/modules/discovery/discovery.reader';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
/** What a card may be behind by, ms. */
const BOUND_MS = 5000;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  await test_.app.get(DiscoveryReader, { strict: false }).built();
});
afterAll(() => test_.stop());

const listed = async (unit: { id: string }, on: TestApp = test_): Promise<SessionCard[]> =>
  (await on.anonymous.get<Page<SessionCard>>(`/sessions?organizer=${unit.id}`)).body.items;

/** Asks until it holds; fails after the bound. */
async function within(holds: () => Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await holds()); await wait(50))
    if (performance.now() - began > BOUND_MS) throw new Error('not seen in time');
}

test('what was changed here is in the next answer: published, registered, moved, cancelled', async () => {
  const unit = await anOrganizer(test_);
  const { id } = await aPublishedSession(desk, {}, { organizerId: unit.id });
  expect(await listed(unit)).toMatchObject([{ id, seats: { left: 20 } }]);
  await register(await test_.as('resident', '先来的'), id, { seats: 3 });
  expect(await listed(unit)).toMatchObject([{ id, seats: { left: 17 } }]);
  const endsAt = new Date(Date.now() + 60 * 3_600_000).toISOString();
  await desk.patch(`/sessions/${id}`, { endsAt, confirm: true });
  expect(await listed(unit)).toMatchObject([{ id, endsAt }]);
  await desk.post(`/sessions/${id}/cancel`, { reason: '场地停电' });
  expect(await listed(unit)).toEqual([]);
});

test('a session that comes to a filter or leaves it after somebody asked is found as it is now', async () => {
  const unit = await anOrganizer(test_);
  const of = async (topic: string) =>
    (await test_.anonymous.get<Page<SessionCard>>(`/sessions?organizer=${unit.id}&topic=${topic}`)).body.items;
  expect([await of('school'), await of('health')]).toEqual([[], []]);
  const { id, eventId } = await aPublishedSession(desk, {}, { organizerId: unit.id, topic: 'school' });
  expect([await of('school'), await of('health')]).toMatchObject([[{ id }], []]);
  expect(await desk.patch(`/events/${eventId}`, { topic: 'health' })).toMatchObject({ status: 200 });
  expect([await of('school'), await of('health')]).toMatchObject([[], [{ id }]]);
});

test('a list that stayed the same is answered 304, and with new seats in full', async () => {
  const unit = await anOrganizer(test_);
  const { id } = await aPublishedSession(desk, {}, { organizerId: unit.id });
  for (const path of [
    `/sessions?organizer=${unit.id}`,
    `/sessions/${id}`,
    `/sessions/summary?organizer=${unit.id}&open=true`,
  ]) {
    const { headers } = await test_.anonymous.get(path);
    const tag = { 'if-none-match': String(headers.etag) };
    expect(await test_.anonymous.get(path, tag)).toMatchObject({ status: 304, body: '' });
  }
  const { headers } = await test_.anonymous.get(`/sessions?organizer=${unit.id}`);
  const detail = await test_.anonymous.get(`/sessions/${id}`);
  await register(await test_.as('resident', '又一位'), id);
  const again = await test_.anonymous.get<Page<SessionCard>>(`/sessions?organizer=${unit.id}`, {
    'if-none-match': String(headers.etag),
  });
  expect(again).toMatchObject({ status: 200, body: { items: [{ seats: { left: 19 } }] } });
  const tag = { 'if-none-match': String(detail.headers.etag) };
  expect(await test_.anonymous.get<SessionDetail>(`/sessions/${id}`, tag)).toMatchObject({
    status: 200,
    body: { seats: { left: 19 } },
  });
});

test('a clock is never taken from what a browser kept', async () => {
  const { id } = await aPublishedSession(desk);
  expect((await test_.anonymous.get(`/sessions/${id}`)).headers['cache-control']).toBe('no-store');
});

test('what nobody told of is found all the same', async () => {
  const unit = await anOrganizer(test_);
  const { id } = await aPublishedSession(desk, {}, { organizerId: unit.id });
  expect(await listed(unit)).toHaveLength(1);
  await test_.database.write((manager) => manager.update(EventSession, { id }, { waiting: 7 }));
  await within(async () => (await listed(unit))[0]?.waiting === 7);
});

test('an index that cannot follow answers nothing: the database does', async () => {
  const unit = await anOrganizer(test_);
  const { id } = await aPublishedSession(desk, {}, { organizerId: unit.id });
  const reader = test_.app.get(DiscoveryReader, { strict: false });
  expect(await reader.current()).not.toBeNull();
  const late = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  const broken = jest.spyOn(test_.database, 'read', 'get').mockImplementation(() => {
    throw new Error('away');
  });
  const without = await reader.current();
  broken.mockRestore();
  late.mockRestore();
  expect(without).toBeNull();
  expect(await listed(unit)).toMatchObject([{ id }]);
});

test('a change made at one replica is seen at another within five seconds', async () => {
  const other = onMariadb ? await test_.replica() : test_;
  await other.app.get(DiscoveryReader, { strict: false }).built();
  const unit = await anOrganizer(test_);
  const { id } = await aPublishedSession(desk, {}, { organizerId: unit.id });
  await within(async () => (await listed(unit, other)).length === 1);
  for (let i = 1; i <= 5; i++) {
    await register(await test_.as('resident', `居民${i}`), id);
    await within(async () => (await listed(unit, other))[0]?.seats?.left === 20 - i);
  }
  await desk.post(`/sessions/${id}/cancel`, { reason: '场地停电' });
  await within(async () => (await listed(unit, other)).length === 0);
});

test('a server started later builds the same list', async () => {
  const unit = await anOrganizer(test_);
  for (let i = 0; i < 3; i++) await aPublishedSession(desk, {}, { organizerId: unit.id });
  const later = onMariadb ? await test_.replica() : test_;
  const fromDatabase = await listed(unit, later);
  await later.app.get(DiscoveryReader, { strict: false }).built();
  expect(await listed(unit, later)).toEqual(fromDatabase);
  expect(fromDatabase).toEqual(await listed(unit));
});
