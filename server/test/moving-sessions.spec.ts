import type { EventDetail } from '@openday/shared/events';
import type { SessionMessage } from '@openday/shared/registrants';
import type { Registrant, Registration } from '@openday/shared/registrations';
import type { NewSession } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(async () => {
  expect(await ledgerFaults(test_.database.read)).toEqual([]);
  await test_.stop();
});

const at = (hours: number, over: Partial<NewSession> = {}): NewSession => ({
  ...{ venue: { name: '大厅', lng: 116, lat: 36 }, startsAt: inHours(hours), endsAt: inHours(hours + 2) },
  ...{ mode: 'firstCome', quotas: [{ name: '居民', capacity: 3 }] },
  ...over,
});

async function twoSessions(...sessions: NewSession[]) {
  const made = await desk.post<EventDetail>('/events', { theme: '两场', sessions });
  const { body } = await desk.post<EventDetail>(`/events/${made.body.id}/publish`);
  const [first, second] = [...body.sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return { first: first!, second: second! };
}

const move = (id: string, sessionId: string, over: object = {}) =>
  desk.post<Registrant>(`/registrations/${id}/move`, { sessionId, reason: '场地要修', ...over });
const seatsOf = async (id: string) =>
  (await desk.get<{ seats: { taken: number } }>(`/sessions/${id}`)).body.seats.taken;

test('a party is moved whole: seats there, seats given on here, names and answers along, and it is told', async () => {
  const { first, second } = await twoSessions(at(24), at(48));
  const who = await test_.as('resident', '要换的');
  const body = { seats: 3, companions: [{ name: '李小红' }], children: 1 };
  const { id } = (await register(who, first.id, body)).body;
  const next = (await register(await test_.as('resident', '排着的'), first.id, { joinWaitlist: true })).body;
  const moved = await move(id, second.id);
  expect(moved).toMatchObject({ status: 200, body: { status: 'confirmed', seats: 3, children: 1 } });
  expect([await seatsOf(first.id), await seatsOf(second.id)]).toEqual([1, 3]);
  const { body: there } = await who.get<Registration>(`/registrations/${moved.body.id}`);
  expect(there).toMatchObject({ session: { id: second.id }, companions: [{ name: '李小红' }, { name: null }] });
  const { body: here } = await who.get<Registration>(`/registrations/${id}`);
  expect(here.status).toBe('cancelled');
  expect(here.endReason).toMatch(/^换到.*那一场：场地要修$/);
  const told = await test_.database.read.findBy(OutboxMessage, { kind: 'moved' });
  expect(told).toMatchObject([{ subjectId: moved.body.id, note: '场地要修' }]);
  const { items } = (await desk.get<Page<Registrant>>(`/sessions/${first.id}/registrations?status=confirmed`)).body;
  expect(items.map((one) => one.id)).toEqual([next.id]);
  expect((await move(id, second.id)).status).toBe(409);
  const acts = await test_.database.read.findBy(AuditEntry, { targetId: id });
  expect(acts.map(({ act }) => act)).toContain('registration.move');
});

test('what does not fit, or stands there already, is refused with its reason, and nothing has changed', async () => {
  const { first, second } = await twoSessions(at(24), at(48));
  const who = await test_.as('resident', '换不成的');
  const { id } = (await register(who, first.id, { seats: 2 })).body;
  await register(await test_.as('resident', '先到的'), second.id, { seats: 2 });
  const code = async (sessionId: string) =>
    (await desk.refused('POST', `/registrations/${id}/move`, { sessionId, reason: '换一下' })).code;
  expect(await code(second.id)).toBe('FULL');
  expect(await code((await aPublishedSession(desk)).id)).toBe('MOVE_ELSEWHERE');
  expect(await code(first.id)).toBe('MOVE_ELSEWHERE');
  const other = await twoSessions(at(24), at(48));
  const twice = (await register(who, other.first.id)).body;
  await register(who, other.second.id);
  expect(
    (await desk.refused('POST', `/registrations/${twice.id}/move`, { sessionId: other.second.id, reason: '换一下' }))
      .code,
  ).toBe('MOVE_STANDING');
  expect((await who.get<Registration>(`/registrations/${id}`)).body).toMatchObject({ status: 'confirmed', seats: 2 });
  expect(await seatsOf(first.id)).toBe(2);
});

test('from a cancelled session people are taken to another; a unit takes nobody from or to a session of another', async () => {
  const { first, second } = await twoSessions(at(24), at(48));
  const { id } = (await register(await test_.as('resident', '取消了的'), first.id)).body;
  await desk.post(`/sessions/${first.id}/cancel`, { reason: '停电' });
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  const body = { sessionId: second.id, reason: '换一下' };
  expect((await neighbour.refused('POST', `/registrations/${id}/move`, body)).status).toBe(404);
  expect((await move(id, second.id)).body.status).toBe('confirmed');
});

test('two parties moved into the last seats at once: one is seated, one refused', async () => {
  const { first, second } = await twoSessions(at(24, { quotas: [{ name: '居民', capacity: 9 }] }), at(48));
  const ids = [];
  for (const name of ['抢一', '抢二'])
    ids.push((await register(await test_.as('resident', name), first.id, { seats: 2 })).body.id);
  const answers = await Promise.all(ids.map((id) => move(id, second.id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect([await seatsOf(first.id), await seatsOf(second.id)]).toEqual([2, 2]);
});

test('two parties changing places at once wait for nobody for ever', async () => {
  const { first, second } = await twoSessions(at(24), at(48));
  const one = (await register(await test_.as('resident', '对换一'), first.id)).body;
  const two = (await register(await test_.as('resident', '对换二'), second.id)).body;
  const answers = await Promise.all([move(one.id, second.id), move(two.id, first.id)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

const send = (who: Api, id: string, body: object, key = `message-${Math.random()}`) =>
  who.post<SessionMessage & { code?: string }>(`/sessions/${id}/messages`, body, { 'idempotency-key': key });

test('a word to those registered goes to each once, however often it is sent, without mobile numbers', async () => {
  const session = await aPublishedSession(desk);
  const who = await test_.as('resident', '听一句的');
  const mine = (await register(who, session.id)).body;
  await register(who, session.id, { onBehalfOf: { name: '我妈', relation: 'parent', consent: true } });
  const other = (await register(await test_.as('resident', '另一位'), session.id)).body;
  const text = '请带水杯，停车场在东门';
  const first = await send(desk, session.id, { text }, 'the-same-key');
  expect(first.body).toMatchObject({ text, told: 2 });
  expect((await send(desk, session.id, { text }, 'the-same-key')).body).toEqual(first.body);
  expect((await send(desk, session.id, { text: '换一句' }, 'the-same-key')).body.code).toBe('KEY_REUSED');
  const rows = await test_.database.read.findBy(OutboxMessage, { kind: 'message' });
  expect(rows.map(({ subjectId, note }) => [subjectId, note]).sort()).toEqual(
    [
      [mine.id, text],
      [other.id, text],
    ].sort(),
  );
  expect((await send(desk, session.id, { text: '有事打 138 0000 0078' })).body.code).toBe('MESSAGE_NUMBER');
  expect((await send(desk, session.id, { text: '只告诉您', ids: [other.id] })).body.told).toBe(1);
  const { items } = (await desk.get<{ items: SessionMessage[] }>(`/sessions/${session.id}/messages`)).body;
  expect(items.map((one) => one.text)).toEqual(['只告诉您', text]);
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect((await send(neighbour, session.id, { text })).status).toBe(404);
  expect((await neighbour.refused('GET', `/sessions/${session.id}/messages`)).status).toBe(404);
  const acts = await test_.database.read.findBy(AuditEntry, { targetId: session.id, act: 'session.message' });
  expect(acts).toHaveLength(2);
});

test('a registrant is found by initials, too', async () => {
  const session = await aPublishedSession(desk);
  for (const name of ['单晓敏', '单大海', '曾小军']) await register(await test_.as('resident', name), session.id);
  const found = async (q: string) =>
    (await desk.get<Page<Registrant>>(`/sessions/${session.id}/registrations?q=${q}`)).body.items.map(
      ({ name }) => name,
    );
  expect(await found('sxm')).toEqual(['单*敏']);
  expect(await found('S')).toEqual(['单*敏', '单*海']);
  expect(await found('zxj')).toEqual(['曾*军']);
});
