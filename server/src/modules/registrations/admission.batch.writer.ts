import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { type AdmissionRequest, decideBatch, type Outcome } from './admission.batch.rules';
import { AdmissionQueries } from './admission.queries';
import { AdmissionStore } from './admission.store.writer';

/** One batch of registrations inside one transaction: reads under the locks, decides, writes. */
@Injectable()
export class AdmissionBatch {
  constructor(
    private readonly ids: Ids,
    private readonly queries: AdmissionQueries,
    private readonly store: AdmissionStore,
  ) {}

  async run(manager: EntityManager, requests: AdmissionRequest[]): Promise<Outcome[]> {
    const known = await this.queries.gather(manager, requests);
    const decided = decideBatch(known, requests, () => this.ids.next());
    await this.store.write(manager, known, decided);
    return decided.outcomes;
  }
}
