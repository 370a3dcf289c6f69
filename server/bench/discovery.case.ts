import { rmSync } from 'node:fs';
import { FORMS } from '@openday/shared/forms';
import { TOPICS } from '@openday/shared/topics';
import { serverEnv } from '../test/support/district';
import { median, newDatabase, newDataDir } from './district-of-its-own';
import { CENTRE, HALF_DEGREES, makeSessions, numbers } from './many-sessions';
import { startLoad, startServer } from './processes';

const PORT = 39_451;
const [BUSY, CALM] = [64, 4];
const GOALS = { ratio: 0.7, p99: 1.5 };
const DAY_MS = 86_400_000;

/**
 * Nearest 20 within 5 km with filters: requests a second as a ratio to an empty GET of the same server, which reads and
 * checks the same query, taken in turn; and the slowest hundredth at the larger size to that at the smaller.
 */
export async function benchDiscovery(
  db: 'embedded' | 'mariadb',
  mariadb: string | null,
  { requests, rounds, sessions: sizes }: { requests: number; rounds: number; sessions: number[] },
): Promise<void> {
  const client = startLoad();
  const sides = [];
  for (const [i, sessions] of sizes.entries()) {
    const dataDir = newDataDir();
    const env = serverEnv(dataDir, mariadb && (await newDatabase(mariadb)));
    const { units } = await makeSessions(env, sessions);
    const server = await startServer({ ...env, BENCH_INDEX: '1' }, PORT + i);
    const queries = someQueries(units, requests);
    const paths = (route: string) => queries.map((query) => `${route}?${query}`);
    const fire = async (route: string, conns: number) => {
      const before = await server.used();
      const of = { ports: [server.port], conns, requests, paths: paths(route), etag: '', body: '', key: '' };
      const measured = await client.fire(of);
      return { ...measured, cpuMicros: ((await server.used()).cpuMicros - before.cpuMicros) / requests };
    };
    sides.push({ sessions, dataDir, server, fire, runs: [] as { found: Run; empty: Run; plain: Run; calm: Run }[] });
  }
  for (let round = 0; round <= rounds; round++)
    for (const { fire, runs } of sides) {
      const empty = await fire('/api/bench/find', BUSY);
      const found = await fire('/api/sessions', BUSY);
      const plain = await fire('/api/bench/find/plain', BUSY);
      const calm = await fire('/api/sessions', CALM);
      if (round) runs.push({ found, empty, plain, calm });
    }
  const p99 = sides.map(({ runs }) => median(runs.map(({ calm }) => calm.p99Ms)));
  for (const [i, { sessions, runs, server }] of sides.entries()) {
    const of = (what: (run: (typeof runs)[number]) => number) => Number(median(runs.map(what)).toFixed(3));
    const { index, peakMb } = await server.used();
    console.info(
      JSON.stringify({
        db,
        case: 'discovery',
        sessions,
        goals: GOALS,
        ratio: of(({ found, empty }) => found.perSecond / empty.perSecond),
        ratioToPlain: of(({ found, plain }) => found.perSecond / plain.perSecond),
        cpuMicros: Math.round(of(({ found }) => found.cpuMicros)),
        emptyCpuMicros: Math.round(of(({ empty }) => empty.cpuMicros)),
        perSecond: Math.round(of(({ found }) => found.perSecond)),
        p50Ms: of(({ calm }) => calm.p50Ms),
        p99Ms: of(({ calm }) => calm.p99Ms),
        p99ToSmallest: Number((p99[i]! / p99[0]!).toFixed(2)),
        statuses: runs.at(-1)?.found.statuses,
        index,
        peakMb,
      }),
    );
  }
  client.stop();
  for (const { server, dataDir } of sides) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Run = Awaited<ReturnType<ReturnType<typeof startLoad>['fire']>> & { cpuMicros: number };

/** Points all over the district, each with none, one or two of the filters a resident has. */
function someQueries(units: string[], count: number): string[] {
  const below = numbers(7);
  const one = <T>(list: readonly T[]): T => list[Math.floor(below(list.length))]!;
  const at = (days: number) => new Date(Math.ceil(Date.now() / DAY_MS + days) * DAY_MS).toISOString();
  const filters = [
    () => '',
    () => '',
    () => '&open=true',
    () => '&accessible=true',
    () => `&form=${one(FORMS)}`,
    () => `&topic=${one(TOPICS)}`,
    () => `&organizer=${one(units)}`,
    () => `&from=${at(3)}&to=${at(5)}`,
    () => `&q=${encodeURIComponent(one(['社保', '消防', 'jiaojing', '参观', 'sbdt', '议事']))}`,
  ];
  return Array.from({ length: count }, () => {
    const lng = CENTRE.lng + below(2 * HALF_DEGREES.lng) - HALF_DEGREES.lng;
    const lat = CENTRE.lat + below(2 * HALF_DEGREES.lat) - HALF_DEGREES.lat;
    const [first, second] = [one(filters)(), one(filters)()];
    const name = (filter: string) => filter.split('=')[0];
    const both = name(first) === name(second) ? first : first + second;
    return `lng=${lng.toFixed(5)}&lat=${lat.toFixed(5)}&radius=5000&limit=20${both}`;
  });
}
