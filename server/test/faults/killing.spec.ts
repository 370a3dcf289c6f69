import { setTimeout as wait } from 'node:timers/promises';
import { openDatabaseProxy } from '../support/database-proxy';
import { faultLuck } from '../support/fault-run';
import { type Answer, fire } from '../support/load';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';
import { changedAnswers, makeScene } from '../support/scene';
import { type ServerProcess, startServer } from '../support/server-process';

/** FAULTS=full is the size of docs' acceptance; without it the same in a few minutes. */
const FULL = process.env.FAULTS === 'full';
const SIZE = FULL ? { residents: 5000, seats: 500, kills: 30 } : { residents: 400, seats: 150, kills: 3 };

jest.setTimeout(FULL ? 3_600_000 : 600_000);

let mariadb: ThrowAwayMariadb;

beforeAll(async () => {
  mariadb = await startMariadb({ durable: true, args: ['--innodb-lock-wait-timeout=1'] });
});
afterAll(() => mariadb.stop());

const serving: ServerProcess[] = [];

async function serve(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServer(env);
  serving.push(server);
  return server;
}

// A test that fails leaves none behind.
afterEach(async () => {
  for (const server of serving.splice(0)) await server.kill();
});

/** Runs `act` once this many answers have come. */
const after = (answers: number, act: () => void) => {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen === answers) act();
  };
};

/** Everybody is answered, by a seat or by "full"; a broken connection is no answer. */
const answeredAll = (statuses: Record<number, number>) =>
  expect(Object.keys(statuses).filter((status) => !['0', '201', '409', '503'].includes(status))).toEqual([]);

test('A1 residents on three replicas, one killed in the middle: every seat once, none acknowledged and missing', async () => {
  const scene = await makeScene(mariadb.url, SIZE.seats, SIZE.residents);
  const servers = await Promise.all([1, 2, 3].map(() => serve(scene.env)));
  const ports = servers.map(({ port }) => port);
  const journal: Answer[] = [];
  const count = after(SIZE.residents / 5, () => void servers[0]!.kill());
  const { statuses } = await fire(scene.load(ports, { conns: 256 }), (answer) => {
    journal.push(answer);
    count();
  });
  answeredAll(statuses);
  expect(statuses[0]).toBeGreaterThan(0);
  const again = await fire(scene.load(ports.slice(1), { patient: true }), (answer) => journal.push(answer));
  expect(Object.keys(again.statuses).filter((status) => !['201', '409', '503'].includes(status))).toEqual([]);
  expect(await scene.taken()).toBe(SIZE.seats);
  expect(again.statuses[201]).toBe(SIZE.seats / 2);
  expect(changedAnswers(journal)).toEqual([]);
  expect(await scene.faults(journal)).toEqual([]);
  for (const server of servers) await server.stop();
  scene.remove();
});

test.each(['mariadb', 'embedded'])(
  'A7 a server killed at any step of a transaction has stored what it acknowledged (%s)',
  async (db) => {
    const scene = await makeScene(db === 'mariadb' ? mariadb.url : null, 1_000_000, SIZE.residents);
    const journal: Answer[] = [];
    for (let kill = 0; kill < SIZE.kills; kill++) {
      const server = await serve(scene.env);
      const late = faultLuck() * 20;
      const count = after(1 + Math.floor((faultLuck() * SIZE.residents) / 3), () => void wait(late).then(server.kill));
      const gone = new AbortController();
      void server.gone.then(() => gone.abort());
      const hear = (answer: Answer) => {
        journal.push(answer);
        count();
      };
      await fire(scene.load([server.port]), hear, gone.signal);
      await server.kill();
      expect(await scene.faults(journal)).toEqual([]);
    }
    const server = await serve(scene.env);
    const { statuses } = await fire(scene.load([server.port]), (answer) => journal.push(answer));
    expect(statuses).toEqual({ 201: SIZE.residents });
    await server.stop();
    expect(changedAnswers(journal)).toEqual([]);
    expect(await scene.faults(journal)).toEqual([]);
    expect(await scene.taken()).toBe(2 * SIZE.residents);
    scene.remove();
  },
);

/** The trips of the transaction that registers, in their order. COMMIT goes with the rows. */
const STEPS = [/FROM `event_sessions`[^;]*FOR UPDATE/, /UPDATE quotas/, /INSERT INTO `registrations`.*COMMIT$/s];
const POINTS = STEPS.flatMap((step) => (['before', 'after'] as const).map((when) => ({ step, when })));

test.each(['server', 'database'] as const)(
  'A7 kill -9 of the %s before and after each step: what was acknowledged is stored, and asking again gives one seat',
  async (victim) => {
    const PARTIES = 10;
    const scene = await makeScene(mariadb.url, 1_000_000, PARTIES * POINTS.length);
    const proxy = await openDatabaseProxy(mariadb.port);
    const url = new URL(scene.env.DATABASE_URL ?? '');
    url.port = String(proxy.port);
    const env = { ...scene.env, DATABASE_URL: url.href };
    let server = await serve(env);
    for (const [i, { step, when }] of POINTS.entries()) {
      const tokens = scene.tokens.slice(i * PARTIES, (i + 1) * PARTIES);
      const load = (patient: boolean) =>
        scene.load([server.port], { requests: PARTIES, tokens, key: `point-${i}`, patient });
      const journal: Answer[] = [];
      const hear = (answer: Answer) => void journal.push(answer);
      const ended = new AbortController();
      const killed = proxy.at(step, when, victim === 'server' ? server.kill : mariadb.crash);
      void killed.then(() => ended.abort());
      await fire(load(false), hear, ended.signal);
      await killed;
      if (victim === 'server') server = await serve(env);
      else await mariadb.start();
      const { statuses } = await fire(load(true), hear);
      expect({ step, when, seats: statuses[201] }).toEqual({ step, when, seats: PARTIES });
      expect(Object.keys(statuses).filter((status) => !['201', '503'].includes(status))).toEqual([]);
      expect(changedAnswers(journal)).toEqual([]);
      expect(await scene.faults(journal)).toEqual([]);
      expect(await scene.taken()).toBe(2 * PARTIES * (i + 1));
    }
    await server.stop();
    await proxy.close();
    scene.remove();
  },
);

test('A8 the database killed under load loses nothing acknowledged, and is served again within 30 s of its return', async () => {
  const scene = await makeScene(mariadb.url, 1_000_000, SIZE.residents);
  const server = await serve(scene.env);
  const journal: Answer[] = [];
  let back = Promise.resolve();
  const count = after(SIZE.residents / 4, () => {
    back = mariadb.crash().then(() => mariadb.start());
  });
  const { statuses } = await fire(scene.load([server.port]), (answer) => {
    journal.push(answer);
    count();
  });
  answeredAll(statuses);
  await back;
  const returned = Date.now();
  while (!(await fetch(`http://127.0.0.1:${server.port}/health/ready`)).ok) {
    expect(Date.now() - returned).toBeLessThan(90_000);
    await wait(200);
  }
  const again = await fire(scene.load([server.port], { patient: true }), (answer) => journal.push(answer));
  expect(again.statuses[201]).toBe(SIZE.residents);
  expect(changedAnswers(journal)).toEqual([]);
  expect(await scene.faults(journal)).toEqual([]);
  await server.stop();
  scene.remove();
});

test('A9 a second server on the same embedded data is refused, and the first goes on', async () => {
  const scene = await makeScene(null, 1_000_000, 50);
  const server = await serve(scene.env);
  await expect(startServer(scene.env)).rejects.toThrow('in use by another');
  expect((await fire(scene.load([server.port]))).statuses).toEqual({ 201: 50 });
  await server.stop();
  scene.remove();
});

test('A10 a lock held for seconds is waited for, or refused as busy; asking again succeeds', async () => {
  const scene = await makeScene(mariadb.url, 1_000_000, 20);
  const server = await serve(scene.env);
  const holder = await scene.connection();
  await holder.query('START TRANSACTION');
  await holder.query('SELECT id FROM event_sessions FOR UPDATE');
  const load = fire(scene.load([server.port], { patient: true }));
  await wait(3000);
  await holder.query('ROLLBACK');
  await holder.end();
  const { statuses } = await load;
  expect(statuses[201]).toBe(20);
  expect(Object.keys(statuses).filter((status) => !['201', '503'].includes(status))).toEqual([]);
  await server.stop();
  scene.remove();
});

test('A12 ten times the connections it needs: everybody gets a seat or "busy" with Retry-After, and live answers', async () => {
  const residents = FULL ? 20_000 : 2000;
  const scene = await makeScene(mariadb.url, 1_000_000, residents);
  const server = await serve(scene.env);
  let slowest = 0;
  let going = true;
  const probing = (async () => {
    while (going) {
      const asked = Date.now();
      await fetch(`http://127.0.0.1:${server.port}/health/live`);
      slowest = Math.max(slowest, Date.now() - asked);
      await wait(100);
    }
  })();
  const { statuses } = await fire(scene.load([server.port], { conns: FULL ? 2560 : 1000, patient: true }));
  going = false;
  await probing;
  expect(Object.keys(statuses).filter((status) => !['201', '503'].includes(status))).toEqual([]);
  expect(statuses[201]).toBe(residents);
  expect(slowest).toBeLessThan(3000);
  expect(await scene.faults([])).toEqual([]);
  await server.stop();
  scene.remove();
});
