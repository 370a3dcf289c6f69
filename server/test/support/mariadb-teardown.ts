import { createConnection } from 'mysql2/promise';

/** jest globalTeardown: stops what mariadb-setup started; a server from outside keeps nothing of it. */
export default async function teardown(): Promise<void> {
  if (globalThis.openedMariadb) return globalThis.openedMariadb.stop();
  const connection = await createConnection(process.env.TEST_MARIADB_URL ?? '');
  await connection.query(`DROP DATABASE ${process.env.TEST_MARIADB_TEMPLATE}`);
  await connection.end();
}
