import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import libsql from 'libsql';
import type { Config } from '../config';
import { embeddedFile } from '../database/data-source';
import { dump } from './mariadb-client';
import { type Head, writeSealed } from './sealed-file';

export type Stored = Pick<Config, 'databaseUrl' | 'dataDir' | 'backupKey'>;

export const kindOf = ({ databaseUrl }: Stored): Head['database'] => (databaseUrl ? 'mariadb' : 'embedded');

/** Throws, in words, where there is none. */
export function keyOf({ backupKey }: Stored): Buffer {
  if (backupKey) return backupKey;
  throw new Error('没有 BACKUP_KEY：用 openssl rand -base64 32 生成一个，写进环境，另抄一份放到别处');
}

/**
 * Writes the database as it is at one moment to one sealed file, while servers go on writing. Throws in words; a file
 * that is there is whole.
 */
export async function backUp(stored: Stored, file: string): Promise<void> {
  const about = { openday: 'backup', database: kindOf(stored), madeAt: new Date().toISOString() } as const;
  const content = stored.databaseUrl ? dump(stored.databaseUrl) : copyOf(stored.dataDir);
  await writeSealed(file, keyOf(stored), about, content);
}

/** The embedded database's file, complete: what stands in the log beside it included. */
async function* copyOf(dataDir: string): AsyncGenerator<Buffer> {
  const file = embeddedFile(dataDir);
  if (!existsSync(file)) throw new Error(`${dataDir} 里没有数据库：核对 DATA_DIR 和 DATABASE_URL`);
  const copy = join(dataDir, `backup-${randomUUID()}.db`);
  try {
    const source = new libsql(file);
    try {
      source.prepare('VACUUM INTO ?').run(copy);
    } finally {
      source.close();
    }
    yield* createReadStream(copy);
  } finally {
    await rm(copy, { force: true });
  }
}
