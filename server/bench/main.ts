import 'reflect-metadata';
import { startMariadb } from '../test/support/mariadb';
import { benchAdmission, type Size } from './admission.case';
import { benchPlan } from './plan.case';

/**
 * pnpm bench plan | admission [embedded|mariadb]: starts its own servers and databases and prints a line a case. Ratios hold
 * between machines; absolute figures do not. BENCH_REQUESTS and BENCH_ROUNDS set its size, BENCH_ONLY a case by
 * name, BENCH_OLDER how many registrations stand already (1000000 for the cost of growth, to be held against 0).
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  if (wanted.length === 0 || wanted.includes('plan')) await benchPlan();
  if (wanted.length === 1 && wanted.includes('plan')) return;
  const size: Size = {
    requests: Number(process.env.BENCH_REQUESTS ?? 6000),
    rounds: Number(process.env.BENCH_ROUNDS ?? 5),
    older: Number(process.env.BENCH_OLDER ?? 0),
  };
  const only = process.env.BENCH_ONLY;
  if (!wanted.includes('mariadb')) await benchAdmission('embedded', null, size, only);
  if (wanted.includes('embedded')) return;
  const mariadb = await startMariadb({ durable: true });
  try {
    await benchAdmission('mariadb', mariadb.url, size, only);
  } finally {
    await mariadb.stop();
  }
}

void main();
