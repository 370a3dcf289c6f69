import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions, embeddedFile } from '../database/data-source';
import { holdDataDir } from '../database/embedded-lock';
import { keyOf, kindOf, type Stored } from './backup';
import { runSql } from './mariadb-client';
import { type Head, openSealed } from './sealed-file';

/**
 * Puts a backup back: into an empty database, or in the place of the embedded one, which is kept beside it. Refuses, in
 * words, a file that was altered, a database that holds anything, and a folder a server uses.
 */
export async function restore(stored: Stored, file: string): Promise<Head> {
  const { head, content } = await openSealed(file, keyOf(stored));
  if (head.database !== kindOf(stored))
    throw new Error(
      head.database === 'mariadb'
        ? '这是 MariaDB/MySQL 的备份：设好 DATABASE_URL 再恢复'
        : '这是内置数据库的备份：去掉 DATABASE_URL，设好 DATA_DIR 再恢复',
    );
  if (stored.databaseUrl) await intoEmpty(stored.databaseUrl, content());
  else await inPlace(stored.dataDir, content());
  return head;
}

async function intoEmpty(databaseUrl: string, sql: Readable): Promise<void> {
  const source = new DataSource({ ...dataSourceOptions({ databaseUrl, databasePool: 2, dataDir: '' }), entities: [] });
  await source.initialize();
  const tables = (await source.query('SHOW TABLES')) as unknown[];
  await source.destroy();
  if (tables.length)
    throw new Error(
      `${new URL(databaseUrl).pathname.slice(1)} 里已经有 ${tables.length} 张表，没有动它。新建一个空库（CREATE DATABASE openday_restored CHARACTER SET utf8mb4），把 DATABASE_URL 指过去再恢复`,
    );
  await runSql(databaseUrl, sql);
}

async function inPlace(dataDir: string, content: Readable): Promise<void> {
  const held = holdDataDir(dataDir);
  try {
    const file = embeddedFile(dataDir);
    const whole = `${file}.restored`;
    await pipeline(content, createWriteStream(whole, { mode: 0o600, flush: true }));
    const before = join(dataDir, `before-${new Date().toISOString().replace(/[:.]/g, '')}`);
    for (const old of [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path))) {
      mkdirSync(before, { recursive: true });
      await rename(old, join(before, basename(old)));
    }
    await rename(whole, file);
  } finally {
    held.release();
  }
}
