import { join } from 'node:path';
import type { WorkerOptions } from 'node:worker_threads';

/** Under jest the server's threads are TypeScript: they start with a loader for it. */
jest.mock('node:worker_threads', () => {
  const real = jest.requireActual<typeof import('node:worker_threads')>('node:worker_threads');
  class TypeScriptWorker extends real.Worker {
    constructor(file: string, options: WorkerOptions) {
      super(file, { ...options, execArgv: ['--require', join(__dirname, 'typescript.cjs')] });
    }
  }
  return { ...real, Worker: TypeScriptWorker };
});
