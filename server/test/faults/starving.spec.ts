import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, fire } from '../support/load';
import { startMariadb } from '../support/mariadb';
import { shiftedClock, slowDisk } from '../support/preloaded';
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
  const folder = mkdtempSync(join(tmpdir(), 'openday-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder]);
  // The environment a test sees is not the one the system's temporary folder is read from.
  const moved = jest.spyOn(os, 'tmpdir').mockReturnValue(folder);
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
      moved.mockRestore();
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

test.each(['embedded', 'mariadb'])(
  'on a slow disk everybody gets a seat or is told "busy", and the server goes on answering (%s)',
  async (db) => {
    const slow = slowDisk();
    const mariadb = db === 'mariadb' ? await startMariadb({ durable: true, env: slow.env }) : null;
    try {
      const scene = await makeScene(mariadb?.url ?? null, 1_000_000, RESIDENTS);
      serving = await startServer({ ...scene.env, ...(db === 'embedded' && slow.env) });
      let [slowest, going] = [0, true];
      const probing = (async () => {
        for (; going; await wait(100)) {
          const asked = Date.now();
          expect((await fetch(`http://127.0.0.1:${serving!.port}/health/live`)).status).toBe(200);
          slowest = Math.max(slowest, Date.now() - asked);
        }
      })();
      const journal: Answer[] = [];
      const { statuses, p50Ms } = await fire(scene.load([serving.port], { patient: true }), (answer) =>
        journal.push(answer),
      );
      going = false;
      await probing;
      expect(statuses[201]).toBe(RESIDENTS);
      expect(Object.keys(statuses).filter((status) => !['201', '503'].includes(status))).toEqual([]);
      // It was slow.
      expect(p50Ms).toBeGreaterThan(200);
      // The embedded database's flushes are the process's own.
      expect(slowest).toBeLessThan(db === 'embedded' ? 10_000 : 3000);
      expect(await scene.faults(journal)).toEqual([]);
      await serving.stop();
    } finally {
      await serving?.kill();
      await mariadb?.stop();
      slow.remove();
    }
  },
);

test.each(['embedded database', 'server', 'database'])(
  'the clock of the %s leaps hours ahead and back under load: nobody is lost, and no id is given twice',
  async (whose) => {
    const clock = shiftedClock();
    const mariadb =
      whose === 'embedded database' ? null : await startMariadb(whose === 'database' ? { env: clock.env } : {});
    try {
      const scene = await makeScene(mariadb?.url ?? null, 1_000_000, RESIDENTS);
      serving = await startServer({ ...scene.env, ...(whose !== 'database' && clock.env) });
      const journal: Answer[] = [];
      const leaps = [2, -2, 1, -1, 0];
      const { statuses } = await fire(scene.load([serving.port], { patient: true, conns: 16 }), (answer) => {
        journal.push(answer);
        if (journal.length % Math.ceil(RESIDENTS / 8) === 0) clock.leap(leaps.shift() ?? 0);
      });
      expect(leaps).toEqual([]);
      expect(Object.keys(statuses).filter((status) => !['201', '503'].includes(status))).toEqual([]);
      expect(statuses[201]).toBe(RESIDENTS);
      expect(changedAnswers(journal)).toEqual([]);
      expect(await scene.faults(journal)).toEqual([]);
      await serving.stop();
    } finally {
      await serving?.kill();
      await mariadb?.stop();
      clock.remove();
    }
  },
);
