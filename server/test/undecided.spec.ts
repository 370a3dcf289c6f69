import { Account } from '../src/modules/accounts/account.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import { DrawJob } from '../src/modules/registrations/draw.job';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { RegistrationAnswers } from '../src/modules/registrations/registration-answers.entity';
import { SeatsJob } from '../src/modules/registrations/seats.job';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { toldAbout } from './support/counters';
import { Draws } from './support/draws';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

/** What the clock ends when nobody decides, and what keeps nobody else waiting. */

let test_: TestApp;
let desk: Api;
let draws: Draws;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  draws = new Draws(test_, desk);
});
afterAll(() => test_.stop());

const seats = () => test_.app.get(SeatsJob).run();
const starts = (id: string) =>
  test_.database.write((m) =>
    m.update(EventSession, { id }, { startsAt: new Date(inHours(-1)), endsAt: new Date(inHours(1)) }),
  );

test('a draw whose public number is never entered: the unit is told once, and the tickets end with the start', async () => {
  const session = await draws.session(1, '当晚公布的公开数字');
  const parties = await draws.tickets(session, [{ seats: 1 }, { seats: 1, joinWaitlist: true }]);
  const job = test_.app.get(DrawJob);
  await job.run();
  expect(await toldAbout(test_, session.id)).toEqual([]);
  await draws.isDue(session);
  await job.run();
  await job.run();
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: session.id });
  const unit = await test_.database.read.findBy(Account, { role: 'district' });
  expect(told.map(({ kind, accountId }) => [kind, accountId])).toEqual(unit.map(({ id }) => ['drawDue', id]));
  await seats();
  expect((await draws.rows(session)).map(({ status }) => status)).toEqual(['applied', 'applied']);

  await starts(session.id);
  expect(await seats()).toBe(1);
  expect((await draws.rows(session)).map(({ status, endReason }) => [status, endReason])).toEqual([
    ['declined', '活动开始前没有抽签'],
    ['declined', '活动开始前没有抽签'],
  ]);
  expect(await toldAbout(test_, parties[0]!.registration.id)).toEqual(['applied', 'declined']);
  expect([await seats(), await ledgerFaults(test_.database.read)]).toEqual([0, []]);
});

test('the unit that holds the session is told, not the district above it', async () => {
  const { name, id } = await anOrganizer(test_);
  const unit = await test_.as('organizer', name);
  const session = await new Draws(test_, unit).session(1, '公开数字');
  await draws.isDue(session);
  await test_.app.get(DrawJob).run();
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: session.id });
  const own = await test_.database.read.findBy(Account, { organizerId: id });
  expect(told.map(({ accountId }) => accountId)).toEqual(own.map((account) => account.id));
});

test('who the unit never looked at is declined with the start', async () => {
  const session = await aPublishedSession(desk, { mode: 'approval', quotas: [{ name: '居民', capacity: 2 }] });
  const { body } = await register(await test_.as('resident', '没人审'), session.id);
  await starts(session.id);
  expect(await seats()).toBe(1);
  const row = await test_.database.read.findOneByOrFail(Row, { id: body.id });
  expect([row.status, row.liveSubject, row.endReason]).toEqual(['declined', null, '活动开始前没有来得及审核']);
});

test('ID numbers of those not drawn go with the draw', async () => {
  const questions = [{ id: 'gate', text: '身份证号', kind: 'idNumber', required: true, reason: '进门登记' }] as const;
  const session = await aPublishedSession(
    desk,
    { mode: 'draw', closesAt: inHours(24), draw: { drawsAt: inHours(25) }, quotas: [{ name: '居民', capacity: 1 }] },
    { questions: [...questions] },
  );
  const answers = [{ question: 'gate', value: '11010519491231002X' }];
  await draws.tickets(session, [{ answers }, { answers }]);
  await draws.isDue(session);
  expect((await draws.draw(desk, session)).status).toBe(200);
  const kept = async (status: Row['status']) => {
    const [row] = await test_.database.read.findBy(Row, { sessionId: session.id, status });
    return (await test_.database.read.findOneByOrFail(RegistrationAnswers, { registrationId: row!.id })).idNumbers;
  };
  expect([await kept('confirmed'), await kept('declined')]).toEqual([expect.any(String), null]);
});

test('two hundred sessions that cannot go on keep none behind them waiting', async () => {
  // A reserve that is due and has nobody to go to: there is no public pool.
  const stuck = await aPublishedSession(desk, { mode: 'invited', quotas: [{ name: '代表', capacity: 2 }] });
  const past = new Date(inHours(-1));
  await test_.database.write(async (manager) => {
    await manager.update(Quota, { sessionId: stuck.id }, { releasesAt: past });
    const session = await manager.findOneByOrFail(EventSession, { id: stuck.id });
    const quota = await manager.findOneByOrFail(Quota, { sessionId: stuck.id });
    const ids = Array.from({ length: 210 }, (_, i) => String(1000 + i).padStart(19, '0'));
    await manager.insert(
      EventSession,
      ids.map((id) => ({ ...session, id })),
    );
    await manager.insert(
      Quota,
      ids.map((id) => ({ ...quota, id, sessionId: id })),
    );
  });
  expect(await seats()).toBe(0);
  // One whose hold is over and who fits nowhere is looked at once; two hundred such hide nobody either.
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 3 }], ceiling: 2 });
  await register(await test_.as('resident', '坐满了'), session.id, { seats: 2 });
  const { body } = await register(await test_.as('resident', '等不到'), session.id, { joinWaitlist: true });
  await test_.database.write((m) => m.update(Row, { id: body.id }, { heldBackUntil: past }));
  expect([await seats(), await seats()]).toEqual([1, 0]);
  expect(await test_.database.read.findOneByOrFail(Row, { id: body.id })).toMatchObject({
    status: 'waitlisted',
    heldBackUntil: null,
  });
});

test('sessions that fail are passed over, and the one behind all of them is settled', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }], confirmHours: 2 });
  const { body } = await register(await test_.as('resident', '最后一个'), session.id);
  const offered = { status: 'offered' as const, confirmBy: new Date(inHours(-1)) };
  await test_.database.write(async (manager) => {
    await manager.update(Row, { id: body.id }, offered);
    const row = await manager.findOneByOrFail(Row, { id: body.id });
    const sample = await manager.findOneByOrFail(EventSession, { id: session.id });
    const ids = Array.from({ length: 205 }, (_, i) => String(5000 + i).padStart(19, '0'));
    // Their pool counts fewer seats than the offer that ends: settling it throws.
    const quota = await manager.findOneByOrFail(Quota, { sessionId: session.id });
    await manager.insert(
      EventSession,
      ids.map((id) => ({ ...sample, id })),
    );
    await manager.insert(
      Quota,
      ids.map((id) => ({ ...quota, id, sessionId: id, taken: 0 })),
    );
    await manager.insert(
      Row,
      ids.map((id) => ({ ...row, id, sessionId: id, quotaId: id })),
    );
  });
  expect(await seats()).toBe(1);
  expect((await test_.database.read.findOneByOrFail(Row, { id: body.id })).status).toBe('expired');
});
