import { rmSync } from 'node:fs';
import { ANSWER, makeDistrict, serverEnv } from '../test/support/district';
import { median, newDatabase, newDataDir } from './district-of-its-own';
import { startLoad, startServer } from './processes';

const PORT = 39_431;
const BODY = JSON.stringify({ seats: 2, companions: [{ name: '王小丽' }], answers: [ANSWER] });

/**
 * What a registration costs with `older` in the table, against an empty one: two servers on two databases, loaded in turn.
 * Cost is the server's processor time and the time it took; 1 = the same.
 */
export async function benchGrowth(
  db: 'embedded' | 'mariadb',
  mariadb: string | null,
  { requests, rounds, older }: { requests: number; rounds: number; older: number },
): Promise<void> {
  const client = startLoad();
  const sides = [];
  for (const [i, standing] of [0, older].entries()) {
    const dataDir = newDataDir();
    const env = serverEnv(dataDir, mariadb && (await newDatabase(mariadb)));
    const district = await makeDistrict(env, {
      capacities: [10_000_000, 10_000_000],
      residents: requests * (rounds + 1),
      older: standing,
    });
    sides.push({ ...district, dataDir, server: await startServer(env, PORT + i) });
  }
  const seconds: number[][] = [];
  const cpu: number[][] = [];
  for (let round = 0; round <= rounds; round++) {
    const took = [];
    for (const { server, sessionIds, tokens } of sides) {
      const before = await server.used();
      const { perSecond } = await client.fire({
        ports: [server.port],
        conns: 256,
        requests,
        body: BODY,
        key: `growth-${round}`,
        paths: [`/api/sessions/${sessionIds[0]}/registrations`],
        tokens: tokens.slice(round * requests, (round + 1) * requests),
      });
      took.push({ seconds: 1 / perSecond, cpu: (await server.used()).cpuMicros - before.cpuMicros });
    }
    if (!round) continue;
    seconds.push(took.map((one) => one.seconds));
    cpu.push(took.map((one) => one.cpu));
  }
  const ratio = (pairs: number[][]) => Number(median(pairs.map(([empty, full]) => full! / empty!)).toFixed(3));
  console.info(JSON.stringify({ db, case: 'growth', older, goal: 1.15, time: ratio(seconds), cpu: ratio(cpu) }));
  client.stop();
  for (const { server, dataDir } of sides) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
