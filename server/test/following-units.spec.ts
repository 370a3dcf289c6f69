import type { EventDetail } from '@openday/shared/events';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const window = { text: '9月中旬', from: '2026-09-11', to: '2026-09-20', precision: 'tenDays' };
const toldAbout = async (eventId: string) =>
  (await test_.database.read.findBy(OutboxMessage, { subjectId: eventId })).map(({ kind }) => kind);

test('a unit is followed and let go, once each; a visitor sees it is not followed', async () => {
  const unit = await anOrganizer(test_);
  const at = `/organizers/${unit.id}/follow`;
  const resident = await test_.as('resident', '关注单位的人');
  await resident.post(at);
  expect((await resident.post(at)).body).toEqual({ following: true });
  expect((await resident.get(at)).body).toEqual({ following: true });
  expect((await test_.anonymous.get(at)).body).toEqual({ following: false });
  await resident.delete(at);
  expect((await resident.delete(at)).body).toEqual({ following: false });
  expect((await resident.get(at)).body).toEqual({ following: false });
});

test('a unit that does not exist cannot be followed, and nobody follows without signing in', async () => {
  const resident = await test_.as('resident', '找不到单位的人');
  expect(await resident.refused('POST', '/organizers/1000000000000000001/follow')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await resident.refused('GET', '/organizers/1000000000000000001/follow')).toMatchObject({ code: 'NOT_FOUND' });
  const unit = await anOrganizer(test_);
  expect(await test_.anonymous.refused('POST', `/organizers/${unit.id}/follow`)).toMatchObject({ status: 401 });
});

test('who follows a unit is told of its new activity once, and of nobody else’s', async () => {
  const [unit, other] = [await anOrganizer(test_), await anOrganizer(test_)];
  const resident = await test_.as('resident', '等新活动的人');
  await resident.post(`/organizers/${unit.id}/follow`);
  const session = await aPublishedSession(desk, {}, { organizerId: unit.id });
  expect(await toldAbout(session.eventId)).toEqual(['newEvent']);
  const foreign = await aPublishedSession(desk, {}, { organizerId: other.id });
  expect(await toldAbout(foreign.eventId)).toEqual([]);
});

test('an activity without a date is news to the unit’s followers, its date only to its own', async () => {
  const unit = await anOrganizer(test_);
  const [ofUnit, ofEvent] = [await test_.as('resident', '关注单位'), await test_.as('resident', '关注活动')];
  await ofUnit.post(`/organizers/${unit.id}/follow`);
  const { body: event } = await desk.post<EventDetail>('/events', { theme: '走进粮库', organizerId: unit.id, window });
  await desk.post(`/events/${event.id}/publish`);
  expect(await toldAbout(event.id)).toEqual(['newEvent']);
  await ofEvent.post(`/events/${event.id}/follow`);
  await desk.post(`/events/${event.id}/publish`);
  expect(await toldAbout(event.id)).toEqual(['newEvent']);
});
