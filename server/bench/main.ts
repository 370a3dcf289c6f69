import 'reflect-metadata';
import { startMariadb } from '../test/support/mariadb';
import { benchRegistration } from './registration.case';

/**
 * pnpm bench: starts its own server and databases, runs each case interleaved with the no-op route and prints one
 * JSON line a case. Ratios hold between machines; absolute figures do not.
 */
async function main(): Promise<void> {
  const conns = Number(process.env.BENCH_CONNS ?? 64);
  const requests = Number(process.env.BENCH_REQUESTS ?? 6000);
  const say = (line: object) => console.info(JSON.stringify(line));
  say(await benchRegistration({ db: 'embedded', databaseUrl: null, conns, requests }));
  try {
    const mariadb = await startMariadb({ durable: true });
    try {
      say(await benchRegistration({ db: 'mariadb', databaseUrl: mariadb.url, conns, requests }));
    } finally {
      await mariadb.stop();
    }
  } catch (error) {
    console.error(`mariadb: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

void main();
