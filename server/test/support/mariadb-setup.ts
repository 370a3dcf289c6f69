import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { migrate } from '../../src/database/migrate';
import { startMariadb, type ThrowAwayMariadb } from './mariadb';

declare global {
  var openedMariadb: ThrowAwayMariadb | undefined;
}

/**
 * jest globalSetup: one MariaDB for the run, its address in TEST_MARIADB_URL; an address given from outside is kept.
 * TEST_MARIADB_TEMPLATE is a migrated database to copy: migrating for each spec took a quarter of its time.
 */
export default async function setup(): Promise<void> {
  if (!process.env.TEST_MARIADB_URL) {
    globalThis.openedMariadb = await startMariadb();
    process.env.TEST_MARIADB_URL = globalThis.openedMariadb.url;
  }
  const url = process.env.TEST_MARIADB_URL;
  const template = `template_${randomUUID().replaceAll('-', '')}`;
  const connection = await createConnection(url);
  await connection.query(`CREATE DATABASE ${template} CHARACTER SET utf8mb4`);
  await connection.end();
  await migrate({ databaseUrl: `${url}/${template}`, databasePool: 2, dataDir: '' });
  process.env.TEST_MARIADB_TEMPLATE = template;
}
