import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import libsql from 'libsql';
import * as mysql2 from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config';
import { gauge } from '../metrics/metrics';
import { ENTITIES } from './entities';
import { EMBEDDED_MIGRATIONS, MARIADB_MIGRATIONS } from './migrations';

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'>;

/** Connection settings for the configured database; migrations run at start, `synchronize` never. */
export function dataSourceOptions(config: DatabaseConfig): DataSourceOptions {
  return config.databaseUrl
    ? mariadbOptions(config.databaseUrl, config.databasePool)
    : embeddedOptions(embeddedFile(config.dataDir));
}

export const embeddedFile = (dataDir: string): string => join(dataDir, 'openday.db');

export function mariadbOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    // 'mysql' re-ALTERs nullable TEXT on MariaDB for ever; 'mariadb' speaks to both.
    type: 'mariadb',
    url: url.replace(/^mysql:/, 'mariadb:'),
    timezone: 'Z',
    charset: 'utf8mb4_unicode_ci',
    poolSize,
    driver: { ...mysql2, createPool: readCommittedPool },
    // For statements that travel together (trips.ts), every value a parameter; a stack kept for each query costs more than the query.
    extra: { multipleStatements: true, trace: false },
    entities: ENTITIES,
    migrations: MARIADB_MIGRATIONS,
    migrationsTransactionMode: 'each',
  };
}

/** A transaction sees what it locked. Said once a connection, because saying it in each transaction is a trip of its own. */
function readCommittedPool(options: mysql2.PoolOptions): mysql2.Pool {
  const pool = mysql2.createPool(options);
  pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
  const { _allConnections: all, _freeConnections: free, _connectionQueue: queue } = pool as unknown as Lines;
  gauge('openday_database_connections_busy', 'Connections in use', () => all.length - free.length);
  gauge('openday_database_connections_most', 'Connections this server may open', () => options.connectionLimit ?? 0);
  gauge('openday_database_connections_awaited', 'Statements that wait for a connection', () => queue.length);
  return pool;
}

/** The driver tells nobody how busy its pool is: these are its own, and metrics.spec notices when they change. */
type Lines = Record<'_allConnections' | '_freeConnections' | '_connectionQueue', { length: number }>;

export function embeddedOptions(file: string): DataSourceOptions {
  mkdirSync(join(file, '..'), { recursive: true });
  return {
    type: 'better-sqlite3',
    driver: libsql,
    database: file,
    entities: ENTITIES,
    migrations: EMBEDDED_MIGRATIONS,
    prepareDatabase: (db: { pragma(text: string): void }) => {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('busy_timeout = 5000');
      // Pages are carried back to the file every 32 MB instead of every 4: a stampede waits for one flush a batch.
      db.pragma('wal_autocheckpoint = 8000');
      // KiB: the indexes a stampede writes to stay in memory.
      db.pragma('cache_size = -16000');
    },
  };
}
