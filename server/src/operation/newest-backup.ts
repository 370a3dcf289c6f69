import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBackupName } from './backup-name.rules';

/** The newest backup in a folder and when it was made, in ms; null where there is none. */
export function newestBackup(folder: string): { name: string; madeAt: number } | null {
  const names = existsSync(folder) ? readdirSync(folder).filter(isBackupName).sort() : [];
  const name = names.at(-1);
  return name === undefined ? null : { name, madeAt: statSync(join(folder, name)).mtimeMs };
}
