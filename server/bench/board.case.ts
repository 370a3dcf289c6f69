import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { serverEnv } from '../test/support/district';
import { median, newDatabase, newDataDir } from './district-of-its-own';
import { type ManyRegistrations, makeRegistrations } from './many-registrations';
import { startLoad, startServer } from './processes';

const PORT = 39_471;
const CONNS = 64;
const GOALS = { district: 0.3, unit: 0.6, growth: 1.3 };
const BODY = JSON.stringify({ seats: 1 });
const DAY_MS = 86_400_000;

/** A registration each so many ms. */
const PACE_MS = 50;

/**
 * What is asked, by whom. `each`: so that no two questions are alike, and none was answered before. `busy`: while the counters
 * change under it.
 */
const CASES = {
  district: { desk: 'district', path: '/api/reports/board' },
  unit: { desk: 'unit', path: '/api/reports/board' },
  'district, while registrations come in': { desk: 'district', path: '/api/reports/board', busy: true },
  weeks: { desk: 'district', path: '/api/reports/board/weeks' },
  rows: { desk: 'district', path: '/api/reports/attendance?limit=20' },
  'district, each another': { desk: 'district', path: '/api/reports/board', each: true },
  'unit, each another': { desk: 'unit', path: '/api/reports/board', each: true },
} as const satisfies Record<string, { desk: keyof ManyRegistrations['desks']; path: string; each?: true; busy?: true }>;
type Case = keyof typeof CASES;

/**
 * The board over so many registrations and sessions: requests a second as a ratio to the empty GET of the same server with
 * the same token, taken in turn; and its time as a multiple of that with 10,000 registrations in as many sessions.
 */
export async function benchBoard(
  db: 'embedded' | 'mariadb',
  mariadb: string | null,
  { requests, rounds, older }: { requests: number; rounds: number; older: number },
): Promise<void> {
  const sessions = Number(process.env.BENCH_BOARD_SESSIONS ?? 20_000);
  const client = startLoad();
  const sides = [];
  for (const [i, registrations] of [10_000, older].entries()) {
    const dataDir = newDataDir();
    const env = serverEnv(dataDir, mariadb && (await newDatabase(mariadb)));
    const { desks, residents, coming } = await makeRegistrations(env, sessions, registrations);
    const server = await startServer(env, PORT + i);
    const fire = (path: string, token: string, count: number, each = false) =>
      client.fire({
        ports: [server.port],
        conns: CONNS,
        requests: count,
        paths: each ? different(path, count) : [path],
        tokens: Array<string>(count).fill(token),
        etag: '',
        body: '',
        key: '',
      });
    const began = performance.now();
    await fire(CASES.district.path, desks.district, 1);
    const firstMs = Math.round(performance.now() - began);
    const register = () =>
      registering(`http://127.0.0.1:${server.port}/api/sessions/${coming}/registrations`, residents);
    sides.push({ registrations, dataDir, server, desks, fire, firstMs, register, rounds: [] as Round[] });
  }
  for (let round = 0; round <= rounds; round++)
    for (const { fire, desks, register, rounds: done } of sides) {
      const measured = {} as Round;
      for (const [name, one] of Object.entries(CASES) as [
        Case,
        { desk: keyof typeof desks; path: string; each?: true; busy?: true },
      ][]) {
        const empty = await fire('/api/bench/noop', desks[one.desk], requests);
        const stop = one.busy ? register() : null;
        const own = await fire(one.path, desks[one.desk], one.each ? Math.ceil(requests / 4) : requests, one.each);
        await stop?.();
        measured[name] = { ratio: own.perSecond / empty.perSecond, seconds: 1 / own.perSecond, statuses: own.statuses };
      }
      if (round) done.push(measured);
    }
  for (const name of Object.keys(CASES) as Case[]) {
    const ratio = sides.map(({ rounds: done }) => median(done.map((one) => one[name].ratio)));
    const [small, large] = sides.map(({ rounds: done }) => median(done.map((one) => one[name].seconds)));
    console.info(
      JSON.stringify({
        db,
        case: `board: ${name}`,
        sessions,
        registrations: sides.map(({ registrations }) => registrations),
        goals: GOALS,
        ratio: ratio.map((one) => Number(one.toFixed(3))),
        growth: Number((large! / small!).toFixed(2)),
        perSecond: Math.round(1 / large!),
        statuses: sides.at(-1)?.rounds.at(-1)?.[name].statuses,
      }),
    );
  }
  console.info(JSON.stringify({ db, case: 'board: the first question', ms: sides.map(({ firstMs }) => firstMs) }));
  client.stop();
  for (const { server, dataDir } of sides) {
    console.info(`peak memory of the server: ${(await server.used()).peakMb} MB`);
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Round = Record<Case, { ratio: number; seconds: number; statuses: Record<number, number> }>;

/** Has one resident after the other register, until what is returned is called. Throws where one is refused. */
function registering(url: string, tokens: string[]): () => Promise<void> {
  let isOn = true;
  const all = (async () => {
    while (isOn) {
      const headers = {
        authorization: `Bearer ${tokens.pop()}`,
        'content-type': 'application/json',
        'idempotency-key': `board-${tokens.length}`,
      };
      const answer = await fetch(url, { method: 'POST', headers, body: BODY });
      if (answer.status !== 201) throw new Error(`a registration was answered with ${await answer.text()}`);
      await wait(PACE_MS);
    }
  })();
  return () => {
    isOn = false;
    return all;
  };
}

/** Ranges of days that begin at another second each. */
const different = (path: string, count: number): string[] =>
  Array.from({ length: count }, () => {
    const from = Date.now() - 30 * DAY_MS + Math.floor(Math.random() * 30 * DAY_MS);
    return `${path}?from=${new Date(from).toISOString()}&to=${new Date(from + 30 * DAY_MS).toISOString()}`;
  });
