import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import type { Config } from '../src/config';
import { dataSourceOptions } from '../src/database/data-source';
import { Account } from '../src/modules/accounts/account.entity';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { Registration } from '../src/modules/registrations/registration.entity';
import { backUp } from '../src/operation/backup';
import { eraseAgain } from '../src/operation/erase-again';
import { restore } from '../src/operation/restore';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { residents } from './support/counters';
import { aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let sessionId: string;
let folder: string;

beforeAll(async () => {
  test_ = await startApp({ BACKUP_KEY: randomBytes(32).toString('base64') });
  const desk = await theDistrict(test_);
  sessionId = (await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 2000 }], partyMax: 5 })).id;
  folder = mkdtempSync(join(tmpdir(), 'openday-restoring-'));
});
afterAll(async () => {
  await test_.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The restored data, read as a server would. */
async function inRestored<T>(file: string, look: (config: Config, source: DataSource) => Promise<T>): Promise<T> {
  const config = { ...test_.config, dataDir: join(folder, 'restored') };
  if (onMariadb) {
    config.databaseUrl = `${test_.config.databaseUrl}_r`;
    const name = new URL(config.databaseUrl).pathname.slice(1);
    const connection = await createConnection(process.env.TEST_MARIADB_URL ?? '');
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await connection.end();
  }
  await restore(config, file);
  if (onMariadb) await expect(restore(config, file)).rejects.toThrow('没有动它');
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const found = await look(config, source);
  if (onMariadb) await source.dropDatabase();
  await source.destroy();
  return found;
}

test('a backup made while residents register holds all that was answered before it, and its ledger agrees', async () => {
  const all = await residents(test_, ...Array.from({ length: 40 }, (_, i) => `备份期间${i}`));
  const before: string[] = [];
  let going = true;
  const writing = (async () => {
    for (const who of all) {
      if (!going) break;
      before.push((await register(who, sessionId, { seats: 2 })).body.id);
    }
  })();
  while (before.length < 5) await wait(5);
  const answered = [...before];
  const file = join(folder, 'one.backup');
  await backUp(test_.config, file);
  going = false;
  await writing;
  const { rows, faults } = await inRestored(file, async (_, { manager }) => ({
    rows: await manager.find(Registration, { select: { id: true } }),
    faults: await ledgerFaults(manager),
  }));
  const ids = new Set(rows.map(({ id }) => id));
  expect(faults).toEqual([]);
  expect(answered.filter((id) => !ids.has(id))).toEqual([]);
});

test('who deleted their account since the backup is deleted again after it is restored', async () => {
  const [gone, stays] = await residents(test_, '备份后走的', '备份后留的');
  const file = join(folder, 'erased.backup');
  const idOf = async (who: Api) => (await who.get<{ id: string }>('/me')).body.id;
  const [goneId, staysId] = [await idOf(gone!), await idOf(stays!)];
  await register(gone!, sessionId);
  await backUp(test_.config, file);
  expect((await gone!.call('DELETE', '/me', { confirm: '删除' }, {})).status).toBe(200);
  // The journal is the machine's, not the backup's.
  const journal = join(folder, 'erasures.log');
  copyFileSync(join(test_.config.dataDir, 'erasures.log'), journal);
  expect(readFileSync(journal, 'utf8')).not.toContain(goneId);
  await inRestored(file, async (config, source) => {
    const there = (id: string) => source.manager.existsBy(Account, { id });
    expect([await there(goneId), await there(staysId)]).toEqual([true, true]);
    expect([await eraseAgain(config, [journal]), await eraseAgain(config, [journal])]).toEqual([1, 0]);
    expect([await there(goneId), await there(staysId)]).toEqual([false, true]);
    expect(await ledgerFaults(source.manager)).toEqual([]);
  });
});

test('a backup that was altered, cut short or sealed with another key is refused, and nothing is changed', async () => {
  const file = join(folder, 'two.backup');
  await backUp(test_.config, file);
  const whole = readFileSync(file);
  const head = whole.indexOf('\n');
  const flipped = Buffer.from(whole);
  flipped[head + 200]! ^= 1;
  for (const bytes of [flipped, whole.subarray(0, -100), Buffer.from(whole.toString('latin1').replace('20', '21'))]) {
    writeFileSync(file, bytes);
    await expect(restore(test_.config, file)).rejects.toThrow('打不开');
  }
  writeFileSync(file, whole);
  await expect(restore({ ...test_.config, backupKey: randomBytes(32) }, file)).rejects.toThrow('打不开');
  await expect(restore({ ...test_.config, backupKey: null }, file)).rejects.toThrow('没有 BACKUP_KEY');
  expect((await test_.anonymous.get(`/sessions/${sessionId}`)).status).toBe(200);
});
