import type { EventDetail } from '@openday/shared/events';
import { Event } from '../src/modules/events/event.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { aPublishedSession, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

test('following and leaving many times at once counts each follower once', async () => {
  const session = await aPublishedSession(desk);
  const replica = onMariadb ? await test_.replica() : test_;
  const path = `/events/${session.eventId}/follow`;
  const friends = await Promise.all(['甲', '乙', '丙'].map((name) => test_.as('resident', name)));
  for (const friend of friends) await friend.post(path);
  const one = await replica.as('resident', '甲');
  await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? one : friends[0]!).delete(path)));
  expect((await test_.database.read.findOneByOrFail(Event, { id: session.eventId })).followers).toBe(2);
  await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? one : friends[0]!).post(path)));
  expect((await test_.anonymous.get<EventDetail>(`/events/${session.eventId}`)).body.followers).toBe(3);
});
