import 'reflect-metadata';
import { startMariadb } from '../test/support/mariadb';
import { benchAdmission } from './admission.case';
import { benchBoard } from './board.case';
import { benchCheckIn } from './check-in.case';
import { benchDiscovery } from './discovery.case';
import { benchExport } from './export.case';
import { benchGrowth } from './growth.case';
import { benchPlan } from './plan.case';
import { benchReplicas } from './replicas.case';
import { benchVerify } from './verify.case';

const {
  BENCH_REQUESTS = 6000,
  BENCH_ROUNDS = 5,
  BENCH_OLDER = 1_000_000,
  BENCH_ONLY,
  BENCH_SESSIONS = '100000,1000000',
} = process.env;
const size = {
  requests: Number(BENCH_REQUESTS),
  rounds: Number(BENCH_ROUNDS),
  older: Number(BENCH_OLDER),
  sessions: BENCH_SESSIONS.split(',').map(Number),
};
/** In whole batches of five devices. */
const SCANS = 10_000;

/** By name; each runs on each database it is for. */
const BENCHES = {
  admission: (db: Db, url: string | null) => benchAdmission(db, url, size, BENCH_ONLY),
  board: (db: Db, url: string | null) => benchBoard(db, url, size),
  'check-in': (db: Db, url: string | null) => benchCheckIn(db, url, SCANS, size.rounds),
  discovery: (db: Db, url: string | null) => benchDiscovery(db, url, size),
  export: (db: Db, url: string | null) => benchExport(db, url),
  growth: (db: Db, url: string | null) => benchGrowth(db, url, size),
  replicas: async (_: Db, url: string | null) => url && (await benchReplicas(url)),
};
type Db = 'embedded' | 'mariadb';

/**
 * pnpm bench [plan | verify | admission | board | check-in | discovery | export | growth | replicas] [embedded | mariadb]: starts its own servers and databases and prints
 * a line a case; all without a name. Ratios hold between machines; absolute figures do not. BENCH_REQUESTS and BENCH_ROUNDS set
 * the size, BENCH_ONLY a case of admission by name, BENCH_OLDER how many registrations stand already for growth and board,
 * and BENCH_SESSIONS two sizes for discovery (100000,1000000).
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const named = (name: string) => wanted.includes(name);
  if (!wanted.length || named('plan')) await benchPlan();
  if (!wanted.length || named('verify')) benchVerify();
  const some = Object.keys(BENCHES).some(named) || named('plan') || named('verify');
  const benches = Object.entries(BENCHES).flatMap(([name, run]) => (named(name) || !some ? run : []));
  if (!named('mariadb')) for (const run of benches) await run('embedded', null);
  if (named('embedded') || !benches.length) return;
  const mariadb = await startMariadb({ durable: true });
  try {
    for (const run of benches) await run('mariadb', mariadb.url);
  } finally {
    await mariadb.stop();
  }
}

void main();
