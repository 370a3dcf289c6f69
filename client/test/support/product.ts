import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = resolve(__dirname, '../../..');
/** Against a hang; a shared machine can be slow. */
const READY_MS = 90_000;

export interface Product {
  /** Where it serves, without a slash at the end. */
  origin: string;
  /** Of the desk accounts that were asked for, by user name. */
  passwords: Record<string, string>;
  /** A folder of this run's own, gone after `stop`. */
  folder: string;
  stop: () => Promise<void>;
}

export interface ProductOptions {
  /** With the built pages. */
  h5?: boolean;
  /** Not the demo: an empty district, with these desk accounts and these settings. */
  real?: { accounts: Record<string, 'organizer' | 'district'>; env: Record<string, string> };
}

/** Starts the built server on data of its own with the demo in it, where nothing else is asked; ready when it returns. */
export async function startProduct({ h5 = false, real }: ProductOptions = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'openday-client-test-'));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...(h5 && { H5_DIR: join(ROOT, 'client/dist/h5') }),
    ...(real ? real.env : { DEMO: '1' }),
  };
  const passwords = real ? makeAccounts(real.accounts, env) : {};
  const server = spawn(process.execPath, [join(ROOT, 'server/dist/src/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const stop = async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  const until = Date.now() + READY_MS;
  while (!(await isReady(origin))) {
    if (Date.now() > until || server.exitCode !== null) {
      await stop();
      throw new Error(`the server did not become ready:\n${said}`);
    }
    await wait(50);
  }
  return { origin, passwords, folder, stop };
}

/** By the operator's command, before the server starts; it says each password once. */
function makeAccounts(accounts: Record<string, string>, env: NodeJS.ProcessEnv): Record<string, string> {
  const cli = join(ROOT, 'server/dist/src/modules/accounts/accounts.cli.js');
  const made = Object.entries(accounts).map(([username, role]) => {
    const said = execFileSync(process.execPath, [cli, role, username, '某区'], { env, encoding: 'utf8' });
    return [username, /: (\S+)\s*$/.exec(said)?.[1] ?? ''];
  });
  return Object.fromEntries(made);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(late);
}

function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
