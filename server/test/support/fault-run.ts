import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { randomly } from './door-world';

/** One run of the fault tests: `pnpm test:faults` names its seed, and the folder whose logs are kept when something fails. */
const { FAULT_LOGS, FAULT_SEED } = process.env;

export const faultSeed = Number(FAULT_SEED ?? Date.now() % 2 ** 31);

/** Numbers from 0 to 1: the same in every run with the same seed. */
export const faultLuck = randomly(faultSeed);

/** Where a process of this test logs to; null where nobody asked for logs. */
export function faultLog(process: string): WriteStream | null {
  if (!FAULT_LOGS) return null;
  const folder = join(
    FAULT_LOGS,
    (expect.getState().currentTestName ?? 'before').replace(/[^\p{L}\d]+/gu, '-').slice(0, 80),
  );
  mkdirSync(folder, { recursive: true });
  return createWriteStream(join(folder, `${process}.log`), { flags: 'a' });
}
