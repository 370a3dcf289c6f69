import type { EventDetail } from '@openday/shared/events';
import type { Venue } from '@openday/shared/places';
import type { Registration } from '@openday/shared/registrations';
import type { SessionChanged, SessionDetail } from '@openday/shared/sessions';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { residents, seatsOf, toldAbout } from './support/counters';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const state = async (who: Api, id: string) => (await who.get<Registration>(`/registrations/${id}`)).body;

test('a moved session tells everybody registered or following, when the unit says so', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 2 }] });
  const path = `/sessions/${session.id}`;
  const [seated, waiting, follower] = (await residents(test_, '有座位', '在候补', '只关注')) as [Api, Api, Api];
  const one = await register(seated, session.id, { seats: 2 });
  const two = await register(waiting, session.id, { joinWaitlist: true });
  for (const who of [seated, follower]) await who.post(`/events/${session.eventId}/follow`);
  const body = { startsAt: inHours(72), reason: '天气不好' };
  expect(await desk.refused('PATCH', path, body)).toMatchObject({
    status: 409,
    code: 'AFFECTS_PEOPLE',
    details: [{ field: 'confirm', message: '已报名的 2 人会收到通知' }],
  });
  expect((await test_.anonymous.get<SessionDetail>(path)).body.startsAt).toBe(session.startsAt);
  const changed = await desk.patch<SessionChanged>(path, { ...body, confirm: true });
  expect(changed).toMatchObject({ status: 200, body: { told: 3, displaced: 0, session: { startsAt: body.startsAt } } });
  const hours = Date.parse(changed.body.session.endsAt) - Date.parse(changed.body.session.startsAt);
  expect(Math.round(hours / 60_000)).toBe(120);
  expect(await toldAbout(test_, one.body.id)).toEqual(['registered', 'changed']);
  expect(await toldAbout(test_, two.body.id)).toEqual(['waitlisted', 'changed']);
  const [told, ...rest] = await test_.database.read.findBy(OutboxMessage, { subjectId: session.eventId });
  expect([told?.kind, told?.note, rest]).toEqual(['changed', '天气不好', []]);
  expect((await state(seated, one.body.id)).session.startsAt).toBe(body.startsAt);
  const acts = await test_.database.read.findBy(AuditEntry, { targetId: session.id });
  expect(acts.map(({ act }) => act)).toEqual(['session.change']);
});

test('another venue is told too, and must hold whom it is for', async () => {
  const session = await aPublishedSession(desk);
  const venue = async (name: string, capacity: number) =>
    (await desk.post<Venue>('/venues', { name, lng: 116.1, lat: 36.4, capacity })).body.id;
  const [small, large] = [await venue('小会议室', 5), await venue('大礼堂', 500)];
  const [who] = (await residents(test_, '换地方')) as [Api];
  const { body } = await register(who, session.id);
  const path = `/sessions/${session.id}`;
  expect(await desk.refused('PATCH', path, { venueId: small, confirm: true })).toMatchObject({
    status: 400,
    details: [{ field: 'quotas', message: '场地只坐得下 5 人，名额一共 20 个，请减少名额或换个场地' }],
  });
  const quotas = [{ id: session.quotas[0]!.id, capacity: 5 }];
  expect((await desk.patch<SessionChanged>(path, { venueId: small, quotas, confirm: true })).status).toBe(200);
  const moved = await desk.patch<SessionChanged>(path, { venueId: large, confirm: true });
  expect(moved.body).toMatchObject({ told: 1, session: { venue: { name: '大礼堂' } } });
  expect(await toldAbout(test_, body.id)).toEqual(['registered', 'changed', 'changed']);
});

test('fewer seats than are taken: the last parties, whole, stand first in line once the unit confirms', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 6 }] });
  const all = (await residents(test_, '第一家', '第二家', '第三家', '排着的')) as [Api, Api, Api, Api];
  const ids: string[] = [];
  for (const [i, seats] of [2, 2, 2, 1].entries())
    ids.push((await register(all[i]!, session.id, { seats, joinWaitlist: true })).body.id);
  const path = `/sessions/${session.id}`;
  const smaller = (capacity: number) => ({ quotas: [{ id: session.quotas[0]!.id, capacity }], reason: '换了小厅' });
  expect(await desk.refused('PATCH', path, smaller(2))).toMatchObject({
    status: 409,
    details: [
      { field: 'confirm', message: '已报名的 2 人会收到通知' },
      { field: 'quotas', message: '有 4 人要回到候补最前面' },
      { field: 'displaced', message: expect.stringMatching(/^第\*家，尾号 \d{4}，2 人$/) },
      { field: 'displaced', message: expect.stringMatching(/^第\*家，尾号 \d{4}，2 人$/) },
    ],
  });
  const read = await test_.database.read.findBy(AuditEntry, { act: 'registrants.read', targetId: session.id });
  expect(read).toHaveLength(1);
  expect(await seatsOf(test_, session.id)).toEqual([6, 1]);
  const { body } = await desk.patch<SessionChanged>(path, { ...smaller(2), confirm: true });
  expect([body.displaced, body.told, body.session.seats]).toEqual([2, 2, { capacity: 2, taken: 2, left: 0 }]);
  const shown = [];
  for (const [i, id] of ids.entries()) shown.push(await state(all[i]!, id));
  expect(shown.map(({ status, position }) => [status, position])).toEqual([
    ['confirmed', null],
    ['waitlisted', 1],
    ['waitlisted', 2],
    ['waitlisted', 3],
  ]);
  expect(await toldAbout(test_, ids[1]!)).toEqual(['registered', 'displaced']);
  expect(await seatsOf(test_, session.id)).toEqual([2, 5]);

  const larger = await desk.patch<SessionChanged>(path, smaller(5));
  expect(larger).toMatchObject({ status: 200, body: { told: 0, displaced: 0 } });
  expect(await toldAbout(test_, ids[1]!)).toEqual(['registered', 'displaced', 'promoted']);
  expect((await state(all[2], ids[2]!)).position).toBe(1);
  expect((await state(all[3], ids[3]!)).status).toBe('confirmed');
  expect(await seatsOf(test_, session.id)).toEqual([5, 2]);
});

test('what contradicts itself is not changed', async () => {
  const session = await aPublishedSession(desk);
  const other = await aPublishedSession(desk);
  const path = `/sessions/${session.id}`;
  const field = async (body: object) => (await desk.refused('PATCH', path, body)).details?.[0]?.field;
  expect(await field({ startsAt: inHours(-1) })).toBe('startsAt');
  expect(await field({ endsAt: inHours(40) })).toBe('endsAt');
  expect(await field({ closesAt: inHours(60) })).toBe('closesAt');
  expect(await desk.refused('PATCH', path, { quotas: [{ id: other.quotas[0]!.id, capacity: 1 }] })).toMatchObject({
    status: 422,
    code: 'QUOTA_UNKNOWN',
  });
});

test('a cancelled session keeps its registrations, tells everybody once, and takes nobody more', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }] });
  const path = `/sessions/${session.id}`;
  const [seated, waiting, late] = (await residents(test_, '来不成', '也来不成', '晚到的')) as [Api, Api, Api];
  const one = await register(seated, session.id);
  const two = await register(waiting, session.id, { joinWaitlist: true });
  const cancelled = await desk.post<SessionChanged>(`${path}/cancel`, { reason: '设备检修' });
  expect(cancelled).toMatchObject({ status: 200, body: { told: 2, displaced: 0, session: { phase: 'cancelled' } } });
  expect((await desk.post<SessionChanged>(`${path}/cancel`, { reason: '设备检修' })).body.told).toBe(0);
  expect(await state(seated, one.body.id)).toMatchObject({ status: 'confirmed', session: { cancelled: true } });
  expect(await toldAbout(test_, two.body.id)).toEqual(['waitlisted', 'sessionCancelled']);
  expect((await register(late, session.id)).body).toMatchObject({ code: 'SESSION_CANCELLED' });
  expect(await desk.refused('PATCH', path, { startsAt: inHours(90) })).toMatchObject({ code: 'SESSION_CANCELLED' });
  // A seat given back there goes to nobody.
  await seated.post(`/registrations/${one.body.id}/cancel`, {});
  expect((await state(waiting, two.body.id)).status).toBe('waitlisted');
  expect(await seatsOf(test_, session.id)).toEqual([0, 1]);
});

test('a cancelled event takes its sessions with it, and its followers are told once', async () => {
  const made = await desk.post<EventDetail>('/events', {
    theme: '整个取消',
    sessions: [48, 96].map((hours) => ({
      venue: { name: '大厅', lng: 116, lat: 36 },
      startsAt: inHours(hours),
      endsAt: inHours(hours + 2),
      mode: 'firstCome',
      quotas: [{ name: '居民', capacity: 5 }],
    })),
  });
  const { body: event } = await desk.post<EventDetail>(`/events/${made.body.id}/publish`);
  const [who, follower] = (await residents(test_, '两场都报', '关注了')) as [Api, Api];
  const held = [];
  for (const { id } of event.sessions) held.push((await register(who, id)).body.id);
  await follower.post(`/events/${event.id}/follow`);
  const cancelled = await desk.post<EventDetail>(`/events/${event.id}/cancel`, { reason: '另行安排' });
  expect(cancelled.body).toMatchObject({
    state: 'cancelled',
    sessions: [{ phase: 'cancelled' }, { phase: 'cancelled' }],
  });
  expect(await toldAbout(test_, event.id)).toEqual(['sessionCancelled']);
  for (const id of held) expect(await toldAbout(test_, id)).toEqual(['registered', 'sessionCancelled']);
  const again = await desk.post<EventDetail>(`/events/${event.id}/cancel`, { reason: '另行安排' });
  expect([again.status, await toldAbout(test_, event.id)]).toEqual([200, ['sessionCancelled']]);
});

test('an announced event without a date can be cancelled, and its followers hear of it', async () => {
  const window = { text: '9月中旬', from: '2031-09-11', to: '2031-09-20', precision: 'tenDays' };
  const { body: event } = await desk.post<EventDetail>('/events', { theme: '还没定日子', window });
  await desk.post(`/events/${event.id}/publish`);
  const [follower] = (await residents(test_, '等日子')) as [Api];
  await follower.post(`/events/${event.id}/follow`);
  expect((await desk.post<EventDetail>(`/events/${event.id}/cancel`, { reason: '不办了' })).body.state).toBe(
    'cancelled',
  );
  expect(await toldAbout(test_, event.id)).toEqual(['sessionCancelled']);
});

test('a seat given at the same moment as the pool becomes smaller is never one too many', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 10 }] });
  const all = await Promise.all(Array.from({ length: 14 }, (_, i) => test_.as('resident', `一边减一边报${i}`)));
  const shrink = () =>
    desk.patch<SessionChanged>(`/sessions/${session.id}`, {
      quotas: [{ id: session.quotas[0]!.id, capacity: 4 }],
      confirm: true,
    });
  const answers = await Promise.all([
    ...all.slice(0, 7).map((who) => register(who, session.id, { joinWaitlist: true })),
    shrink(),
    ...all.slice(7).map((who) => register(who, session.id, { joinWaitlist: true })),
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  expect(await seatsOf(test_, session.id)).toEqual([4, 10]);
  const line = await test_.database.read.findBy(Row, { sessionId: session.id, status: 'waitlisted' });
  expect(new Set(line.map(({ waitNumber }) => waitNumber)).size).toBe(10);
});

test('only the unit’s own desk changes and cancels', async () => {
  const session = await aPublishedSession(desk);
  const other = await anOrganizer(test_);
  const [neighbour, resident] = [await test_.as('organizer', other.name), await test_.as('resident', '谁都行')];
  for (const [method, path, body] of [
    ['PATCH', `/sessions/${session.id}`, { startsAt: inHours(90) }],
    ['POST', `/sessions/${session.id}/cancel`, { reason: '不想办了' }],
    ['POST', `/events/${session.eventId}/cancel`, { reason: '不想办了' }],
  ] as const) {
    expect((await neighbour.refused(method, path, body)).status).toBe(404);
    expect((await resident.refused(method, path, body)).status).toBe(403);
  }
});
