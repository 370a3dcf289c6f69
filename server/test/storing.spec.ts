import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source';
import { holdDataDir } from '../src/database/embedded-lock';
import { Ids } from '../src/database/ids';
import { WorkerLease } from '../src/database/worker-lease.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { Companion } from '../src/modules/registrations/companion.entity';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { Registration } from '../src/modules/registrations/registration.entity';
import { RetentionJob } from '../src/modules/registrations/retention.job';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

/** Every table's every value, as text. */
async function dump(): Promise<string> {
  const { entityMetadatas } = test_.database.read.connection;
  const tables = await Promise.all(
    entityMetadatas.map(({ tableName }) => test_.database.read.query(`SELECT * FROM ${tableName}`)),
  );
  return JSON.stringify(tables);
}

test('A38 no table holds a resident’s, companion’s or proxied person’s name or phone', async () => {
  const session = await aPublishedSession(desk);
  const proxy = await test_.as('resident', '欧阳代办');
  await proxy.patch('/me', { phone: '13800009876' });
  await register(proxy, session.id, { seats: 2, companions: [{ name: '慕容同行' }] });
  await register(proxy, session.id, {
    onBehalfOf: { name: '上官老人', phone: '13800005432', relation: 'parent', consent: true },
  });
  const everything = (await dump()).replaceAll('demo:resident:欧阳代办', '');
  for (const secret of ['欧阳代办', '慕容同行', '上官老人', '13800009876', '13800005432'])
    expect(everything).not.toContain(secret);
});

test('A38 no table holds what a resident said to a unit, nor what it answered to them alone', async () => {
  const session = await aPublishedSession(desk);
  const who = await test_.as('resident', '诸葛提议');
  await register(who, session.id);
  const startsAt = new Date(Date.now() - 3_600_000);
  await test_.database.write((manager) => manager.update(EventSession, { id: session.id }, { startsAt }));
  const answers = { satisfaction: 'good', clarity: 'clear', line: '我是三号楼的诸葛' };
  await who.post(`/sessions/${session.id}/responses`, answers);
  const { body } = await say(who, { sessionId: session.id, text: '诸葛家门口的灯不亮' });
  await who.post(`/suggestions/${body.id}/notes`, { text: '电话 13800004321' });
  await desk.post(`/suggestions/${body.id}/take`, {});
  await desk.post(`/suggestions/${body.id}/answer`, { text: '诸葛先生，已经换好了' });
  await who.post(`/suggestions/${body.id}/rating`, { verdict: 'unsolved', text: '诸葛说还不亮' });
  const everything = (await dump()).replaceAll('demo:resident:诸葛提议', '');
  for (const secret of ['诸葛', '13800004321', '灯不亮']) expect(everything).not.toContain(secret);
});

test('thirty days after a session names and phones are gone from its registrations, and the counts are not', async () => {
  const [over, recent] = [await aPublishedSession(desk), await aPublishedSession(desk)];
  const resident = await test_.as('resident', '司马长留');
  for (const session of [over, recent])
    await register(resident, session.id, { seats: 2, companions: [{ name: '随行' }] });
  const endsAt = new Date(Date.now() - 31 * 86_400_000);
  await test_.database.write((manager) => manager.update(EventSession, { id: over.id }, { endsAt }));
  expect(await test_.app.get(RetentionJob).run()).toBe(1);
  expect(await test_.app.get(RetentionJob).run()).toBe(0);
  const kept = async (sessionId: string) => {
    const [row] = await test_.database.read.findBy(Registration, { sessionId });
    const companions = await test_.database.read.countBy(Companion, { registrationId: row!.id });
    return { seats: row!.seats, phone: row!.phone !== null, subject: row!.subject !== null, companions };
  };
  expect(await kept(over.id)).toEqual({ seats: 2, phone: false, subject: false, companions: 0 });
  expect(await kept(recent.id)).toEqual({ seats: 2, phone: true, subject: true, companions: 1 });
  expect(
    (await resident.get<{ items: { name: string }[] }>(`/registrations?session=${over.id}`)).body.items[0]!.name,
  ).toBe('');
});

test('A50 migrations go up, down and up again to the same schema, and the entities need nothing more', async () => {
  const fresh = await startApp();
  const source = await new DataSource(dataSourceOptions(fresh.config)).initialize();
  const pending = async () => (await source.driver.createSchemaBuilder().log()).upQueries.length;
  expect(await pending()).toBe(0);
  for (let i = source.migrations.length; i > 0; i--) await source.undoLastMigration();
  expect(await pending()).toBeGreaterThan(10);
  await source.runMigrations();
  expect(await pending()).toBe(0);
  await source.destroy();
  await fresh.stop();
});

test('what a failing transaction wrote is gone, and its neighbours’ work is not', async () => {
  const failing = test_.database.write(async (manager) => {
    await manager.query("UPDATE organizers SET name = '半途'");
    await setTimeout(20);
    throw new Error('on purpose');
  });
  const neighbours = Promise.all([anOrganizer(test_, { name: '甲' }), anOrganizer(test_, { name: '乙' })]);
  await expect(failing).rejects.toThrow('on purpose');
  await neighbours;
  const { body } = await test_.anonymous.get<{ items: { name: string }[] }>('/organizers');
  expect(body.items.map(({ name }) => name)).toEqual(expect.arrayContaining(['某区', '甲', '乙']));
});

test('of a batch that fails nothing stays, and all in it but the one at fault are admitted', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 200 }] });
  const all = await Promise.all(Array.from({ length: 200 }, (_, i) => test_.as('resident', `同批${i}`)));
  const broken = onMariadb
    ? "FOR EACH ROW BEGIN IF NEW.children = 3 THEN SIGNAL SQLSTATE '45000'; END IF; END"
    : "WHEN NEW.children = 3 BEGIN SELECT RAISE(ABORT, 'broken'); END";
  const sql = (text: string) => test_.database.write((manager) => manager.query(text));
  await sql(`CREATE TRIGGER broken BEFORE INSERT ON registrations ${broken}`);
  const bodies = all.map((_, i) => (i === 40 ? { seats: 4, children: 3 } : {}));
  const answers = await Promise.all(all.map((who, i) => register(who, session.id, bodies[i])));
  await sql('DROP TRIGGER broken');
  expect(answers.flatMap(({ status }, i) => (status === 201 ? [] : [[i, status]]))).toEqual([[40, 500]]);
  expect(await ledgerFaults(test_.database.read)).toEqual([]);
});

test('after the database itself ended a transaction, as on a full disk, what is answered is stored', async () => {
  const sql = (...all: string[]) =>
    test_.database.write(async (manager) => {
      for (const text of all) await manager.query(text);
    });
  const long = 'x'.repeat(5_000_000);
  const full = [
    'PRAGMA max_page_count = 1',
    `INSERT INTO organizers (id, path, name, createdAt) VALUES ('full', '${long}', '', '')`,
  ];
  await expect(sql(...(onMariadb ? ['KILL CONNECTION_ID()'] : full))).rejects.toThrow();
  if (!onMariadb) await sql('PRAGMA max_page_count = 1073741823');
  const nowhere = await desk.refused('POST', `/sessions/${'1'.repeat(19)}/cancel`, { reason: '没有这一场' });
  const session = await aPublishedSession(desk);
  expect([nowhere.code, (await test_.anonymous.get(`/sessions/${session.id}`)).status]).toEqual(['NOT_FOUND', 200]);
});

test('a write inside a write is refused instead of waiting for itself', async () => {
  await expect(test_.database.write(() => test_.database.write(async () => 1))).rejects.toThrow('inside');
});

test('ids are 19 digits, in the order they were made whatever the clock does, and unique across replicas', async () => {
  const replica = onMariadb ? await test_.replica() : test_;
  const ids = Array.from({ length: 2000 }, (_, i) => (i % 2 ? test_ : replica).app.get(Ids).next());
  expect(new Set(ids).size).toBe(2000);
  expect(ids.every((id) => /^\d{19}$/.test(id))).toBe(true);
  const own = Array.from({ length: 5000 }, () => test_.app.get(Ids).next());
  jest.spyOn(Date, 'now').mockReturnValueOnce(0);
  own.push(test_.app.get(Ids).next());
  expect([...own].sort()).toEqual(own);
});

test('a replica whose clock is an hour behind keeps its worker number when it renews', async () => {
  const ids = test_.app.get(Ids);
  const clock = jest
    .spyOn(Date, 'now')
    .mockImplementation(() => performance.timeOrigin + performance.now() - 3_600_000);
  await ids.renew();
  clock.mockRestore();
  const leases = await test_.database.read.find(WorkerLease);
  expect(Math.min(...leases.map(({ expiresAt }) => expiresAt.getTime()))).toBeGreaterThan(Date.now());
  await ids.renew();
});

test('a new replica takes a number nobody had, or the one free the longest: leases that only look over are left alone', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const numbers = async () => (await test_.database.read.find(WorkerLease)).map(({ worker }) => worker);
  const start = (ids = new Ids(test_.database)) => ids.lease().then(() => Number(Reflect.get(ids, 'worker')));
  const held = await numbers();
  // As when the database's clock leaps ahead.
  await test_.database.write((manager) => manager.updateAll(WorkerLease, { expiresAt: hoursAgo(1) }));
  expect(held).not.toContain(await start());
  const had = new Set(await numbers());
  const others = Array.from({ length: 1024 }, (_, worker) => worker).filter((worker) => !had.has(worker));
  const rows = others.map((worker) => ({ worker, holder: 'gone', expiresAt: hoursAgo(worker === 777 ? 3 : 2) }));
  await test_.database.write((manager) => manager.insert(WorkerLease, rows));
  expect(await start()).toBe(777);
  await test_.app.get(Ids).renew();
});

test('while the worker lease is lost, writing is refused as busy', async () => {
  const ids = test_.app.get(Ids);
  // Whatever its interval does meanwhile.
  Object.defineProperty(ids, 'heldUntil', { get: () => 0, set: () => undefined, configurable: true });
  const refused = await desk.post('/venues', { name: '租约外的厅', lng: 116, lat: 36 });
  Reflect.deleteProperty(ids, 'heldUntil');
  await ids.renew();
  expect(refused).toMatchObject({ status: 503, body: { code: 'BUSY' }, headers: { 'retry-after': '2' } });
});

test('A9 a second server on the same data is refused', () => {
  const { dataDir } = test_.config;
  const held = holdDataDir(dataDir);
  expect(() => holdDataDir(dataDir)).toThrow('in use by another');
  held.release();
  holdDataDir(dataDir).release();
});

test('A9 the data stays held after the garbage collector ran', async () => {
  const dataDir = join(test_.config.dataDir, 'held');
  mkdirSync(dataDir);
  holdDataDir(dataDir);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 10; i++) {
    collect();
    await setTimeout(5);
  }
  expect(() => holdDataDir(dataDir)).toThrow('in use by another');
});
