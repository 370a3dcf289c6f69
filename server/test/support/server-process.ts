import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { faultLog } from './fault-run';

const MAIN = join(__dirname, '../../dist/src/main.js');
const START_MS = 180_000;

/** The built server in a process of its own, as an operator starts it. */
export interface ServerProcess {
  port: number;
  /** When it has ended, however. */
  gone: Promise<unknown>;
  /** kill -9, as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Throws with what it said when it does not answer within three minutes. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const log = faultLog(`server-${port}`);
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, HOST: '127.0.0.1', ...env, PORT: String(port), ...(log && { LOG_LEVEL: 'warn' }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      log?.write(chunk);
    });
  void gone.then(() => log?.end());
  if (!(await ready(child, port))) {
    await ended(child, 'SIGKILL');
    throw new Error(`the server did not start: ${said}`);
  }
  return { port, gone, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
}

async function ready(child: ChildProcess, port: number): Promise<boolean> {
  const until = Date.now() + START_MS;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return true;
    await wait(50);
  }
  return false;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}
