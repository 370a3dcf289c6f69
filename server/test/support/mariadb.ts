import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { faultLog } from './fault-run';
import { freePort } from './server-process';

const run = promisify(execFile);
const START_MS = 120_000;

export interface ThrowAwayMariadb {
  /** `mysql://root@127.0.0.1:PORT`, without a database name. */
  url: string;
  port: number;
  /** kill -9; `start` brings it back with what it had stored. */
  crash(): Promise<void>;
  /** SIGTERM, as an operator stops it. */
  shutDown(): Promise<void>;
  start(): Promise<void>;
  /** Kills the server and removes its files; safe to call twice. */
  stop(): Promise<void>;
}

export interface MariadbOptions {
  /** true flushes the log at every commit, as production does; tests leave it off for speed. */
  durable?: boolean;
  /** More `mariadbd` arguments. */
  args?: string[];
  /** And some for its first start only. */
  firstArgs?: string[];
  /** Of its environment. */
  env?: Record<string, string>;
}

/**
 * Starts a MariaDB of its own on a free port with its files in a temporary folder.
 * Throws with the last lines of its log when it does not answer within two minutes.
 */
export async function startMariadb(options: MariadbOptions = {}): Promise<ThrowAwayMariadb> {
  const { durable = false, args = [], firstArgs = [], env = {} } = options;
  const dir = await mkdtemp(join(tmpdir(), 'openday-mariadb-'));
  const account = await serverAccount(dir);
  const data = join(dir, 'data');
  await run(program('mariadb-install-db'), [
    '--no-defaults',
    ...account,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const port = await freePort();
  const log = join(dir, 'log');
  const out = openSync(log, 'a');
  const command = [
    '--no-defaults',
    ...account,
    `--datadir=${data}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(dir, 's.sock')}`,
    '--skip-name-resolve',
    '--max-connections=600',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_general_ci',
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
    ...args,
  ];
  let child: ChildProcess;
  const kill = () => child.kill('SIGKILL');
  const stop = async () => {
    process.off('exit', kill);
    await ended(child);
    faultLog(`mariadb-${port}`)?.end(readFileSync(log));
    await rm(dir, { recursive: true, force: true });
  };
  const start = async (more: string[] = []) => {
    child = spawn(program('mariadbd'), [...command, ...more], {
      stdio: ['ignore', out, out],
      env: { ...process.env, ...env },
    });
    if (await ready(child, port)) return;
    const tail = readFileSync(log, 'utf8').split('\n').slice(-15).join('\n');
    await stop();
    throw new Error(`MariaDB did not start:\n${tail}`);
  };
  process.once('exit', kill);
  await start(firstArgs);
  return {
    url: `mysql://root@127.0.0.1:${port}`,
    port,
    crash: () => ended(child),
    shutDown: () => ended(child, 'SIGTERM'),
    start: () => start(),
    stop,
  };
}

/** mariadbd refuses to run as root: it is given the `mysql` account, and the folder. */
async function serverAccount(dir: string): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const id = (flag: string) => Number(execFileSync('id', [flag, 'mysql'], { encoding: 'utf8' }));
  await chown(dir, id('-u'), id('-g'));
  return ['--user=mysql'];
}

function program(name: string): string {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/usr/bin'];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed (apt-get install mariadb-server)`);
  return found;
}

async function ready(child: ChildProcess, port: number): Promise<boolean> {
  const until = Date.now() + START_MS;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    const ping = await run(program('mariadb-admin'), [
      '--no-defaults',
      '-h127.0.0.1',
      `-P${port}`,
      '-uroot',
      'ping',
    ]).then(
      () => true,
      () => false,
    );
    if (ping) return true;
    await wait(50);
  }
  return false;
}

function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
