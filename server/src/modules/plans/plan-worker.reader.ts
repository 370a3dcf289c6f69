import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorCode } from '@openday/shared/errors';
import type { ErrorDetail } from '@openday/shared/wire';
import { AppError } from '../../http/app-error';
import { readPlanFile } from './plan-file.reader';
import { readPlanText } from './plan-text.reader';
import { type Known, type PlanReading, readPlan } from './plan-understanding.rules';

/** A sheet as it came: a file's bytes or a pasted text. */
export type PlanSource = { bytes: Uint8Array } | { text: string };
export interface ReadingTask {
  source: PlanSource;
  known: Known;
}
export type ReadingAnswer = { reading: PlanReading } | { refusal: { code: ErrorCode; details?: ErrorDetail[] } };

/** The one who reads and understands a sheet, in a thread of its own that may be ended at any moment. */
async function answer({ source, known }: ReadingTask): Promise<ReadingAnswer> {
  try {
    const sheet = 'text' in source ? readPlanText(source.text) : await readPlanFile(Buffer.from(source.bytes));
    return { reading: readPlan(sheet, known) };
  } catch (error) {
    // Anything else is ours to mend: it ends the thread, and is logged as it is.
    if (!(error instanceof AppError)) throw error;
    return { refusal: { code: error.code, ...(error.details && { details: error.details }) } };
  }
}

void answer(workerData as ReadingTask).then((done) => parentPort!.postMessage(done));
