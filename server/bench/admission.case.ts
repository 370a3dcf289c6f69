import { rmSync } from 'node:fs';
import { ANSWER, makeDistrict, serverEnv } from '../test/support/district';
import type { Load, Measured } from '../test/support/load';
import { median, newDatabase, newDataDir } from './district-of-its-own';
import { startLoad, startServer } from './processes';

export interface Row {
  db: string;
  case: string;
  conns: number;
  /** Median over the rounds of this case's rate to its reference's in the same round. */
  ratio: number;
  goal: number | null;
  perSecond: number;
  /** Of the empty route, or of what else it is held against. */
  referencePerSecond: number;
  /** Of the server, for a request of this case and of its reference. */
  cpuMicros: number;
  referenceCpuMicros: number;
  statuses: Measured['statuses'];
}

interface Case {
  name: string;
  conns: number;
  requests: number;
  goal: number | null;
  /** The load of a round; rounds count from 0, which only warms up. */
  load(round: number): Aim;
  /** Instead of the empty route, over as many connections. */
  reference?: (round: number) => Aim;
}

type Aim = Pick<Load, 'paths' | 'tokens'> & Partial<Load>;

export interface Size {
  requests: number;
  rounds: number;
}

const PORT = 39_411;
const ROOM = 10_000_000;
const BODY = JSON.stringify({ seats: 2, companions: [{ name: '王小丽' }], answers: [ANSWER] });

/** Every way a registration is loaded, each against as many empty requests of the same server, taken in turn. */
export async function benchAdmission(
  db: 'embedded' | 'mariadb',
  mariadb: string | null,
  { requests, rounds }: Size,
  only: string | undefined,
): Promise<Row[]> {
  const dataDir = newDataDir();
  const env = serverEnv(dataDir, mariadb && (await newDatabase(mariadb)));
  const crowd = 2000;
  const capacities = [...Array(106).fill(ROOM), ...Array(rounds + 1).fill(20), ROOM];
  const { sessionIds, tokens } = await makeDistrict(env, { capacities, residents: requests * (rounds + 1) });
  const register = (id: string | undefined) => `/api/sessions/${id}/registrations`;
  const share = (round: number, count: number) => tokens.slice(round * count, (round + 1) * count);
  const hot = (session: number) => (round: number) => ({
    paths: [register(sessionIds[session])],
    tokens: share(round, requests),
  });
  const empty = (round: number) => ({ paths: ['/api/bench/noop'], tokens: share(round, requests) });
  const cases: Case[] = [
    {
      name: 'an empty route without a token',
      conns: 256,
      requests,
      goal: null,
      load: () => ({ paths: ['/api/bench/noop/public'] }),
    },
    { name: 'one hot session', conns: 256, requests, goal: db === 'embedded' ? 0.5 : 0.6, load: hot(0) },
    { name: 'one hot session', conns: 64, requests, goal: db === 'embedded' ? 0.5 : 0.45, load: hot(1) },
    {
      name: '100 sessions',
      conns: 256,
      requests,
      goal: 0.45,
      load: (round) => ({ paths: sessionIds.slice(2, 102).map(register), tokens: share(round, requests) }),
    },
    {
      name: '20 seats, 2,000 residents',
      conns: 256,
      requests: crowd,
      goal: 0.7,
      load: (round) => ({ paths: [register(sessionIds[106 + round])], tokens: share(0, crowd) }),
    },
    {
      name: 'ten times the connections, to those it needs',
      conns: 2560,
      requests,
      goal: 0.8,
      load: (round) => ({ ...hot(103)(round), patient: true }),
      reference: (round) => ({ ...hot(104)(round), conns: 256 }),
    },
    {
      name: 'the plain way',
      conns: 256,
      requests: Math.min(requests, 600),
      goal: null,
      load: (round) => ({ paths: [`/api/bench/plain/${sessionIds[102]}`], tokens: share(round, 600) }),
    },
  ];
  const server = await startServer(env, PORT);
  const client = startLoad();
  const fire = async (conns: number, count: number, load: Aim, key: string) => {
    const before = await server.used();
    const measured = await client.fire({ ports: [PORT], conns, requests: count, body: BODY, key, ...load });
    return { ...measured, cpuMicros: ((await server.used()).cpuMicros - before.cpuMicros) / count };
  };
  const rows: Row[] = [];
  for (const one of cases.filter(({ name }) => !only || name.includes(only))) {
    const pairs: Awaited<ReturnType<typeof fire>>[][] = [];
    for (let round = 0; round <= rounds; round++) {
      const key = `${one.name}-${one.conns}-${round}`.replace(/[^\w-]/g, '');
      const aim = one.reference?.(round) ?? empty(round);
      const reference = await fire(one.conns, one.reference ? one.requests : requests, aim, `reference-${key}`);
      const own = await fire(one.conns, one.requests, one.load(round), key);
      if (round > 0) pairs.push([reference, own]);
    }
    const of = (which: 0 | 1, what: 'perSecond' | 'cpuMicros') => median(pairs.map((pair) => pair[which]![what]));
    rows.push({
      db,
      case: one.name,
      conns: one.conns,
      ratio: median(pairs.map(([reference, own]) => own!.perSecond / reference!.perSecond)),
      goal: one.goal,
      perSecond: of(1, 'perSecond'),
      referencePerSecond: of(0, 'perSecond'),
      cpuMicros: of(1, 'cpuMicros'),
      referenceCpuMicros: of(0, 'cpuMicros'),
      statuses: sum(pairs.map(([, own]) => own!.statuses)),
    });
    console.info(JSON.stringify(rows.at(-1)));
  }
  console.info(`peak memory of the server: ${(await server.used()).peakMb} MB`);
  client.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return rows;
}

function sum(all: Measured['statuses'][]): Measured['statuses'] {
  const total: Measured['statuses'] = {};
  for (const one of all)
    for (const [status, count] of Object.entries(one)) total[Number(status)] = (total[Number(status)] ?? 0) + count;
  return total;
}
