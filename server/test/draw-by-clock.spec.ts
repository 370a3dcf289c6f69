import { EventSession } from '../src/modules/events/session.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { DrawJob } from '../src/modules/registrations/draw.job';
import { drawDifference } from '../src/modules/registrations/draw-check.rules';
import { RetentionJob } from '../src/modules/registrations/retention.job';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { Draws } from './support/draws';
import { theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
let draws: Draws;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  draws = new Draws(test_, desk);
});
afterAll(() => test_.stop());

test('with an announced public number the list is fixed first, and nobody draws without the number', async () => {
  const session = await draws.session(2, '当晚公布的公开数字');
  const parties = await draws.tickets(session, [{ seats: 1 }, { seats: 1 }, { seats: 1 }]);
  await draws.isDue(session);
  await test_.app.get(DrawJob).run();
  const closed = await draws.view(session);
  expect(closed).toMatchObject({ applied: 3, result: null });
  expect(closed.listHash).toMatch(/^[0-9a-f]{64}$/);

  const left = parties[1]!;
  await left.who.post(`/registrations/${left.registration.id}/cancel`, {});
  expect(await desk.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({
    status: 422,
    code: 'PUBLIC_NUMBER_NEEDED',
  });
  const { body: view } = await draws.draw(desk, session, { publicNumber: ' 070312 ' });
  expect(view).toMatchObject({ applied: 3, listHash: closed.listHash, result: { publicNumber: '070312' } });
  expect(view.result?.entries.map(({ outcome }) => outcome)).toEqual(['confirmed', 'withdrawn', 'confirmed']);
  expect(drawDifference(view)).toBeNull();
  expect((await draws.rows(session)).map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed']);
});

test('the clock draws where no number was announced, once, however many replicas there are', async () => {
  const session = await draws.session(3);
  await draws.tickets(session, [{ seats: 2, joinWaitlist: true }, { seats: 2 }, { seats: 2 }]);
  await draws.isDue(session);
  const other = onMariadb ? await test_.replica() : test_;
  const jobs = [test_, other, test_, other].map(({ app }) => app.get(DrawJob).run());
  const asked = [desk, await other.as('district')].map((who) => draws.draw(who, session));
  const answers = (await Promise.all([...asked, ...jobs])).filter((answer) => answer !== undefined);
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  const view = await draws.view(session);
  expect(drawDifference(view)).toBeNull();
  expect(view.result?.entries.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1);
  const ids = new Set((await draws.rows(session)).map(({ id }) => id));
  const told = (await test_.database.read.findBy(OutboxMessage, { kind: 'drawn' })).filter((m) => ids.has(m.subjectId));
  expect(told).toHaveLength(3);
});

test('thirty days after the session the names are off the list, and the draw can still be repeated', async () => {
  const session = await draws.session(1);
  await draws.tickets(session, [{ seats: 1 }, { seats: 1, joinWaitlist: true }]);
  await draws.isDue(session);
  const drawn = (await draws.draw(desk, session)).body;
  const over = new Date(Date.now() - 31 * 86_400_000);
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, { startsAt: over, endsAt: over }));
  await test_.app.get(RetentionJob).runLists();
  const kept = await draws.view(session);
  expect(kept.result?.entries).toEqual(drawn.result?.entries.map((entry) => ({ ...entry, name: '' })));
  expect(drawDifference(kept)).toBeNull();
});

test('of a cancelled session nothing is drawn, by anybody', async () => {
  const session = await draws.session(1);
  await draws.tickets(session, [{ seats: 1 }]);
  await draws.isDue(session);
  await desk.post(`/sessions/${session.id}/cancel`, { reason: '场地维修' });
  await test_.app.get(DrawJob).run();
  expect(await desk.refused('POST', `/sessions/${session.id}/draw`, {})).toMatchObject({ code: 'SESSION_CANCELLED' });
  expect((await draws.view(session)).result).toBeNull();
});
