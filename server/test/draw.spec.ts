import type { Registration } from '@openday/shared/registrations';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { Draw } from '../src/modules/events/draw.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import { DrawJob } from '../src/modules/registrations/draw.job';
import { drawDifference } from '../src/modules/registrations/draw-check.rules';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { Draws } from './support/draws';
import { fetched, linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';

const WORDS = { confirmed: '中签', waitlisted: '候补', declined: '未中签', withdrawn: '抽签前退出' };

let test_: TestApp;
let desk: Api;
let draws: Draws;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  draws = new Draws(test_, desk);
});
afterAll(() => test_.stop());

test('a draw gives whole parties their seats by lot, tells everybody, and anybody can repeat it', async () => {
  const session = await draws.session(6);
  await draws.tickets(
    session,
    [3, 1, 2, 3, 1, 2].map((seats, i) => ({ seats, joinWaitlist: i % 2 === 0 })),
  );
  const before = await draws.view(session);
  expect(before).toMatchObject({ applied: 6, listHash: null, result: null, publicSource: null });
  expect(before.commitment).toMatch(/^[0-9a-f]{64}$/);
  expect(await linesOf(test_, desk, `draw.csv?session=${session.id}`)).toEqual([]);
  await draws.isDue(session);
  const { status, body: view } = await draws.draw(desk, session);
  expect(status).toBe(200);
  expect(view.commitment).toBe(before.commitment);
  expect(drawDifference(view, before.commitment)).toBeNull();
  expect(view.result?.entries.map(({ ticketNo }) => ticketNo)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(view.result?.entries[0]).toMatchObject({ name: '抽**0', seats: 3, quota: '居民', joinWaitlist: true });
  expect(view).toEqual(await draws.view(session));
  const lines = await linesOf(test_, desk, `draw.xlsx?session=${session.id}`);
  expect(lines.map((line) => [line.签号, line.姓名, line.人数, line.结果])).toEqual(
    view.result?.entries.map(({ ticketNo, name, seats, outcome }) => [ticketNo, name, seats, WORDS[outcome]]),
  );

  const rows = await draws.rows(session);
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
  const session = await draws.session(1);
  const parties = await draws.tickets(
    session,
    [true, true, false, true].map((joinWaitlist) => ({ seats: 1, joinWaitlist })),
  );
  await draws.isDue(session);
  const { entries } = (await draws.draw(desk, session)).body.result!;
  const waiting = entries.filter(({ outcome }) => outcome === 'waitlisted').sort((a, b) => a.order - b.order);
  const positions = [];
  for (const { ticketNo } of waiting) {
    const { who, registration } = parties[ticketNo - 1]!;
    positions.push((await who.get<Registration>(`/registrations/${registration.id}`)).body.position);
  }
  expect(positions).toEqual(waiting.map((_, i) => i + 1));
  const rows = await draws.rows(session);
  expect(rows.map(({ liveSubject }) => liveSubject === null)).toEqual(
    entries.map(({ outcome }) => outcome === 'declined'),
  );
  const { waiting: seats } = await test_.database.read.findOneByOrFail(EventSession, { id: session.id });
  expect(seats).toBe(waiting.length);
});

test('nothing is drawn while registration is open, nor before its hour', async () => {
  const session = await draws.session(1);
  await draws.tickets(session, [{ seats: 1 }]);
  const refused = () => desk.refused('POST', `/sessions/${session.id}/draw`, {});
  expect(await refused()).toMatchObject({ status: 409, code: 'DRAW_NOT_READY' });
  await test_.database.write((m) => m.update(Draw, { sessionId: session.id }, { drawsAt: new Date(0) }));
  expect(await refused()).toMatchObject({ code: 'DRAW_NOT_READY' });
  await test_.app.get(DrawJob).run();
  expect(await draws.view(session)).toMatchObject({ listHash: null, result: null });
});

test('a ticket is not approved past the lot; declined with a reason it is on the list no more', async () => {
  const session = await draws.session(1);
  const [first] = await draws.tickets(session, [{ seats: 1 }, { seats: 1 }]);
  const path = `/registrations/${first!.registration.id}`;
  expect(await desk.refused('POST', `${path}/approve`)).toMatchObject({ status: 409, code: 'DRAW_NOT_READY' });
  expect((await desk.post(`${path}/decline`, { reason: '不在面向对象里' })).status).toBe(200);
  expect(await draws.view(session)).toMatchObject({ applied: 1 });
});

test('a session without a draw has none to see; a draw is its own unit’s to hold', async () => {
  const plain = await aPublishedSession(desk);
  expect(await test_.anonymous.refused('GET', `/sessions/${plain.id}/draw`)).toMatchObject({ status: 404 });
  const session = await draws.session(1);
  await draws.isDue(session);
  const unit = await anOrganizer(test_);
  const stranger = await test_.as('organizer', unit.name);
  expect(await stranger.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({ status: 404 });
  expect((await fetched(test_, stranger, `/exports/draw.csv?session=${session.id}`)).status).toBe(404);
  const resident = await test_.as('resident', '抽签人0');
  expect(await resident.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({ status: 403 });
  expect((await draws.draw(desk, session)).body.result?.entries).toEqual([]);
});

test('a ceiling over all pools holds in a draw, and is published with it', async () => {
  const session = await draws.session(5, undefined, {
    ceiling: 3,
    quotas: [
      { name: '居民', capacity: 5 },
      { name: '企业代表', capacity: 5 },
    ],
  });
  const firm = session.quotas.find(({ name }) => name === '企业代表')!.id;
  await draws.tickets(
    session,
    [1, 2, 3, 4].map((n) => ({ seats: 1, ...(n % 2 && { quotaId: firm }) })),
  );
  await draws.isDue(session);
  const { result } = (await draws.draw(desk, session)).body;
  expect(result).toMatchObject({
    ceiling: 3,
    quotas: [
      { name: '居民', capacity: 5 },
      { name: '企业代表', capacity: 5 },
    ],
  });
  expect(result?.entries.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(3);
  expect(drawDifference(await draws.view(session))).toBeNull();
});
