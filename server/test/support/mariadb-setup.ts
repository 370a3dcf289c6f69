import { startMariadb, type ThrowAwayMariadb } from './mariadb';

declare global {
  var openedMariadb: ThrowAwayMariadb | undefined;
}

/** jest globalSetup: one MariaDB for the run, its address in TEST_MARIADB_URL; an address given from outside is kept. */
export default async function setup(): Promise<void> {
  if (process.env.TEST_MARIADB_URL) return;
  globalThis.openedMariadb = await startMariadb();
  process.env.TEST_MARIADB_URL = globalThis.openedMariadb.url;
}
