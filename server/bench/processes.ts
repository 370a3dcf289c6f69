import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, Measured } from '../test/support/load';

/** Since the process began. */
export interface Used {
  cpuMicros: number;
  /** The most memory it ever held. */
  peakMb: number;
  /** Of discovery, where the server waited for it: seconds and memory it took, and the longest it kept others waiting. */
  index?: { seconds: number; mb: number; longestMs: number };
}

/** A server under test in a process of its own. */
export interface ServerProcess {
  port: number;
  used(): Promise<Used>;
  /** kill -9, as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(env: Record<string, string>, port: number): Promise<ServerProcess> {
  const child = forked('server.js', { ...env, PORT: String(port) });
  await once(child, 'message');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    port,
    used: async () => {
      child.send('used');
      const [used] = (await once(child, 'message')) as [Used];
      return used;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Fires loads from a process of its own. */
export interface LoadProcess {
  fire(load: Load): Promise<Measured>;
  stop(): void;
}

export function startLoad(): LoadProcess {
  const child = forked('load-client.js', {});
  return {
    fire: async (load) => {
      child.send(load);
      const [measured] = (await once(child, 'message')) as [Measured];
      return measured;
    },
    stop: () => child.kill(),
  };
}

function forked(file: string, env: Record<string, string>): ChildProcess {
  const execArgv =
    file === 'server.js' && process.env.BENCH_PROFILE
      ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
      : [];
  return fork(join(__dirname, file), { env: { ...process.env, ...env }, execArgv });
}
