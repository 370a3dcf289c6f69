import { Injectable } from '@nestjs/common';
import type { NewPaperBatch } from '@openday/shared/questionnaires';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { batchProblems } from './paper.rules';
import { PaperBatch } from './paper-batch.entity';

/** Writes a batch of paper questionnaires inside the caller's transaction. Throws TALLIES_OFF with what does not add up. */
@Injectable()
export class PaperBatchWriter {
  constructor(private readonly ids: Ids) {}

  async write(
    manager: EntityManager,
    of: Pick<PaperBatch, 'eventId' | 'organizerId'> & { sessionId: string | null; standing?: PaperBatch },
    body: NewPaperBatch,
    now: Date,
  ): Promise<PaperBatch> {
    const problems = batchProblems(body);
    if (problems.length) throw new AppError('TALLIES_OFF', problems);
    const { standing, ...about } = of;
    const batch = manager.create(PaperBatch, {
      ...(standing ?? { id: this.ids.next(), createdAt: now }),
      ...about,
      place: body.place,
      handedOut: body.handedOut,
      returned: body.returned,
      tallies: body.tallies ?? null,
      updatedAt: now,
    });
    return manager.save(PaperBatch, batch);
  }
}
