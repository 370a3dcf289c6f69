import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultSeed } from '../support/fault-run';
import { type Answer, fire } from '../support/load';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';
import { openProxy } from '../support/proxy';
import { changedAnswers, makeScene } from '../support/scene';
import { type ServerProcess, startServer } from '../support/server-process';

const RESIDENTS = process.env.FAULTS === 'full' ? 5000 : 300;

jest.setTimeout(1_200_000);

let mariadb: ThrowAwayMariadb;

beforeAll(async () => {
  mariadb = await startMariadb({ durable: true });
});
afterAll(() => mariadb.stop());

const serving: ServerProcess[] = [];

async function serve(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServer(env);
  serving.push(server);
  return server;
}

/** One after the other: started together they take as long, and each longer. */
async function serveAll(envs: Record<string, string>[]): Promise<ServerProcess[]> {
  const servers: ServerProcess[] = [];
  for (const env of envs) servers.push(await serve(env));
  return servers;
}

// A test that fails leaves none behind.
afterEach(async () => {
  for (const server of serving.splice(0)) await server.kill();
});

test('A49 three servers behind a balancer restarted in turn by SIGTERM, under load: no request fails', async () => {
  const scene = await makeScene(mariadb.url, 1_000_000, RESIDENTS);
  const env = { ...scene.env, DRAIN_SECONDS: '4' };
  const servers = await serveAll([env, env, env]);
  const proxy = await openProxy(servers.map(({ port }) => port));
  const journal: Answer[] = [];
  let going = true;
  const loading = (async () => {
    while (going) await fire(scene.load([proxy.port], { conns: 8 }), (answer) => journal.push(answer));
  })();
  for (const old of servers) {
    const fresh = await serve(env);
    await Promise.all([old.stop(), proxy.left(old.port)]);
    proxy.replace(old.port, fresh.port);
  }
  going = false;
  await loading;
  await proxy.close();
  expect(journal.length).toBeGreaterThan(RESIDENTS);
  expect(journal.filter(({ status }) => status !== 201)).toEqual([]);
  expect(changedAnswers(journal)).toEqual([]);
  expect(await scene.faults(journal)).toEqual([]);
  scene.remove();
});

test.each(['mariadb', 'embedded'])(
  'A13 requests that arrive twice and answers that are lost change nothing: asked again, each has the same seats (%s)',
  async (db) => {
    const scene = await makeScene(db === 'mariadb' ? mariadb.url : null, 1_000_000, RESIDENTS);
    const server = await serve(scene.env);
    const proxy = await openProxy([server.port], faultSeed);
    const journal: Answer[] = [];
    const hear = (answer: Answer) => journal.push(answer);
    await fire(scene.load([proxy.port]), hear);
    await fire(scene.load([proxy.port]), hear);
    await proxy.close();
    const { statuses } = await fire(scene.load([server.port], { patient: true }), hear);
    const found = {
      statuses,
      dropped: journal.some(({ status }) => status === 0),
      changed: changedAnswers(journal),
      faults: await scene.faults(journal),
      taken: await scene.taken(),
    };
    const whole = { statuses: { 201: RESIDENTS }, dropped: true, changed: [], faults: [], taken: 2 * RESIDENTS };
    expect(found).toEqual(whole);
    scene.remove();
  },
);

test('A50 a production server without secrets, or with weak ones, does not start and names each', async () => {
  const production = { NODE_ENV: 'production', DATA_DIR: mkdtempSync(join(tmpdir(), 'openday-weak-')) };
  const none = startServer({ ...production, JWT_SECRET: '', FIELD_KEYS: '', INDEX_KEY: '' });
  await expect(none).rejects.toThrow(/JWT_SECRET.*FIELD_KEYS.*INDEX_KEY/s);
  const key = randomBytes(32).toString('base64');
  const weak = startServer({ ...production, JWT_SECRET: 'a'.repeat(64), FIELD_KEYS: `1:${key}`, INDEX_KEY: key });
  await expect(weak).rejects.toThrow(/Cannot start:\n {2}- JWT_SECRET[^\n]*\n$/);
});
