import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import libsql from 'libsql';

/** A lock nobody points to any more is closed by the garbage collector, and the data stands open. */
const held = new Set<object>();

/**
 * Holds `DATA_DIR` for this process: the embedded database has one writer, so a second server on the same data is
 * refused; makes the folder where there is none. The lock is the operating system's, gone with the process, kill -9 included. Throws when taken.
 */
export function holdDataDir(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new libsql(join(dataDir, 'server.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Error(`${dataDir} is in use by another OpenDay server: stop it, or set another DATA_DIR`, { cause });
  }
  held.add(lock);
  return {
    release: () => {
      held.delete(lock);
      lock.close();
    },
  };
}
