import { setTimeout as wait } from 'node:timers/promises';
import type { AskedExport } from '@openday/shared/exports';
import type { Registration } from '@openday/shared/registrations';
import { Ids } from '../../src/database/ids';
import { SignInEnds } from '../../src/http/sign-in-ends';
import { AuditChainReader } from '../../src/modules/audit/audit-chain.reader';
import { AuditSealJob } from '../../src/modules/audit/audit-seal.job';
import { ChangesReader } from '../../src/modules/changes/changes.reader';
import { tellShown } from '../../src/modules/changes/changes.writer';
import type { Changed } from '../../src/modules/changes/shown-change.entity';
import { EventSession } from '../../src/modules/events/session.entity';
import { ExportJob } from '../../src/modules/exports/export-job.entity';
import { ClaimLost, ExportJobWriter } from '../../src/modules/exports/export-job.writer';
import { ExportPiece } from '../../src/modules/exports/export-piece.entity';
import { ExportsJob } from '../../src/modules/exports/exports.job';
import { RemindersJob } from '../../src/modules/messages/reminders.job';
import { ledgerFaults } from '../../src/modules/registrations/ledger.queries';
import { Registration as Row } from '../../src/modules/registrations/registration.entity';
import { SeatsJob } from '../../src/modules/registrations/seats.job';
import type { TestApp } from '../support/app';
import { residents, seatsOf, toldAbout } from '../support/counters';
import { seatPeople } from '../support/district';
import { uploadInOrders } from '../support/door-orders';
import { cellsOf, fetched } from '../support/exported';
import { aPublishedSession, inHours, register } from '../support/factories';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';
import { MessageWorld } from '../support/message-world';
import { shiftedClock } from '../support/preloaded';

const SEND = '/cgi-bin/message/subscribe/send';

jest.setTimeout(600_000);

/** The database's: all leases, claims and times are by it. Under load it leaps in starving.spec.ts. */
const clock = shiftedClock();
let mariadb: ThrowAwayMariadb;
let world: MessageWorld;
/** Two servers on one database, with this machine's clock. */
let replicas: TestApp[];

beforeAll(async () => {
  mariadb = await startMariadb({ env: clock.env });
  process.env.TEST_MARIADB_URL = mariadb.url;
  world = await MessageWorld.start({ WECHAT_TIMEOUT_MS: '8000' });
  replicas = [world.app, await world.app.replica()];
});
afterEach(() => clock.leap(0));
afterAll(async () => {
  await world?.stop();
  await mariadb?.stop();
  clock.remove();
});

const onAll = (act: (one: TestApp) => Promise<unknown>) => Promise.all([...replicas, ...replicas].map(act));

test('a server that starts while the database’s clock is hours off takes no worker number another one uses', async () => {
  const started: TestApp[] = [];
  for (const hours of [2, -2]) {
    clock.leap(hours);
    started.push(await world.app.replica());
  }
  const all = [...replicas, ...started];
  const numbers = all.map(({ app }) => (BigInt(app.get(Ids).next()) >> 12n) & 1023n);
  expect(new Set(numbers).size).toBe(all.length);
});

test('an offer that ran out by a leap goes to one other party, and does not come back with the clock', async () => {
  const quotas = [{ name: '居民', capacity: 1 }];
  const session = await aPublishedSession(world.desk, { quotas, confirmHours: 1 });
  const people = await residents(world.app, '有位的', '候补一', '候补二', '候补三');
  const parties = [];
  for (const who of people) parties.push({ who, ...(await register(who, session.id, { joinWaitlist: true })).body });
  const [seated, first, second, third] = parties;
  const confirm = ({ who, id }: typeof first & object) => who.post<Registration>(`/registrations/${id}/confirm`);
  const statuses = async () =>
    (await world.app.database.read.find(Row, { where: { sessionId: session.id }, order: { id: 'ASC' } })).map(
      ({ status }) => status,
    );
  await seated!.who.post(`/registrations/${seated!.id}/cancel`, {});
  clock.leap(2);
  await onAll(({ app }) => app.get(SeatsJob).run());
  expect(await statuses()).toEqual(['cancelled', 'expired', 'offered', 'waitlisted']);
  clock.leap(0);
  await onAll(({ app }) => app.get(SeatsJob).run());
  expect([await confirm(first!), await confirm(third!), await confirm(second!)].map(({ status }) => status)).toEqual([
    409, 400, 200,
  ]);
  expect(await seatsOf(world.app, session.id)).toEqual([1, 1]);
});

test('a message on its way when the clock leaps is not sent again: who may not have it is rung, once', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('changes');
  await register(who.api, session.id);
  await world.deliver();
  const sends = () => world.fake.calls.filter(({ path, body }) => path === SEND && body.touser === who.openid).length;
  world.fake.fail(SEND, 'silence');
  await world.move(session);
  const sending = world.deliver();
  while (!sends()) await wait(20);
  const states = async () => (await world.deliveries(who)).map(({ state }) => state);
  expect(await states()).toEqual(['sending']);
  clock.leap(2);
  await world.deliver(replicas[1]!.app);
  expect(await states()).toEqual(['unknown']);
  clock.leap(0);
  await sending;
  await onAll(({ app }) => world.deliver(app));
  expect([sends(), await states()]).toEqual([1, ['unknown']]);
  expect(await world.calls(session)).toMatchObject([{ why: 'unknown' }]);
});

test('a reminder that a leap made due is not given again when the hour comes', async () => {
  const session = await aPublishedSession(world.desk);
  const who = await world.person('reminders');
  const { id } = (await register(who.api, session.id)).body;
  const long = new Date(Date.now() - 86_400_000);
  const [startsAt, endsAt] = [new Date(inHours(3)), new Date(inHours(5))];
  await world.app.database.write(async (manager) => {
    await manager.update(Row, { id }, { createdAt: long });
    await manager.update(EventSession, { id: session.id }, { startsAt, endsAt });
  });
  world.forget();
  for (const hours of [0, 2, 0, 2]) {
    clock.leap(hours);
    await onAll(({ app }) => app.get(RemindersJob).run());
    await onAll(({ app }) => world.deliver(app));
  }
  expect((await toldAbout(world.app, id)).filter((kind) => kind === 'twoHours')).toHaveLength(1);
  expect(world.fake.sent).toHaveLength(1);
});

test('a file in the making is taken over when its lease seems over, and made once; the first maker’s pieces are refused', async () => {
  const MANY = 5_001;
  const [{ app, database }, other] = replicas as [TestApp, TestApp];
  const { id: session } = await aPublishedSession(world.desk, { quotas: [{ name: '居民', capacity: MANY }] });
  await seatPeople(app, session, Array(MANY).fill(1));
  const asked = await world.desk.post<AskedExport>('/exports', { kind: 'registrants', format: 'csv', session });
  const { id } = asked.body.job!;
  const row = () => database.read.findOneByOrFail(ExportJob, { id });
  await app.get(ExportsJob).look();
  const leaseUntil = new Date(Date.now() + 30_000);
  await database.write(async (manager) => {
    await manager.delete(ExportPiece, { jobId: id });
    await manager.update(ExportJob, { id }, { state: 'running', fence: 1, leaseUntil, done: 500, bytes: null });
  });
  const first = await row();
  await other.app.get(ExportsJob).look();
  expect(await row()).toEqual(first);
  clock.leap(2);
  await other.app.get(ExportsJob).look();
  clock.leap(0);
  const late = app.get(ExportJobWriter).keep(first, 1, Buffer.from('late'), 900);
  await expect(late).rejects.toBeInstanceOf(ClaimLost);
  await onAll((one) => one.app.get(ExportsJob).look());
  expect(await row()).toMatchObject({ state: 'done', fence: 2, done: MANY });
  expect(await cellsOf(await fetched(world.app, world.desk, `/exports/${id}/file`))).toHaveLength(MANY + 1);
});

test('what is told after the clock went back is taken at the next look, and so is that somebody signed out', async () => {
  const [here, there] = replicas as [TestApp, TestApp];
  const taken: Changed[] = [];
  const reader = new ChangesReader(there.database, async (changes) => void taken.push(...changes));
  const who = await here.as('resident', '要退出的');
  const { id: signInId } = (await who.get<{ items: { id: string }[] }>('/me/devices')).body.items[0]!;
  clock.leap(2);
  await reader.begin();
  await onAll(({ app }) => app.get(SignInEnds).look());
  clock.leap(0);
  await here.database.write(async (manager) => {
    await here.app.get(SignInEnds).one(manager, signInId);
    await tellShown(manager, { sessions: ['told'] });
  });
  await reader.catchUp();
  await there.app.get(SignInEnds).look();
  expect(taken).toContainEqual({ sessions: ['told'] });
  expect(there.app.get(SignInEnds).isEnded(signInId)).toBe(true);
});

test('doors that upload while the clock leaps have the figures of doors whose clock stood still', async () => {
  const [still] = await uploadInOrders(world.app, 60, [1], 20);
  const leaps = [2, 0, -2, 0];
  let leap = 0;
  const leaping = setInterval(() => clock.leap(leaps[leap++ % leaps.length]!), 150);
  const figures = await uploadInOrders(world.app, 60, [2, 3], 20);
  clearInterval(leaping);
  expect(leap).toBeGreaterThan(4);
  expect(figures).toEqual([still, still]);
});

test('after all these leaps counters agree with rows, and the audit log is one whole chain', async () => {
  await onAll(({ app }) => app.get(AuditSealJob).run());
  expect(await ledgerFaults(world.app.database.read)).toEqual([]);
  const chain = await world.app.app.get(AuditChainReader).prove(world.app.database.read);
  expect(chain).toMatchObject({ faults: [], open: 0 });
  expect(chain.sealed).toBeGreaterThan(0);
});
