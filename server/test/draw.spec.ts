import type { SessionDetail } from '@openday/shared/events';
import type { DrawView, Registration } from '@openday/shared/registrations';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { Draw } from '../src/modules/events/draw.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import { DrawJob } from '../src/modules/registrations/draw.job';
import { drawDifference } from '../src/modules/registrations/draw-check.rules';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { RetentionJob } from '../src/modules/registrations/retention.job';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const aDraw = (capacity: number, publicSource?: string): Promise<SessionDetail> =>
  aPublishedSession(desk, {
    mode: 'draw',
    closesAt: inHours(24),
    quotas: [{ name: '居民', capacity }],
    draw: { drawsAt: inHours(25), ...(publicSource && { publicSource }) },
  });

/** As if registration had closed and the hour of the draw had come. */
const itIsTime = ({ id }: SessionDetail) =>
  test_.database.write(async (manager) => {
    await manager.update(EventSession, { id }, { closesAt: new Date(Date.now() - 2000) });
    await manager.update(Draw, { sessionId: id }, { drawsAt: new Date(Date.now() - 1000) });
  });

const viewOf = async ({ id }: SessionDetail) => (await test_.anonymous.get<DrawView>(`/sessions/${id}/draw`)).body;
const drawIt = (who: Api, { id }: SessionDetail, body: object = {}) => who.post<DrawView>(`/sessions/${id}/draw`, body);

async function tickets(session: SessionDetail, parties: { seats: number; joinWaitlist?: boolean }[]) {
  const made: { who: Api; registration: Registration }[] = [];
  for (const [i, party] of parties.entries()) {
    const who = await test_.as('resident', `抽签人${i}`);
    const { status, body } = await register(who, session.id, party);
    expect([status, body.status, body.ticketNo]).toEqual([201, 'applied', i + 1]);
    made.push({ who, registration: body });
  }
  return made;
}

const rowsOf = ({ id }: SessionDetail) =>
  test_.database.read.find(Row, { where: { sessionId: id }, order: { ticketNo: 'ASC' } });

test('a draw gives whole parties their seats by lot, tells everybody, and anybody can repeat it', async () => {
  const session = await aDraw(6);
  await tickets(
    session,
    [3, 1, 2, 3, 1, 2].map((seats, i) => ({ seats, joinWaitlist: i % 2 === 0 })),
  );
  const before = await viewOf(session);
  expect(before).toMatchObject({ applied: 6, listHash: null, result: null, publicSource: null });
  expect(before.commitment).toMatch(/^[0-9a-f]{64}$/);
  await itIsTime(session);
  const { status, body: view } = await drawIt(desk, session);
  expect(status).toBe(200);
  expect(view.commitment).toBe(before.commitment);
  expect(drawDifference(view, before.commitment)).toBeNull();
  expect(view.result?.entries.map(({ ticketNo }) => ticketNo)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(view.result?.entries[0]).toMatchObject({ name: '抽**0', seats: 3, quota: '居民', joinWaitlist: true });
  expect(view).toEqual(await viewOf(session));

  const rows = await rowsOf(session);
  expect(rows.map(({ status }) => status)).toEqual(view.result?.entries.map(({ outcome }) => outcome));
  const seated = rows.filter((row) => row.status === 'confirmed').reduce((sum, row) => sum + row.seats, 0);
  const [quota] = await test_.database.read.findBy(Quota, { sessionId: session.id });
  expect(quota?.taken).toBe(seated);
  expect(seated).toBeLessThanOrEqual(6);
  const told = await test_.database.read.findBy(OutboxMessage, { kind: 'drawn' });
  expect(rows.every(({ id }) => told.filter((one) => one.subjectId === id).length === 1)).toBe(true);
  expect(await test_.database.read.countBy(AuditEntry, { act: 'session.draw', targetId: session.id })).toBe(1);
  expect(await desk.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({ code: 'ALREADY_DRAWN' });
});

test('who is not drawn waits in drawn order where they wished to, and is free for another day otherwise', async () => {
  const session = await aDraw(1);
  const parties = await tickets(
    session,
    [true, true, false, true].map((joinWaitlist) => ({ seats: 1, joinWaitlist })),
  );
  await itIsTime(session);
  const { entries } = (await drawIt(desk, session)).body.result!;
  const waiting = entries.filter(({ outcome }) => outcome === 'waitlisted').sort((a, b) => a.order - b.order);
  const positions = [];
  for (const { ticketNo } of waiting) {
    const { who, registration } = parties[ticketNo - 1]!;
    positions.push((await who.get<Registration>(`/registrations/${registration.id}`)).body.position);
  }
  expect(positions).toEqual(waiting.map((_, i) => i + 1));
  const rows = await rowsOf(session);
  expect(rows.map(({ liveSubject }) => liveSubject === null)).toEqual(
    entries.map(({ outcome }) => outcome === 'declined'),
  );
  const { waiting: seats } = await test_.database.read.findOneByOrFail(EventSession, { id: session.id });
  expect(seats).toBe(waiting.length);
});

test('nothing is drawn while registration is open, nor before its hour', async () => {
  const session = await aDraw(1);
  await tickets(session, [{ seats: 1 }]);
  const refused = () => desk.refused('POST', `/sessions/${session.id}/draw`, {});
  expect(await refused()).toMatchObject({ status: 409, code: 'DRAW_NOT_READY' });
  await test_.database.write((m) => m.update(Draw, { sessionId: session.id }, { drawsAt: new Date(0) }));
  expect(await refused()).toMatchObject({ code: 'DRAW_NOT_READY' });
  await test_.app.get(DrawJob).run();
  expect(await viewOf(session)).toMatchObject({ listHash: null, result: null });
});

test('with an announced public number the list is fixed first, and nobody draws without the number', async () => {
  const session = await aDraw(2, '当晚公布的公开数字');
  const parties = await tickets(session, [{ seats: 1 }, { seats: 1 }, { seats: 1 }]);
  await itIsTime(session);
  await test_.app.get(DrawJob).run();
  const closed = await viewOf(session);
  expect(closed).toMatchObject({ applied: 3, result: null });
  expect(closed.listHash).toMatch(/^[0-9a-f]{64}$/);

  const left = parties[1]!;
  await left.who.post(`/registrations/${left.registration.id}/cancel`, {});
  expect(await desk.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({
    status: 422,
    code: 'PUBLIC_NUMBER_NEEDED',
  });
  const { body: view } = await drawIt(desk, session, { publicNumber: ' 070312 ' });
  expect(view).toMatchObject({ applied: 3, listHash: closed.listHash, result: { publicNumber: '070312' } });
  expect(view.result?.entries.map(({ outcome }) => outcome)).toEqual(['confirmed', 'withdrawn', 'confirmed']);
  expect(drawDifference(view)).toBeNull();
  expect((await rowsOf(session)).map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed']);
});

test('the clock draws where no number was announced, once, however many replicas there are', async () => {
  const session = await aDraw(3);
  await tickets(session, [{ seats: 2, joinWaitlist: true }, { seats: 2 }, { seats: 2 }]);
  await itIsTime(session);
  const other = onMariadb ? await test_.replica() : test_;
  const jobs = [test_, other, test_, other].map(({ app }) => app.get(DrawJob).run());
  const asked = [desk, await other.as('district')].map((who) => drawIt(who, session));
  const answers = (await Promise.all([...asked, ...jobs])).filter((answer) => answer !== undefined);
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  const view = await viewOf(session);
  expect(drawDifference(view)).toBeNull();
  expect(view.result?.entries.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1);
  const ids = new Set((await rowsOf(session)).map(({ id }) => id));
  const told = (await test_.database.read.findBy(OutboxMessage, { kind: 'drawn' })).filter((m) => ids.has(m.subjectId));
  expect(told).toHaveLength(3);
});

test('a ticket is not approved past the lot; declined with a reason it is on the list no more', async () => {
  const session = await aDraw(1);
  const [first] = await tickets(session, [{ seats: 1 }, { seats: 1 }]);
  const path = `/registrations/${first!.registration.id}`;
  expect(await desk.refused('POST', `${path}/approve`)).toMatchObject({ status: 409, code: 'DRAW_NOT_READY' });
  expect((await desk.post(`${path}/decline`, { reason: '不在面向对象里' })).status).toBe(200);
  expect(await viewOf(session)).toMatchObject({ applied: 1 });
});

test('a session without a draw has none to see; a draw is its own unit’s to hold', async () => {
  const plain = await aPublishedSession(desk);
  expect(await test_.anonymous.refused('GET', `/sessions/${plain.id}/draw`)).toMatchObject({ status: 404 });
  const session = await aDraw(1);
  await itIsTime(session);
  const unit = await anOrganizer(test_);
  const stranger = await test_.as('organizer', unit.name);
  expect(await stranger.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({ status: 404 });
  const resident = await test_.as('resident', '抽签人0');
  expect(await resident.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({ status: 403 });
  expect((await drawIt(desk, session)).body.result?.entries).toEqual([]);
});

test('thirty days after the session the names are off the list, and the draw can still be repeated', async () => {
  const session = await aDraw(1);
  await tickets(session, [{ seats: 1 }, { seats: 1, joinWaitlist: true }]);
  await itIsTime(session);
  const drawn = (await drawIt(desk, session)).body;
  const over = new Date(Date.now() - 31 * 86_400_000);
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, { startsAt: over, endsAt: over }));
  await test_.app.get(RetentionJob).runLists();
  const kept = await viewOf(session);
  expect(kept.result?.entries).toEqual(drawn.result?.entries.map((entry) => ({ ...entry, name: '' })));
  expect(drawDifference(kept)).toBeNull();
});
