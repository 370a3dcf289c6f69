import { randomUUID } from 'node:crypto';
import type { Tokens } from '@openday/shared/auth';
import { dayOf } from '@openday/shared/dates';
import type { PhoneCall, WorkWechat } from '@openday/shared/messages';
import type { AuditLine } from '@openday/shared/people';
import type { Programme } from '@openday/shared/places';
import type { Page } from '@openday/shared/wire';
import { EventSession } from '../src/modules/events/session.entity';
import { RemindersJob } from '../src/modules/messages/reminders.job';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Registration } from '../src/modules/registrations/registration.entity';
import { onMariadb } from './support/app';
import { toldAbout } from './support/counters';
import { fetched, linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, inHours, register } from './support/factories';
import { MessageWorld, type Person, template } from './support/message-world';
import { say } from './support/suggestions';

let world: MessageWorld;

beforeAll(async () => {
  world = await MessageWorld.start();
});
afterAll(() => world.stop());
beforeEach(() => world.forget());

test("a programme's budget of SMS is kept; who is over it is rung", async () => {
  const programme = (await world.desk.post<Programme>('/programmes', { title: '开放月', year: 2026 })).body;
  const none = { noShowLimit: null, noShowDays: null };
  const set = await world.desk.patch<Programme>(`/programmes/${programme.id}`, { ...none, smsBudget: 1 });
  expect(set.body).toMatchObject({ smsBudget: 1, smsSent: 0 });
  const session = await aPublishedSession(world.desk, {}, { programmeId: programme.id });
  const two = [await world.person(), await world.person()];
  for (const { api } of two) {
    await register(api, session.id);
    await api.patch('/me/settings', { sms: true });
  }
  await world.app.database.write((manager) => manager.update(OutboxMessage, { kind: 'registered' }, { dueAt: null }));
  await world.move(session);
  await world.deliver();
  expect(world.texts).toHaveLength(1);
  expect(await world.calls(session)).toHaveLength(1);
  const { items } = (await world.desk.get<{ items: Programme[] }>('/programmes')).body;
  expect(items.find(({ id }) => id === programme.id)).toMatchObject({ smsBudget: 1, smsSent: 1 });
});

test('the phone list: by unit, ticked off and back, without who read it or gave the place up', async () => {
  const unit = await anOrganizer(world.app);
  const own = await world.app.as('organizer', unit.name);
  const session = await aPublishedSession(own);
  const three = [await world.person(), await world.person(), await world.person()];
  const [, reads, leaves] = three as [Person, Person, Person];
  const made = await Promise.all(three.map(({ api }) => register(api, session.id)));
  await world.move(session, 60, own);
  await world.move(session, 70, own);
  await world.deliver();
  expect(await world.calls(session, '', own)).toHaveLength(3);
  const [newest] = await world.inbox(reads);
  await reads.api.post('/me/messages/read', { upTo: newest?.at });
  await leaves.api.post(`/registrations/${made[2]?.body.id}/cancel`, {});
  const [left, ...more] = await world.calls(session, '', own);
  expect(more).toEqual([]);
  expect(left).toMatchObject({ id: made[0]?.body.id, why: 'unreached', doneAt: null, seats: 1 });
  expect(left?.name).toContain('*');
  const ticked = await own.post<PhoneCall>(`/registrations/${left?.id}/rung`, { done: true });
  expect(ticked.body.doneAt).not.toBeNull();
  expect((await own.post<PhoneCall>(`/registrations/${left?.id}/rung`, { done: true })).body).toEqual(ticked.body);
  expect([await world.calls(session, '', own), await world.calls(session, '&done=true', own)]).toMatchObject([
    [],
    [{ id: left?.id }],
  ]);
  const elsewhere = await world.app.as('organizer', (await anOrganizer(world.app)).name);
  expect(await world.calls(session, '&done=true', elsewhere)).toEqual([]);
  expect(await linesOf(world.app, elsewhere, 'calls.csv?done=true')).toEqual([]);
  expect(await elsewhere.refused('POST', `/registrations/${left?.id}/rung`, { done: false })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('the phone list goes on to its end, page by page; what has no message any more ends it nowhere', async () => {
  const own = await world.app.as('organizer', (await anOrganizer(world.app)).name);
  const session = await aPublishedSession(own);
  const made: string[] = [];
  for (const { api } of [await world.person(), await world.person(), await world.person()])
    made.push((await register(api, session.id)).body.id);
  await world.move(session, 60, own);
  await world.deliver();
  for (const id of made) await own.post(`/registrations/${id}/rung`, { done: true });
  await world.app.database.write((manager) => manager.delete(OutboxMessage, { subjectId: made[1] }));
  const rung: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after: string = cursor && `&cursor=${cursor}`;
    const { items, nextCursor } = (await own.get<Page<PhoneCall>>(`/desk/calls?done=true&limit=1${after}`)).body;
    rung.push(...items.map(({ id }) => id));
    cursor = nextCursor;
  }
  expect(rung).toEqual([made[0], made[2]]);
  const file = { kind: 'calls', format: 'csv', done: true };
  expect((await own.post('/exports', file)).body).toMatchObject({ rows: 2 });
});

test('the phone list as a file: masked, whole where that is asked for and recorded, and never for who only looks', async () => {
  const unit = await anOrganizer(world.app);
  const own = await world.app.as('organizer', unit.name);
  const session = await aPublishedSession(own);
  const { api } = await world.person();
  await api.patch('/me', { name: '欧阳小明', phone: '13800000516' });
  await register(api, session.id, { seats: 3 });
  await world.move(session, 60, own);
  await world.deliver();
  const about = { 人数: 3, 承办单位: unit.name, 什么事: '活动有变化', 消息: '没送到', 打过的时间: null };
  const [masked] = await linesOf(world.app, own, 'calls.xlsx');
  expect(masked).toMatchObject({ ...about, 手机: '尾号 0516' });
  expect(masked?.姓名).toContain('*');
  expect(await linesOf(world.app, own, 'calls.xlsx?reveal=true')).toMatchObject([
    { ...about, 姓名: '欧阳小明', 手机: '13800000516' },
  ]);
  const { items } = (await own.get<Page<AuditLine>>('/desk/audit?act=export&limit=1')).body;
  expect(items[0]?.act).toBe('export.calls.revealed');
  expect(await linesOf(world.app, own, 'calls.csv?done=true')).toEqual([]);
  const looks = await world.app.as('observer', unit.name);
  expect((await fetched(world.app, looks, '/exports/calls.csv?reveal=true')).status).toBe(403);
  expect(await linesOf(world.app, looks, 'calls.csv')).toMatchObject([{ 手机: '尾号 0516' }]);
});

test('what puts off a session of today is told at whatever hour, what moves one of another day is not', async () => {
  const session = await aPublishedSession(world.desk, { startsAt: inHours(1), endsAt: inHours(3) });
  const { body } = await register((await world.person()).api, session.id);
  for (const hours of [60, 70]) await world.move(session, hours);
  const about = { where: { subjectId: body.id, kind: 'changed' as const }, order: { id: 'ASC' as const } };
  const told = await world.app.database.read.find(OutboxMessage, about);
  const wasToday = dayOf(session.startsAt) === dayOf(told[0]!.createdAt.getTime());
  expect(told.map(({ sameDay }) => sameDay)).toEqual([wasToday, false]);
});

test('what was turned off stays inside; a message nobody could get is no call where nothing depends on it', async () => {
  const session = await aPublishedSession(world.desk);
  const [off, nothing] = [await world.person('places'), await world.person()];
  await off.api.patch('/me/settings', { off: ['places', 'changes'] });
  for (const { api } of [off, nothing]) await register(api, session.id);
  await world.move(session);
  await world.deliver();
  expect(world.fake.sent).toEqual([]);
  expect((await world.inbox(off)).map(({ kind }) => kind)).toEqual(['changed', 'registered']);
  expect((await world.calls(session)).map(({ title }) => title)).toEqual(['活动有变化']);
});

test('credits are counted by template, each tap once, and never without end', async () => {
  const who = await world.person();
  const key = randomUUID();
  for (const topics of [
    ['places', 'changes'],
    ['places', 'changes'],
  ])
    await who.api.post('/me/message-credits', { key, topics });
  expect([
    await world.credit(who, 'places'),
    await world.credit(who, 'changes'),
    await world.credit(who, 'dates'),
  ]).toEqual([1, 1, 0]);
  for (let tap = 0; tap < 25; tap += 1)
    await who.api.post('/me/message-credits', { key: randomUUID(), topics: ['places', 'answers'] });
  expect([await world.credit(who, 'places'), await world.credit(who, 'answers')]).toEqual([20, undefined]);
});

test('a desk is told of its work by the WeChat it bound for that, which signs nobody in', async () => {
  const unit = await anOrganizer(world.app);
  const own = await world.app.as('organizer', unit.name);
  const resident = await world.person();
  const openid = `o${randomUUID()}`;
  const bind = () => own.post<WorkWechat>('/me/work-wechat', { code: world.fake.login(openid) });
  expect((await bind()).body).toEqual({ bound: true });
  world.fake.accept(openid, template('work'), 9);
  await own.post('/me/message-credits', { key: randomUUID(), topics: ['work'] });
  for (const text of ['第一条意见', '第二条意见']) await say(resident.api, { organizerId: unit.id, text });
  await world.deliver();
  // One credit, one message; the other stands in 消息.
  expect(world.fake.sent).toMatchObject([{ openid, template: template('work') }]);
  expect(world.fake.sent[0]?.data.thing5?.value).toBe('收到一条意见');
  const signedIn = await world.app.anonymous.post<Tokens>('/auth/wechat', { code: world.fake.login(openid) });
  expect(signedIn.body.account.role).toBe('resident');
  expect((await resident.api.refused('POST', '/me/work-wechat', { code: 'any' })).status).toBe(403);
  expect((await own.delete<WorkWechat>('/me/work-wechat')).body).toEqual({ bound: false });
  expect((await own.get<WorkWechat>('/me/work-wechat')).body).toEqual({ bound: false });
});

test('who is registered is reminded once, whoever looks; a session moved to another day reminds anew', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('reminders');
  const { body } = await register(who.api, session.id);
  const other = onMariadb ? (await world.app.replica()).app : world.app.app;
  const apps = [world.app.app, other, world.app.app];
  const startAt = async (startsAt: Date) => {
    const endsAt = new Date(startsAt.getTime() + 7_200_000);
    await world.app.database.write((manager) => manager.update(EventSession, { id: session.id }, { startsAt, endsAt }));
    await Promise.all(apps.map((app) => app.get(RemindersJob).run()));
    await Promise.all(apps.map((app) => world.deliver(app)));
  };
  const long = new Date(Date.now() - 86_400_000);
  await world.app.database.write((manager) => manager.update(Registration, { id: body.id }, { createdAt: long }));
  const soon = new Date(Date.now() + 3_600_000);
  await startAt(soon);
  await startAt(soon);
  const reminders = async () => (await toldAbout(world.app, body.id)).filter((kind) => kind === 'twoHours');
  expect(await reminders()).toEqual(['twoHours']);
  expect(world.fake.sent).toHaveLength(1);
  expect(world.fake.sent[0]?.data.phrase4?.value).toBe('活动提醒');
  // The next day, and the time has come again.
  const job = world.app.app.get(RemindersJob);
  const next = new Date(soon.getTime() + 86_400_000);
  await startAt(next);
  await Promise.all(apps.map((app) => app.get(RemindersJob).run(new Date(next.getTime() - 3_600_000))));
  expect(await reminders()).toEqual(['twoHours', 'twoHours']);
  await who.api.post(`/registrations/${body.id}/cancel`, {});
  expect(await job.run(new Date(next.getTime() - 3_600_000))).toBe(0);
});
