// The built product on data of its own, for what looks at it from outside.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BUILDS } from './builds.mjs';
import { ROOT, tail } from './process.mjs';

const READY_MS = 60_000;

/**
 * Starts the built server with the demo in a temporary folder on a free port.
 * @returns {Promise<{url: string, stop(): Promise<void>}>}; throws with the server's last lines when it is not ready in a minute
 */
export async function startProduct(settings = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'openday-product-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DEMO: '1', DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...settings };
  const server = spawn(process.execPath, [join(ROOT, BUILDS.server.output)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { H5_DIR: join(ROOT, 'client/dist/h5'), ...env },
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
  }
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await Promise.race([
        once(server, 'exit'),
        wait(10_000, undefined, { ref: false }).then(() => server.kill('SIGKILL')),
      ]);
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  const until = Date.now() + READY_MS;
  while (Date.now() < until && server.exitCode === null && server.signalCode === null) {
    if (await isReady(url)) return { url, stop };
    await wait(100);
  }
  await stop();
  throw new Error(`the server did not become ready:\n${tail(said)}`);
}

function isReady(url) {
  return fetch(`${url}/health/ready`).then(
    (reply) => reply.ok,
    () => false,
  );
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
