import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, fire } from '../support/load';
import { startMariadb } from '../support/mariadb';
import { changedAnswers, makeScene } from '../support/scene';
import { type ServerProcess, startServer } from '../support/server-process';

const RESIDENTS = process.env.FAULTS === 'full' ? 5000 : 600;
const MB = 1024 * 1024;

jest.setTimeout(600_000);

let serving: ServerProcess | null = null;

// A test that fails leaves none behind.
afterEach(async () => {
  await serving?.kill();
});

/** A disk of so many MB; temporary folders are made on it until it is removed. Needs root, as tests in CI have. */
function smallDisk(megabytes: number) {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'openday-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder]);
  process.env.TMPDIR = folder;
  const filler = join(folder, 'filler');
  return {
    fill: () => {
      for (let bytes = MB; bytes >= 1; bytes /= 4)
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(bytes));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
    },
    makeRoom: () => rmSync(filler),
    remove: () => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

test.each([
  ['embedded', 96],
  ['mariadb', 420],
] as const)(
  'on a full disk residents are told "busy", what was answered stays, and with room again all get seats (%s)',
  async (db, megabytes) => {
    const disk = smallDisk(megabytes);
    const mariadb = db === 'mariadb' ? await startMariadb({ durable: true }) : null;
    try {
      const scene = await makeScene(mariadb?.url ?? null, 1_000_000, RESIDENTS);
      serving = await startServer(scene.env);
      const journal: Answer[] = [];
      const hear = (answer: Answer) => journal.push(answer);
      disk.fill();
      const full = await fire(scene.load([serving.port]), hear);
      expect(Object.keys(full.statuses).filter((status) => !['201', '503'].includes(status))).toEqual([]);
      expect(full.statuses[503]).toBeGreaterThan(0);
      disk.makeRoom();
      const { statuses } = await fire(scene.load([serving.port], { patient: true }), hear);
      expect(statuses[201]).toBe(RESIDENTS);
      expect(changedAnswers(journal)).toEqual([]);
      expect(await scene.faults(journal)).toEqual([]);
      await serving.stop();
    } finally {
      await serving?.kill();
      await mariadb?.stop();
      disk.remove();
    }
  },
);
