import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { type Galera, startGalera, wsrepStatus } from '../support/galera';
import { type Answer, fire, type Measured } from '../support/load';
import { changedAnswers, makeScene, type Scene } from '../support/scene';
import { type ServerProcess, startServer } from '../support/server-process';

/** FAULTS=full is the size of docs' acceptance; without it the same in a few minutes. */
const SIZE = process.env.FAULTS === 'full' ? { residents: 5000, seats: 500 } : { residents: 400, seats: 150 };
const UNLIMITED = 1_000_000;

jest.setTimeout(1_800_000);

let galera: Galera;

beforeAll(async () => {
  galera = await startGalera();
});
afterAll(() => galera?.stop());

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

/** The scene's servers on one node, whatever the balancer says. */
const onNode = (scene: Scene, node: number): Record<string, string> => ({
  ...scene.env,
  DATABASE_URL: galera.nodes[node]!.url + new URL(scene.env.DATABASE_URL ?? '').pathname,
});

/** A seat, "full" or "busy, ask again"; a connection that broke is no answer. */
const others = ({ statuses }: Measured, ...wanted: number[]): string[] =>
  Object.keys(statuses).filter((status) => !wanted.includes(Number(status)));

/** Runs `act` once this many answers have come. */
const after = (answers: number, act: () => void) => {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen === answers) act();
  };
};

/** Everybody has the answer they were first given, and every node the same ledger. */
async function holds(scene: Scene, journal: Answer[]): Promise<void> {
  expect(changedAnswers(journal)).toEqual([]);
  expect(await scene.faults(journal)).toEqual([]);
}

test('three replicas on the cluster, one of them killed: every seat once, none acknowledged and missing', async () => {
  const scene = await makeScene(galera.url, SIZE.seats, SIZE.residents);
  const servers = await serveAll([scene.env, scene.env, scene.env]);
  const ports = servers.map(({ port }) => port);
  const journal: Answer[] = [];
  const count = after(SIZE.residents / 5, () => void servers[0]!.kill());
  const first = await fire(scene.load(ports, { conns: 128 }), (answer) => {
    journal.push(answer);
    count();
  });
  expect(others(first, 0, 201, 409, 503)).toEqual([]);
  const again = await fire(scene.load(ports.slice(1), { patient: true }), (answer) => journal.push(answer));
  expect(others(again, 201, 409)).toEqual([]);
  expect(await scene.taken()).toBe(SIZE.seats);
  await holds(scene, journal);
  scene.remove();
});

test('replicas that write to two nodes at once never give a seat twice: COMMIT’s conflicts are tried again', async () => {
  const scene = await makeScene(galera.url, SIZE.seats, SIZE.residents);
  const servers = await serveAll([0, 1].map((node) => onNode(scene, node)));
  const journal: Answer[] = [];
  const ports = servers.map(({ port }) => port);
  const met = await fire(scene.load(ports, { patient: true }), (answer) => journal.push(answer));
  expect(others(met, 201, 409, 503)).toEqual([]);
  const lost = await Promise.all(
    galera.nodes.flatMap(({ url }) =>
      ['wsrep_local_cert_failures', 'wsrep_local_bf_aborts'].map((name) => wsrepStatus(url, name)),
    ),
  );
  // They did meet.
  expect(lost.map(Number).reduce((sum, one) => sum + one)).toBeGreaterThan(0);
  expect(await scene.taken()).toBe(SIZE.seats);
  await holds(scene, journal);
  scene.remove();
});

test('what one node acknowledged is read at once on another', async () => {
  const scene = await makeScene(galera.url, UNLIMITED, 50);
  const server = await serve(onNode(scene, 0));
  const elsewhere = await createConnection(onNode(scene, 1).DATABASE_URL ?? '');
  for (let i = 0; i < 50; i++) {
    const load = scene.load([server.port], { requests: 1, tokens: [scene.tokens[i]!], key: `fresh-${i}` });
    let id = '';
    await fire(load, ({ body }) => {
      id = (JSON.parse(body) as { id: string }).id;
    });
    const [rows] = await elsewhere.query('SELECT id FROM registrations WHERE id = ?', [id]);
    expect(rows).toHaveLength(1);
  }
  await elsewhere.end();
  scene.remove();
});

test('the database node everybody writes to is killed: the replicas go on with another, and nothing is lost', async () => {
  const scene = await makeScene(galera.url, UNLIMITED, SIZE.residents);
  const servers = await serveAll([scene.env, scene.env]);
  const journal: Answer[] = [];
  const count = after(SIZE.residents / 4, () => void galera.nodes[0]!.crash().then(() => galera.turnTo(1)));
  const ports = servers.map(({ port }) => port);
  const met = await fire(scene.load(ports), (answer) => {
    journal.push(answer);
    count();
  });
  expect(others(met, 0, 201, 503)).toEqual([]);
  const again = await fire(scene.load(ports, { patient: true }), (answer) => journal.push(answer));
  expect(again.statuses[201]).toBe(SIZE.residents);
  await holds(scene, journal);
  await galera.rejoin(0);
  const back = await createConnection(onNode(scene, 0).DATABASE_URL ?? '');
  const [[row]] = (await back.query('SELECT COUNT(*) AS n FROM registrations')) as unknown as [[{ n: number }]];
  await back.end();
  expect(row.n).toBe(SIZE.residents);
  scene.remove();
});

test('every node and every replica is restarted in turn under load: who is told "busy" asks again, and all get seats', async () => {
  const scene = await makeScene(galera.url, UNLIMITED, SIZE.residents);
  let servers = await serveAll([scene.env, scene.env]);
  const journal: Answer[] = [];
  let going = true;
  const loading = (async () => {
    while (going) {
      const ports = servers.map(({ port }) => port);
      const met = await fire(scene.load(ports, { patient: true, conns: 8 }), (answer) => journal.push(answer));
      expect(others(met, 0, 200, 201, 503)).toEqual([]);
      await wait(50);
    }
  })();
  for (const node of [0, 1, 2]) {
    galera.turnTo((node + 1) % 3);
    await galera.nodes[node]!.shutDown();
    await wait(2000);
    await galera.rejoin(node);
  }
  for (const old of [...servers]) {
    const fresh = await serve(scene.env);
    servers = servers.map((one) => (one === old ? fresh : one));
    await old.stop();
  }
  going = false;
  await loading;
  const last = await fire(
    scene.load(
      servers.map(({ port }) => port),
      { patient: true },
    ),
    (answer) => journal.push(answer),
  );
  expect(last.statuses[201]).toBe(SIZE.residents);
  await holds(scene, journal);
  scene.remove();
});
