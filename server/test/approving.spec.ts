import type { DeskTask } from '@openday/shared/board';
import type { DeskEvent, DeskEventCounts, DeskEventDetail } from '@openday/shared/desk-events';
import type { EventDetail } from '@openday/shared/events';
import type { Message } from '@openday/shared/messages';
import type { Programme } from '@openday/shared/places';
import type { SessionChanged } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;
let unit: Organizer;
let desk: Api;
let _neighbour: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  unit = await anOrganizer(test_);
  desk = await test_.as('organizer', unit.name);
  _neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
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

async function aProgramme(): Promise<string> {
  const made = await district.post<Programme>('/programmes', { title: `备案计划${inHours(0)}`, year: 2026 });
  const rule = { noShowLimit: null, noShowDays: null, approves: true };
  expect((await district.patch<Programme>(`/programmes/${made.body.id}`, rule)).body.approves).toBe(true);
  return made.body.id;
}

const draft = async (who: Api, over: object = {}) =>
  (await who.post<EventDetail>('/events', { theme: '居民议事日', sessions: [aSession()], ...over })).body;

test('where the programme asks for it, a unit hands in, the district approves, and only then it is public', async () => {
  const { id } = await draft(desk, { programmeId: await aProgramme() });
  expect(await desk.refused('POST', `/events/${id}/publish`)).toMatchObject({ status: 409, code: 'APPROVAL_NEEDED' });
  const submitted = await desk.post<DeskEventDetail>(`/events/${id}/submit`);
  expect(submitted.body).toMatchObject({ needsApproval: true, mayApprove: false, event: { state: 'submitted' } });
  expect(await desk.refused('POST', `/events/${id}/approve`)).toMatchObject({ status: 403, code: 'NOT_APPROVER' });
  expect(await desk.refused('PATCH', `/events/${id}`, { theme: '别的' })).toMatchObject({ code: 'EVENT_STATE' });
  expect((await district.get<DeskEventCounts>('/desk/events/counts')).body.toApprove).toBe(1);
  const waits = { kind: 'eventApprovals', count: 1 };
  expect((await district.get<{ items: DeskTask[] }>('/desk/tasks')).body.items).toContainEqual(
    expect.objectContaining(waits),
  );
  expect((await desk.get<DeskEventCounts>('/desk/events/counts')).body).toMatchObject({
    toApprove: 0,
    states: { submitted: 1 },
  });
  const back = await district.post<DeskEventDetail>(`/events/${id}/send-back`, { reason: '请写清楚集合地点' });
  expect(back.body).toMatchObject({ sentBack: '请写清楚集合地点', event: { state: 'draft' } });
  const tasksOf = async (who: Api) => (await who.get<{ items: DeskTask[] }>('/desk/tasks')).body.items;
  const toMend = expect.objectContaining({ kind: 'sentBack', count: 1 });
  expect(await tasksOf(desk)).toContainEqual(toMend);
  expect(await tasksOf(district)).not.toContainEqual(toMend);
  await desk.patch(`/events/${id}`, { content: '东门集合' });
  await desk.post(`/events/${id}/submit`);
  expect(await tasksOf(desk)).not.toContainEqual(toMend);
  const approved = await district.post<DeskEventDetail>(`/events/${id}/approve`);
  expect(approved.body).toMatchObject({ event: { state: 'published' } });
  expect((await test_.anonymous.get<EventDetail>(`/events/${id}`)).body.content).toBe('东门集合');
  expect(await district.refused('POST', `/events/${id}/approve`)).toMatchObject({ code: 'ALREADY_PUBLISHED' });
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: id });
  expect(told.map(({ kind }) => kind).sort()).toEqual([
    'eventApproved',
    'eventSentBack',
    'eventSubmitted',
    'eventSubmitted',
  ]);
  const acts = await test_.database.read.findBy(AuditEntry, { targetId: id });
  expect(acts.map(({ act }) => act)).toEqual(
    ['create', 'submit', 'sendBack', 'change', 'submit', 'approve'].map((act) => `event.${act}`),
  );
});

test('a public session is moved or resized only once the district agrees again; when it takes registrations is the unit’s own', async () => {
  const { id } = await draft(desk, { programmeId: await aProgramme() });
  await desk.post(`/events/${id}/submit`);
  const [session] = (await district.post<DeskEventDetail>(`/events/${id}/approve`)).body.event.sessions;
  const resident = await test_.as('resident');
  await register(resident, session!.id);
  const path = `/sessions/${session!.id}`;
  const closes = { closesAt: inHours(70) };
  expect((await desk.patch<SessionChanged>(path, closes)).body).toMatchObject({ waits: false, session: closes });
  const later = { startsAt: inHours(76), endsAt: inHours(78) };
  // Whom it affects is seen before it is handed in, and it must hold together.
  expect(await desk.refused('PATCH', path, later)).toMatchObject({ code: 'AFFECTS_PEOPLE' });
  expect(await desk.refused('PATCH', path, { endsAt: inHours(1), confirm: true })).toMatchObject({ status: 400 });
  const asked = await desk.patch<SessionChanged>(path, { ...later, confirm: true });
  expect(asked.body).toMatchObject({ waits: true, told: 0, session: { startsAt: session!.startsAt } });
  expect((await district.get<DeskEventCounts>('/desk/events/counts')).body.toApprove).toBe(1);
  const waiting = (await district.get<Page<DeskEvent>>('/desk/events?state=submitted')).body.items;
  expect(waiting).toMatchObject([{ id, mayApprove: true }]);
  const { body: detail } = await desk.get<DeskEventDetail>(`/desk/events/${id}`);
  expect(detail.asked).toMatchObject([{ sessionId: session!.id, change: later, venue: null }]);
  expect(await desk.refused('POST', `${path}/change/approve`)).toMatchObject({ code: 'NOT_APPROVER' });
  await district.post(`${path}/change/send-back`, { reason: '那天礼堂有会' });
  expect(await district.refused('POST', `${path}/change/approve`)).toMatchObject({ code: 'EVENT_STATE' });
  await desk.patch(path, { ...later, confirm: true });
  await desk.post(`${path}/change/withdraw`);
  expect((await desk.get<DeskEventDetail>(`/desk/events/${id}`)).body.asked).toEqual([]);
  await desk.patch(path, { ...later, confirm: true });
  const done = await district.post<SessionChanged>(`${path}/change/approve`);
  expect(done.body).toMatchObject({ waits: false, told: 1, session: later });
  const heard = await test_.database.read.findBy(OutboxMessage, { subjectId: id });
  expect(heard.filter(({ kind }) => kind.endsWith('SentBack') || kind === 'changeApproved')).toEqual([]);
  const ofIt = await test_.database.read.findBy(OutboxMessage, { subjectId: session!.id });
  expect(
    ofIt
      .filter(({ kind }) => kind.startsWith('change'))
      .map(({ kind, note }) => [kind, note])
      .sort(),
  ).toEqual([
    ['changeApproved', '时间改了，已经生效'],
    ['changeSentBack', '那天礼堂有会'],
  ]);
  // Said with the session as it is now, and leading to the event: nothing new is public that could be sent out.
  expect((await desk.get<Page<Message>>('/me/messages')).body.items).toContainEqual(
    expect.objectContaining({
      kind: 'changeApproved',
      title: '改动备案通过了',
      text: expect.stringContaining('时间改了，已经生效'),
      page: `/editor/event/index?id=${id}`,
    }),
  );
});

test('who may have how many seats of a public session is not its unit’s own either, while nobody is registered', async () => {
  const { id } = await draft(desk, { programmeId: await aProgramme() });
  await desk.post(`/events/${id}/submit`);
  const [session] = (await district.post<DeskEventDetail>(`/events/${id}/approve`)).body.event.sessions;
  const path = `/sessions/${session!.id}`;
  const seats = (body: SessionChanged) => body.session.quotas.map((quota) => quota.seats.capacity);
  const own = { mode: 'firstCome', quotas: [{ name: '居民', capacity: 10 }], partyMax: 2 };
  expect((await desk.put<SessionChanged>(`${path}/setup`, own)).body).toMatchObject({
    waits: false,
    session: { partyMax: 2 },
  });
  for (const other of [{ quotas: [{ name: '居民', capacity: 500 }] }, { mode: 'none', quotas: [] }, { ceiling: 5 }])
    expect((await desk.put<SessionChanged>(`${path}/setup`, { ...own, ...other })).body).toMatchObject({
      waits: true,
      session: { mode: 'firstCome', ceiling: null, quotas: [{ seats: { capacity: 10 } }] },
    });
  const more = { ...own, quotas: [...own.quotas, { name: '企业代表', capacity: 4 }] };
  await desk.put(`${path}/setup`, more);
  const { body: detail } = await district.get<DeskEventDetail>(`/desk/events/${id}`);
  expect(detail.asked).toMatchObject([{ sessionId: session!.id, change: {}, setup: more }]);
  const done = await district.post<SessionChanged>(`${path}/change/approve`);
  expect([done.body.waits, seats(done.body)]).toEqual([false, [10, 4]]);
  expect((await desk.get<DeskEventDetail>(`/desk/events/${id}`)).body.asked).toEqual([]);
  // Once somebody is registered the numbers alone change, and what was asked before is not done any more.
  await desk.put(`${path}/setup`, own);
  await register(await test_.as('resident'), session!.id);
  expect(await district.refused('POST', `${path}/change/approve`)).toMatchObject({ code: 'HAS_REGISTRATIONS' });
});

test('without such a programme there is nothing to hand in; what was handed in may be taken back', async () => {
  const free = await draft(desk);
  expect(await desk.refused('POST', `/events/${free.id}/submit`)).toMatchObject({ code: 'NO_APPROVAL_NEEDED' });
  const { id } = await draft(desk, { programmeId: await aProgramme() });
  await desk.post(`/events/${id}/submit`);
  const back = await desk.post<DeskEventDetail>(`/events/${id}/withdraw`);
  expect(back.body).toMatchObject({ event: { state: 'draft' }, submittedAt: null });
  expect((await district.post<EventDetail>(`/events/${id}/publish`)).body.state).toBe('published');
});
