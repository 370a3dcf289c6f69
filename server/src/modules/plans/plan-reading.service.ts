import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error';
import type { Known, PlanReading } from './plan-understanding.rules';
import type { PlanSource, ReadingAnswer } from './plan-worker.reader';

const MOST_MILLISECONDS = 20_000;
/** Of JavaScript; bytes of files come on top of it and are counted by the readers. */
const MOST_MEGABYTES = 192;
const AT_ONCE = 2;
const MOST_WAITING = 8;

/**
 * Reads and understands sheets, each in a thread that is ended when it takes too long or too much: nothing of it runs
 * on the thread that answers requests.
 */
@Injectable()
export class PlanReadingService {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws AppError what the readers refuse; BUSY when too many are waiting; FILE_TOO_LARGE beyond time or memory */
  async read(source: PlanSource, known: Known): Promise<PlanReading> {
    await this.turn();
    try {
      const answer = await inThread(source, known);
      if ('refusal' in answer) throw new AppError(answer.refusal.code, answer.refusal.details);
      return answer.reading;
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** Waits for one of the places; whoever leaves one hands it on. */
  private async turn(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MOST_WAITING) throw new AppError('BUSY');
    await new Promise<void>((go) => this.waiting.push(go));
  }
}

function inThread(source: PlanSource, known: Known): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(require.resolve('./plan-worker.reader'), {
      workerData: { source, known },
      // It reads what strangers send: the server's secrets are not for it, nor its terminal.
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 16 },
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.terminate().then(settle, reject);
    };
    const timer = setTimeout(() => end(() => reject(new AppError('FILE_TOO_LARGE'))), MOST_MILLISECONDS);
    worker.once('message', (answer: ReadingAnswer) => end(() => resolve(answer)));
    worker.once('error', (error: Error & { code?: string }) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(isFull ? new AppError('FILE_TOO_LARGE') : error));
    });
  });
}
