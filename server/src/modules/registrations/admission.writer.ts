import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Registration } from '@openday/shared/registrations';
import { Database } from '../../database/database';
import { isTransient, isUnreachable } from '../../database/dialect';
import { AppError } from '../../http/app-error';
import { batches, gauge, registrations } from '../../metrics/metrics';
import type { Admission, AdmissionRequest } from './admission.batch.rules';
import { AdmissionBatch, type BatchDone } from './admission.batch.writer';
import { presentRegistration, presentStanding, type RegistrationRow } from './registration.presenter';
import { RegistrationReader } from './registration.reader';

/** 201: registered now; 200: it stood already. */
export interface Admitted {
  status: Admission['status'];
  registration: Registration;
}

interface Waiting {
  request: AdmissionRequest;
  resolve(admitted: Admitted): void;
  reject(error: unknown): void;
}

const BATCH = 500;
const WORDS = { 201: 'registered', 200: 'standing' };
/** Answers written in one go. */
const AT_ONCE = 8;
/** How many may wait: two seconds of work as fast as the last full batch was, since then a quick "busy" helps more. */
const QUEUE = { least: 500, most: 5_000, ms: 2_000 };

/**
 * Collects what arrives while a transaction commits and decides it in the next one: a stampede on one session costs a
 * flush a batch instead of a flush a party. Changes no rule: every replica does the same under the same row locks.
 */
@Injectable()
export class AdmissionWriter {
  private queue: Waiting[] = [];
  private pumping = false;
  private room = QUEUE.most;

  constructor(
    private readonly database: Database,
    private readonly batch: AdmissionBatch,
    private readonly reader: RegistrationReader,
  ) {
    gauge('openday_admission_waiting', 'Requests that wait for the next batch', () => this.queue.length);
    gauge('openday_admission_room', 'How many may wait before others are told "busy"', () => this.room);
  }

  /** Throws AppError for a refusal, BUSY when too many are waiting. */
  submit(request: AdmissionRequest): Promise<Admitted> {
    if (this.queue.length >= this.room) {
      registrations.inc({ outcome: 'BUSY' });
      throw new AppError('BUSY');
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      if (!this.pumping) void this.pump();
    });
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    while (this.queue.length) {
      // The embedded database answers without a pause: let the requests that have come in be read first.
      await setImmediate();
      const batch = this.queue.splice(0, BATCH);
      batches.observe(batch.length);
      const began = performance.now();
      // One party's failure must not fail its neighbours: what failed together is tried alone, key looked up first.
      if (!(await this.run(batch, batch.length === 1))) for (const one of batch) await this.run([one], true);
      const rate = batch.length / (performance.now() - began);
      if (batch.length === BATCH) this.room = Math.min(Math.max(rate * QUEUE.ms, QUEUE.least), QUEUE.most);
    }
    this.pumping = false;
  }

  /** False when the batch failed and nobody was answered yet. */
  private async run(batch: Waiting[], last: boolean): Promise<boolean> {
    const requests = batch.map(({ request }) => request);
    try {
      const done = await this.database.write((manager) => this.batch.run(manager, requests, { last: true }));
      // The next batch does not wait until this one is told.
      void this.answer(batch, done);
      return true;
    } catch (error) {
      // What no database or a lost race failed is nobody's fault: all may ask again with their key.
      const told = last || isUnreachable(error) || isTransient(error);
      if (told) this.fail(batch, error);
      return told;
    }
  }

  private async answer(batch: Waiting[], { outcomes, made }: BatchDone): Promise<void> {
    try {
      const ids = outcomes.flatMap((outcome) => ('refused' in outcome ? [] : [outcome.registrationId]));
      const shown = ids.length ? await this.reader.byId(ids, made) : new Map<string, RegistrationRow>();
      for (const [i, { request, resolve, reject }] of batch.entries()) {
        // A few at a time: in between the next batch hears the database, which would else wait for all of them.
        if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
        const outcome = outcomes[i]!;
        registrations.inc({ outcome: 'refused' in outcome ? outcome.refused : WORDS[outcome.status] });
        if ('refused' in outcome) {
          reject(new AppError(outcome.refused, outcome.details));
          continue;
        }
        const row = shown.get(outcome.registrationId)!;
        // Anybody can name a phone: what another account registered under it is not shown to them.
        const present = row.registration.accountId === request.accountId ? presentRegistration : presentStanding;
        resolve({ status: outcome.status, registration: present(row) });
      }
    } catch (error) {
      // Who asks again with the same key is told.
      this.fail(batch, error);
    }
  }

  private fail(batch: Waiting[], error: unknown): void {
    registrations.inc({ outcome: 'failed' }, batch.length);
    for (const { reject } of batch) reject(error);
  }
}
