import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What goes before a process's own libraries, of C beside this file. Needs a C compiler. */
interface Preloaded {
  folder: string;
  /** Of the environment of the processes it is meant for. */
  env: Record<string, string>;
  remove(): void;
}

function preload(name: string): Preloaded {
  const folder = mkdtempSync(join(tmpdir(), `openday-${name}-`));
  // MariaDB is another account.
  chmodSync(folder, 0o755);
  const library = join(folder, `${name}.so`);
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, join(__dirname, `${name}.c`), '-ldl', '-pthread']);
  return { folder, env: { LD_PRELOAD: library }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every flush takes a fifth of a second, as a worn disk's or a full controller's does. */
export function slowDisk(): Preloaded {
  const made = preload('slow-disk');
  return { ...made, env: { ...made.env, SLOW_DISK_US: '200000' } };
}

/** A wall clock that is `hours` off the machine's, from `leap` on. */
export function shiftedClock(): Preloaded & { leap(hours: number): void } {
  const made = preload('shifted-clock');
  const name = join(made.folder, 'seconds');
  const file = openSync(name, 'w');
  const seconds = Buffer.alloc(8);
  const leap = (hours: number) => {
    seconds.writeBigInt64LE(BigInt(hours * 3600));
    writeSync(file, seconds, 0, seconds.length, 0);
  };
  leap(0);
  const remove = () => {
    closeSync(file);
    made.remove();
  };
  return { ...made, env: { ...made.env, SHIFTED_CLOCK: name }, leap, remove };
}
