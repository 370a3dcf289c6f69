import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import libsql from 'libsql';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config';
import { ENTITIES } from './entities';
import { EMBEDDED_MIGRATIONS, MARIADB_MIGRATIONS } from './migrations';

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'>;

/** Connection settings for the configured database; migrations run at start, `synchronize` never. */
export function dataSourceOptions(config: DatabaseConfig): DataSourceOptions {
  return config.databaseUrl
    ? mariadbOptions(config.databaseUrl, config.databasePool)
    : embeddedOptions(embeddedFile(config.dataDir));
}

const embeddedFile = (dataDir: string): string => join(dataDir, 'openday.db');

export function mariadbOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    // 'mysql' re-ALTERs nullable TEXT on MariaDB for ever; 'mariadb' speaks to both.
    type: 'mariadb',
    url: url.replace(/^mysql:/, 'mariadb:'),
    timezone: 'Z',
    charset: 'utf8mb4_unicode_ci',
    poolSize,
    // For statements that travel together (rows.ts); every value is a parameter.
    extra: { multipleStatements: true },
    entities: ENTITIES,
    migrations: MARIADB_MIGRATIONS,
    migrationsTransactionMode: 'each',
  };
}

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
    },
  };
}
