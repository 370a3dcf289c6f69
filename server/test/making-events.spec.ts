import type { DeskEvent, DeskEventDetail, EventChanged } from '@openday/shared/desk-events';
import type { EventDetail } from '@openday/shared/events';
import type { DeskVenue, Venue } from '@openday/shared/places';
import type { Page } from '@openday/shared/wire';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;
let unit: Organizer;
let desk: Api;
let neighbour: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  unit = await anOrganizer(test_);
  desk = await test_.as('organizer', unit.name);
  neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
});
afterAll(() => test_.stop());

const aSession = (over: object = {}) => ({
  venue: { name: '社区活动室', lng: 116.0, lat: 36.4 },
  startsAt: inHours(72),
  endsAt: inHours(74),
  mode: 'firstCome',
  quotas: [{ name: '居民', capacity: 10 }],
  ...over,
});

const draft = async (who: Api, over: object = {}) =>
  (await who.post<EventDetail>('/events', { theme: '居民议事日', sessions: [aSession()], ...over })).body;

test('a place that is called or found otherwise is told to those going there, after the unit saw how many', async () => {
  const { body: venue } = await desk.post<Venue>('/venues', { name: '旧礼堂', lng: 116, lat: 36.4 });
  const session = await aPublishedSession(desk, { venue: undefined, venueId: venue.id });
  await register(await test_.as('resident'), session.id);
  expect((await desk.patch<DeskVenue>(`/venues/${venue.id}`, { capacity: 80 })).status).toBe(200);
  expect(await desk.refused('PATCH', `/venues/${venue.id}`, { address: '二号路 2 号' })).toMatchObject({
    code: 'AFFECTS_PEOPLE',
    details: [{ message: '已报名的 1 人会收到通知' }],
  });
  expect((await desk.get<DeskVenue>(`/desk/venues/${venue.id}`)).body.address).toBe('');
  await desk.patch(`/venues/${venue.id}`, { address: '二号路 2 号', confirm: true });
  const told = await test_.database.read.findBy(OutboxMessage, { kind: 'changed' });
  expect(told.length).toBeGreaterThan(0);
});

test('an announced event keeps a window while it has no date; a draft may give it up for sessions', async () => {
  const window = { text: '9月中旬', from: '2026-09-11', to: '2026-09-20', precision: 'tenDays' };
  const { id } = await draft(desk, { sessions: [], window });
  await desk.post(`/events/${id}/publish`);
  const later = { ...window, text: '9月下旬', from: '2026-09-21', to: '2026-09-30' };
  expect((await desk.patch<EventChanged>(`/events/${id}`, { window: later })).body.event.window).toEqual(later);
  expect((await desk.patch<EventChanged>(`/events/${id}`, { window: null })).body.event.window).toEqual(later);
  const { id: other } = await draft(desk, { sessions: [], window });
  const dated = await desk.patch<EventChanged>(`/events/${other}`, { window: null, sessions: [aSession()] });
  expect(dated.body.event).toMatchObject({ window: null, sessions: [{ mode: 'firstCome' }] });
});

test('A29 a neighbour finds nothing of a unit’s events, and no session stands at a neighbour’s venue', async () => {
  const { id } = await draft(desk);
  for (const [method, path, body] of [
    ['GET', `/desk/events/${id}`],
    ['PATCH', `/events/${id}`, { theme: '改名' }],
    ['DELETE', `/events/${id}`],
    ['POST', `/events/${id}/submit`],
    ['POST', `/events/${id}/withdraw`],
    ['POST', `/events/${id}/approve`],
    ['POST', `/events/${id}/send-back`, { reason: '不行' }],
    ['POST', `/events/${id}/sessions`, { sessions: [aSession()] }],
  ] as const)
    expect([path, await neighbour.refused(method, path, body)]).toMatchObject([path, { status: 404 }]);
  const theirs = (await neighbour.post<Venue>('/venues', { name: '邻居礼堂', lng: 116, lat: 36.5 })).body.id;
  const at = { venue: undefined, venueId: theirs };
  expect(await desk.refused('POST', '/events', { theme: '借场地', sessions: [aSession(at)] })).toMatchObject({
    status: 404,
  });
  const mine = await aPublishedSession(desk);
  expect(await desk.refused('PATCH', `/sessions/${mine.id}`, { venueId: theirs, confirm: true })).toMatchObject({
    status: 404,
  });
  expect(await desk.refused('GET', `/desk/venues/${theirs}`)).toMatchObject({ status: 404 });
  expect(await desk.refused('PATCH', `/venues/${theirs}`, { name: '改名' })).toMatchObject({ status: 404 });
  await neighbour.patch(`/venues/${theirs}`, { shared: true });
  expect((await draft(desk, { sessions: [aSession(at)] })).sessions).toHaveLength(1);
});

test('a list holds the unit’s own by state, page by page, newest change first', async () => {
  const street = await anOrganizer(test_);
  const own = await test_.as('organizer', street.name);
  const made = [];
  for (const theme of ['第一件', '第二件', '第三件']) made.push((await draft(own, { theme })).id);
  await own.post(`/events/${made[0]}/publish`);
  const page = await own.get<Page<DeskEvent>>('/desk/events?limit=2');
  expect(page.body.items.map(({ theme }) => theme)).toEqual(['第一件', '第三件']);
  const rest = await own.get<Page<DeskEvent>>(`/desk/events?limit=2&cursor=${page.body.nextCursor}`);
  expect(rest.body).toMatchObject({ items: [{ theme: '第二件', sessions: 1 }], nextCursor: null });
  const drafts = await own.get<Page<DeskEvent>>('/desk/events?state=draft');
  expect(drafts.body.items).toHaveLength(2);
  expect((await own.get<Page<DeskEvent>>('/desk/events?q=第三')).body.items).toHaveLength(1);
});

test('a draft is changed whole and may be deleted; what is public is not', async () => {
  const { id } = await draft(desk);
  const sessions = [aSession({ startsAt: inHours(96), endsAt: inHours(97) }), aSession()];
  const change = {
    theme: '换个主题',
    topic: 'community',
    contact: { name: '党政办', phone: '0635-0000009' },
    sessions,
  };
  const changed = await desk.patch<EventChanged>(`/events/${id}`, change);
  expect(changed.body).toMatchObject({ told: 0, event: { theme: '换个主题', contact: { name: '党政办' } } });
  expect(changed.body.event.sessions).toHaveLength(2);
  expect((await desk.delete(`/events/${id}`)).status).toBe(200);
  expect(await desk.refused('GET', `/desk/events/${id}`)).toMatchObject({ status: 404 });
  const { eventId } = await aPublishedSession(desk);
  expect(await desk.refused('DELETE', `/events/${eventId}`)).toMatchObject({ code: 'EVENT_STATE' });
  expect(await desk.refused('PATCH', `/events/${eventId}`, { sessions })).toMatchObject({ code: 'EVENT_STATE' });
});

test('a new theme is told to who registered and who follows, after the unit saw to whom; other words only when asked', async () => {
  const session = await aPublishedSession(desk);
  const path = `/events/${session.eventId}`;
  const [seated, follower] = [await test_.as('resident', '报了名的'), await test_.as('resident', '关注的')];
  await register(seated, session.id);
  await follower.post(`${path}/follow`);
  expect((await desk.patch<EventChanged>(path, { content: '带身份证' })).body.told).toBe(0);
  expect(await desk.refused('PATCH', path, { theme: '新主题' })).toMatchObject({
    code: 'AFFECTS_PEOPLE',
    details: [{ message: '主题改了，已报名的 1 份和关注的 1 人会收到通知' }],
  });
  const body = { content: '带水', tell: true, confirm: true, reason: '天热' };
  expect((await desk.patch<EventChanged>(path, body)).body.told).toBe(2);
  expect((await desk.get<DeskEventDetail>(`/desk${path}`)).body.people).toEqual({ seats: 1, waiting: 0, followers: 1 });
});

test('sessions more: of a published event they are public at once', async () => {
  const { eventId } = await aPublishedSession(desk);
  const more = await desk.post<EventDetail>(`/events/${eventId}/sessions`, {
    sessions: [aSession(), aSession({ startsAt: inHours(90), endsAt: inHours(92) })],
  });
  expect(more.body.sessions).toHaveLength(3);
  for (const { id } of more.body.sessions) expect((await test_.anonymous.get(`/sessions/${id}`)).status).toBe(200);
  const wrong = [aSession({ endsAt: inHours(10) })];
  expect(await desk.refused('POST', `/events/${eventId}/sessions`, { sessions: wrong })).toMatchObject({
    details: [{ field: 'sessions.0.endsAt' }],
  });
});

test('a venue is edited by its own unit and those above, and a name stays one venue', async () => {
  const made = async (name: string) => (await desk.post<Venue>('/venues', { name, lng: 116, lat: 36.4 })).body.id;
  const [one] = [await made('甲厅'), await made('乙厅')];
  expect(await desk.refused('PATCH', `/venues/${one}`, { name: '乙厅' })).toMatchObject({ code: 'DUPLICATE_NAME' });
  const change = { name: '丙厅', lng: 116.2, access: ['ramp'], capacity: 30 };
  expect((await district.patch<DeskVenue>(`/venues/${one}`, change)).body).toMatchObject({ ...change, upcoming: 0 });
  expect((await desk.patch<DeskVenue>(`/venues/${one}`, { capacity: null })).body.capacity).toBeNull();
  const listed = await desk.get<Page<DeskVenue>>('/desk/venues');
  expect(listed.body.items.every(({ organizer }) => organizer.id === unit.id)).toBe(true);
  expect((await district.get<Page<DeskVenue>>('/desk/venues?q=丙')).body.items).toHaveLength(1);
});

test('the unit’s events go out in every state, in the columns of a plan sheet, narrowed as their page is', async () => {
  const [own, street] = [await anOrganizer(test_), await anOrganizer(test_)];
  const [clerk, beside] = [await test_.as('organizer', own.name), await test_.as('organizer', street.name)];
  const waits = await draft(clerk, { theme: '还是草稿', content: '看看净水车间', forms: ['visit'] });
  const seen = await aPublishedSession(clerk, {}, { theme: '已经公布' });
  await register(await test_.as('resident', '王小明'), seen.id, { seats: 2 });
  await draft(beside, { theme: '别家的草稿' });
  const lines = await linesOf(test_, clerk, 'events.xlsx');
  expect(lines).toMatchObject([
    {
      序号: 1,
      活动主题: '还是草稿',
      活动内容: '看看净水车间',
      活动形式: '现场观摩',
      活动地点: '社区活动室',
      状态: '草稿',
    },
    { 序号: 2, 活动主题: '已经公布', 承办单位: own.name, 场次: 1, 报名: 2, 状态: '已公布' },
  ]);
  expect(lines[0]?.活动时间).toMatch(/^20\d\d年\d+月\d+日[上下]午/);
  expect(await linesOf(test_, clerk, 'events.csv?state=draft')).toMatchObject([{ 活动主题: waits.theme }]);
  expect(await linesOf(test_, clerk, `events.csv?q=${encodeURIComponent('公布')}`)).toMatchObject([
    { 活动主题: '已经公布' },
  ]);
});

test('a rule’s days are seen before anything is saved', async () => {
  const rule = { from: '2026-09-01', rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=2', holidays: 'skip' };
  const { body } = await desk.post<{ days: { day: string }[] }>('/recurrences/preview', rule);
  expect(body.days.map(({ day }) => day)).toEqual(['2026-09-02', '2026-09-09']);
  expect(await desk.refused('POST', '/recurrences/preview', { ...rule, rule: 'FREQ=DAILY;COUNT=1' })).toMatchObject({
    status: 422,
    code: 'BAD_RULE',
  });
});
