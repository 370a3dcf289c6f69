import { randomUUID } from 'node:crypto';
import type { DoorInvite } from '@openday/shared/check-in';
import type { MiniCode } from '@openday/shared/contract-mini-codes';
import type { EventDetail } from '@openday/shared/events';
import { readScene } from '@openday/shared/scenes';
import { messages, wechatCalls } from '../src/metrics/metrics';
import { MessageDelivery } from '../src/modules/messages/message-delivery.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { WechatClient } from '../src/modules/wechat/wechat.client';
import { aPublishedSession, register } from './support/factories';
import { MessageWorld, type Person, template } from './support/message-world';

const SESSION = '/sns/jscode2session';
const SEND = '/cgi-bin/message/subscribe/send';
const CODE = '/wxa/getwxacodeunlimit';

let world: MessageWorld;

beforeAll(async () => {
  world = await MessageWorld.start();
});
afterAll(() => world.stop());
beforeEach(() => world.forget());

test('who registered is told once by WeChat, by the credit they gave, and finds it in 消息', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('places');
  const { body } = await register(who.api, session.id, { seats: 2 });
  await Promise.all([world.deliver(), world.deliver()]);
  await world.deliver();
  expect(world.fake.sent.filter(({ openid }) => openid === who.openid)).toHaveLength(1);
  expect(world.fake.sent[0]).toMatchObject({ template: template('places'), data: { phrase4: { value: '报名成功' } } });
  expect(world.fake.sent[0]?.data.time2?.value).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/);
  expect(await world.credit(who, 'places')).toBe(0);
  const [line] = await world.inbox(who);
  expect(line).toMatchObject({
    kind: 'registered',
    title: '报上了',
    unread: true,
    page: `/more/ticket/index?id=${body.id}`,
  });
  expect(line?.text).toContain('居民议事日');
  expect((await who.api.get('/me/messages/unread')).body).toEqual({ count: 1 });
  expect((await who.api.post('/me/messages/read', { upTo: line?.at })).body).toEqual({ count: 0 });
  expect((await world.inbox(who))[0]?.unread).toBe(false);
});

test('who answers WeChat’s question after they are registered is told by WeChat; who says no, by the SMS they chose', async () => {
  const session = await aPublishedSession(world.desk);
  const [slow, no] = [await world.person(), await world.person()];
  for (const { api } of [slow, no]) {
    await api.patch('/me/settings', { sms: true });
    await register(api, session.id);
  }
  await world.deliver();
  const told = ({ id }: Person) => ({ accountId: id, kind: 'registered' as const });
  const waits = await world.app.database.read.findOneByOrFail(OutboxMessage, told(slow));
  expect(waits.dueAt!.getTime() - waits.createdAt.getTime()).toBe(15_000);
  world.fake.accept(slow.openid, template('places'));
  await slow.api.post('/me/message-credits', { key: randomUUID(), topics: ['places'] });
  const longAgo = { dueAt: new Date(), createdAt: new Date(Date.now() - 90_000) };
  for (const who of [slow, no])
    await world.app.database.write((manager) => manager.update(OutboxMessage, told(who), longAgo));
  await world.deliver();
  expect(world.fake.sent.map(({ openid }) => openid)).toEqual([slow.openid]);
  expect(world.texts).toHaveLength(1);
  expect((await world.deliveries(no)).map(({ channel, state }) => [channel, state])).toEqual([['sms', 'sent']]);
});

test('A44 43101: the credit is zeroed and nothing is tried again; who chose SMS gets one instead', async () => {
  const session = await aPublishedSession(world.desk);
  const [refuses, chose] = [await world.person('changes'), await world.person('changes')];
  await chose.api.patch('/me/settings', { sms: true });
  for (const { api, openid } of [refuses, chose]) {
    await register(api, session.id);
    // They said no on WeChat's own page since.
    world.fake.accept(openid, template('changes'), 0);
  }
  await world.deliver();
  world.texts.length = 0;
  await world.move(session);
  await world.deliver();
  await world.deliver();
  expect(world.fake.count(SEND)).toBe(2);
  expect([await world.credit(refuses, 'changes'), await world.credit(chose, 'changes')]).toEqual([0, 0]);
  expect(world.texts).toHaveLength(1);
  expect(world.texts[0]).toMatchObject({ template: 'changes', fields: { theme: '居民议事日', what: '活动有变化' } });
  const rung = await world.calls(session);
  expect(rung.map(({ why, title }) => [why, title])).toEqual([['unreached', '活动有变化']]);
});

test('A44 a theme of 21 characters with emoji arrives, cut, and is no 47003', async () => {
  const theme = '走进污水处理厂看一滴水的旅程👨‍👩‍👧‍👦全家都来呀🌊🌊';
  const session = await aPublishedSession(world.desk, {}, { theme });
  const who = await world.person('places');
  await register(who.api, session.id);
  await world.deliver();
  expect(world.fake.sent).toHaveLength(1);
  const said = world.fake.sent[0]?.data.thing1?.value ?? '';
  expect([...said].length).toBeLessThanOrEqual(20);
  expect(said).toMatch(/^走进污水处理厂看一滴水的旅程.*…$/u);
  expect(said).not.toContain('‍…');
});

/** Of all tests so far: the metrics are the process's. */
async function unknowns(): Promise<number> {
  const { values } = await messages.get();
  return values.find(({ labels }) => labels.channel === 'wechat' && labels.state === 'unknown')?.value ?? 0;
}

test('an answer that is cut off is counted as unknown: never sent again, and the unit rings', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('changes');
  await who.api.patch('/me/settings', { sms: true });
  await register(who.api, session.id);
  await world.deliver();
  world.texts.length = 0;
  world.fake.calls.length = 0;
  const before = await unknowns();
  world.fake.fail(SEND, 'taken');
  await world.move(session);
  await world.deliver();
  await world.deliver();
  expect([world.fake.count(SEND), world.fake.sent.length, (await unknowns()) - before]).toEqual([1, 1, 1]);
  expect(world.texts).toEqual([]);
  expect((await world.deliveries(who)).map(({ channel, state }) => [channel, state])).toContainEqual([
    'wechat',
    'unknown',
  ]);
  expect(await world.calls(session)).toMatchObject([{ why: 'unknown', seats: 1 }]);
});

test('what WeChat certainly did not take is tried later, with the credit given back', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('places');
  world.fake.fail(SEND, 45009);
  await register(who.api, session.id);
  await world.deliver();
  expect([world.fake.sent.length, await world.credit(who, 'places')]).toEqual([0, 1]);
  const about = { accountId: who.id, kind: 'registered' as const };
  const { dueAt } = await world.app.database.read.findOneByOrFail(OutboxMessage, about);
  expect(dueAt!.getTime()).toBeGreaterThan(Date.now() + 30_000);
  await world.app.database.write((manager) => manager.update(OutboxMessage, about, { dueAt: new Date() }));
  await world.deliver();
  expect([world.fake.sent.length, await world.credit(who, 'places')]).toEqual([1, 0]);
});

test('A45 what a replica had marked when it died is unknown: nobody sends it again', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('places');
  const { body } = await register(who.api, session.id, { joinWaitlist: true });
  await world.app.database.write(async (manager) => {
    const due = await manager.findOneByOrFail(OutboxMessage, { subjectId: body.id });
    const marked = { messageId: due.id, channel: 'wechat' as const, accountId: who.id, state: 'sending' as const };
    await manager.insert(MessageDelivery, { ...marked, tries: 1, updatedAt: new Date() });
  });
  const before = await unknowns();
  await world.deliver();
  await world.deliver();
  expect([world.fake.sent, (await unknowns()) - before]).toEqual([[], 1]);
  expect(await world.deliveries(who)).toMatchObject([{ state: 'unknown', tries: 1 }]);
});

/** How often so far, by what came of it: the metrics are the process's. */
async function counted(call: string): Promise<Record<string, number>> {
  const { values } = await wechatCalls.get();
  const counts = values.filter(({ metricName, labels }) => metricName?.endsWith('_count') && labels.call === call);
  return Object.fromEntries(counts.map(({ labels, value }) => [String(labels.result), value]));
}

test('each call of WeChat is measured once, by what came of it', async () => {
  const wechat = world.app.app.get(WechatClient);
  const before = await counted(SESSION);
  await wechat.openidOf(world.fake.login('oAnna'));
  world.fake.fail(SESSION, 40163, -1, 'html', 'cut');
  // -1 is asked once more, and then meets the page.
  for (let i = 0; i < 3; i++) await expect(wechat.openidOf('any')).rejects.toThrow();
  const after = await counted(SESSION);
  const more = ['ok', '40163', '-1', 'lost'].map((result) => (after[result] ?? 0) - (before[result] ?? 0));
  expect(more).toEqual([1, 1, 1, 2]);
});

test('a public session and event have a mini code, fetched once; a draft has none', async () => {
  const { id, eventId } = await aPublishedSession(world.desk);
  for (const path of [`/sessions/${id}/mini-code`, `/sessions/${id}/mini-code`, `/events/${eventId}/mini-code`])
    expect(await world.app.anonymous.get(path)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/jpeg' },
    });
  const scenes = world.fake.calls.filter(({ path }) => path === CODE).map(({ body }) => body.scene);
  expect(scenes).toEqual([`s-${id}`, `e-${eventId}`]);
  expect(readScene(`s-${id}`)).toEqual({ kind: 'session', id });
  const draft = await world.desk.post<EventDetail>('/events', { theme: '还没公布的' });
  expect(await world.app.anonymous.refused('GET', `/events/${draft.body.id}/mini-code`)).toMatchObject({ status: 404 });
});

test('a door invite has a mini code that leads back to its token', async () => {
  const { id } = await aPublishedSession(world.desk);
  const invite = await world.desk.post<DoorInvite>('/check-in/invites', { sessions: [id], hours: 8 });
  const { token } = invite.body;
  const { status, body } = await world.desk.post<MiniCode>('/check-in/invites/mini-code', { token });
  expect(status).toBe(200);
  expect(Buffer.from(body.image, 'base64').subarray(0, 3).toString('hex')).toBe('ffd8ff');
  expect(readScene(String(world.fake.calls.at(-1)?.body.scene))).toEqual({ kind: 'door', token });
});
