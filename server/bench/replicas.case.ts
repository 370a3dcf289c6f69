import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../test/support/load';
import { fire } from '../test/support/load';
import { changedAnswers, makeScene } from '../test/support/scene';
import { type ServerProcess, startServer } from './processes';

const PORTS = [39_441, 39_442, 39_443];

/**
 * 5,000 residents and 500 seats on three replicas of one MariaDB, one killed with -9 in the middle: who asks again with
 * the key is told what was stored. Prints what must be nothing: seats too many, answers that are not stored, answers that changed.
 */
export async function benchReplicas(mariadb: string, residents = 5000, seats = 500): Promise<void> {
  const scene = await makeScene(mariadb, seats, residents);
  const servers: ServerProcess[] = [];
  for (const port of PORTS) servers.push(await startServer(scene.env, port));
  const journal: Answer[] = [];
  const hear = (answer: Answer) => {
    journal.push(answer);
    if (journal.length === residents / 5) void servers[0]!.kill();
  };
  const first = await fire(scene.load(PORTS, { conns: 256 }), hear);
  await wait(1000);
  const again = await fire(scene.load(PORTS.slice(1), { conns: 256, patient: true }), (one) => journal.push(one));
  const taken = await scene.taken();
  console.info(
    JSON.stringify({
      db: 'mariadb',
      case: 'three replicas, one killed with -9',
      residents,
      seats,
      taken,
      oversold: Math.max(taken - seats, 0),
      missingOrWrong: (await scene.faults(journal)).length,
      changedAnswers: changedAnswers(journal).length,
      statuses: first.statuses,
      again: again.statuses,
    }),
  );
  for (const server of servers) await server.stop();
  scene.remove();
}
