import { type ChildProcess, spawn } from 'node:child_process';
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
  /** A folder of this run's own, gone after `stop`. */
  folder: string;
  stop: () => Promise<void>;
}

/** Starts the built server on data of its own with the demo in it, with the built pages if asked; ready when it returns. */
export async function startProduct({ h5 = false } = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'openday-client-test-'));
  const port = await freePort();
  const server = spawn(process.execPath, [join(ROOT, 'server/dist/src/main.js')], {
    env: {
      PATH: process.env.PATH,
      DEMO: '1',
      DATA_DIR: join(folder, 'data'),
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...(h5 && { H5_DIR: join(ROOT, 'client/dist/h5') }),
    },
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
  return { origin, folder, stop };
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
