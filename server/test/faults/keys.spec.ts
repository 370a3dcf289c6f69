import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config';
import { dataSourceOptions } from '../../src/database/data-source';
import { keyUse } from '../../src/operation/sealed-columns';
import { faultLuck } from '../support/fault-run';
import { type Answer, fire } from '../support/load';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';
import { changedAnswers, makeScene } from '../support/scene';
import { startServer } from '../support/server-process';

const [RESIDENTS, KILLS] = process.env.FAULTS === 'full' ? [5000, 30] : [400, 3];
const KEYS = join(__dirname, '../../dist/src/operation/keys.cli.js');

jest.setTimeout(600_000);

let mariadb: ThrowAwayMariadb;

beforeAll(async () => {
  mariadb = await startMariadb({ durable: true });
});
afterAll(() => mariadb.stop());

test('keys are changed while two replicas serve, the command killed again and again: all is under the new key', async () => {
  const scene = await makeScene(mariadb.url, 1_000_000, RESIDENTS);
  const [old, fresh] = [scene.env.FIELD_KEYS!, `2:${randomBytes(32).toString('base64')}`];
  // What seals is last: first every server opens the new key, then every server seals with it.
  const servers = [await startServer({ ...scene.env, FIELD_KEYS: `${fresh},${old}` })];
  await fire(scene.load([servers[0]!.port]));
  servers.push(await startServer({ ...scene.env, FIELD_KEYS: `${old},${fresh}` }));
  const ports = servers.map(({ port }) => port);
  const env = { ...process.env, ...scene.env, FIELD_KEYS: `${old},${fresh}` };
  const rotate = () => spawn(process.execPath, [KEYS, 'rotate'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const journal: Answer[] = [];
  let going = true;
  const loading = (async () => {
    while (going) await fire(scene.load(ports, { conns: 4 }), (answer) => journal.push(answer));
  })();
  for (let kill = 0; kill < KILLS; kill++) {
    const command = rotate();
    await once(command.stdout, 'data');
    await wait(faultLuck() * 200);
    command.kill('SIGKILL');
    await once(command, 'close');
  }
  going = false;
  await loading;
  // The one that still sealed with the old key is gone.
  await servers[0]!.stop();
  const last = rotate();
  expect((await once(last, 'close'))[0]).toBe(0);
  expect([...new Set(journal.map(({ status }) => status))]).toEqual([201]);
  expect(changedAnswers(journal)).toEqual([]);
  const source = await new DataSource(dataSourceOptions(loadConfig(env))).initialize();
  const { byKey, unknown } = await keyUse(source.manager, [1, 2]);
  await source.destroy();
  expect([byKey.get(1), unknown]).toEqual([0, 0]);
  expect(byKey.get(2)).toBeGreaterThan(RESIDENTS);
  await servers[1]!.stop();
  scene.remove();
});
