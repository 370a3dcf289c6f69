import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { type AdmissionRequest, decideBatch, type Outcome } from './admission.batch.rules';
import { AdmissionQueries } from './admission.queries';
import { AdmissionStore } from './admission.store.writer';
import type { OpenRegistration } from './registration.presenter';
import { releaseDue } from './seats.rules';
import { SeatsWriter } from './seats.writer';

export interface BatchDone {
  /** By request. */
  outcomes: Outcome[];
  /** The registrations it made, by id. */
  made: Map<string, OpenRegistration>;
}

/** One batch of registrations inside one transaction: reads under the locks, decides, writes. */
@Injectable()
export class AdmissionBatch {
  constructor(
    private readonly ids: Ids,
    private readonly queries: AdmissionQueries,
    private readonly store: AdmissionStore,
    private readonly seats: SeatsWriter,
  ) {}

  /** `last`: nothing more is written in the transaction, which ends with the batch's rows. */
  async run(manager: EntityManager, requests: AdmissionRequest[], { last = false } = {}): Promise<BatchDone> {
    let known = await this.queries.gather(manager, requests);
    // What a reserve gives to all, and who waits for it, come before the batch; offers end with it, so all is read again.
    const due = [...known.sessions.values()].filter((session) => releaseDue(session, known.now));
    for (const session of due) await this.seats.give(manager, session, session, known.now);
    if (due.length) known = await this.queries.gather(manager, requests);
    const decided = decideBatch(known, requests, () => this.ids.next());
    return { outcomes: decided.outcomes, made: await this.store.write(manager, known, decided, last) };
  }
}
