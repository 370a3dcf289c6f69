import 'reflect-metadata';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { journalOf } from '../modules/me/erasure-journal.writer';
import { backUp } from './backup';
import { backupName, isBackupName } from './backup-name.rules';

const USAGE = '用法：pnpm backup 目录 [--keep 份数]   写下一份新的备份，只留最近的几份';

/** Writes one more backup into a folder and removes those beyond the number kept. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true });
  const [folder] = positionals;
  const keep = Number(values.keep ?? Number.POSITIVE_INFINITY);
  if (!folder || positionals.length > 1 || !(keep >= 1)) throw new Error(USAGE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, backupName(new Date()));
  const config = loadConfig(process.env);
  await backUp(config, file);
  // Read at a restore: who was deleted since a backup that is older.
  if (existsSync(journalOf(config))) copyFileSync(journalOf(config), journalOf({ dataDir: folder }));
  console.info(`${file}  ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  const old = readdirSync(folder).filter(isBackupName).sort().reverse().slice(keep);
  for (const name of old) rmSync(join(folder, name));
  if (old.length) console.info(`删掉了 ${old.length} 份旧的`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
