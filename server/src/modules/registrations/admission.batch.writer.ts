import { Injectable } from '@nestjs/common';
import type { NewRegistration } from '@openday/shared/registrations';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/dialect';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { EventSession } from '../events/session.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import { afterDecision, decide, type SessionState } from './admission.rules';
import { Companion } from './companion.entity';
import { IdempotencyKey } from './idempotency.entity';
import { addTaken, lockSession } from './locked-session.queries';
import { type Person, personOf } from './person.rules';
import { Registration } from './registration.entity';
import { LIVE } from './standing.rules';

export interface AdmissionRequest {
  accountId: string;
  sessionId: string;
  body: NewRegistration;
  /** Keyed hashes of account, route and key, and of the body. */
  keyId: string;
  bodyHash: string;
}

export interface Outcome {
  status: 200 | 201;
  registrationId: string;
}

/** What a batch knows and makes, written together at its end. */
interface Work {
  now: Date;
  sessions: Map<string, SessionState | null>;
  accounts: Map<string, Account>;
  keys: Map<string, IdempotencyKey>;
  standing: Registration[];
  made: Registration[];
  companions: Companion[];
  newKeys: IdempotencyKey[];
}

/** Decides a batch of registrations inside one transaction: locks, looks for what stands, decides, writes. */
@Injectable()
export class AdmissionBatch {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
  ) {}

  async decide(manager: EntityManager, requests: AdmissionRequest[]): Promise<(Outcome | AppError)[]> {
    const work = await this.gather(manager, requests);
    const before = new Map(work.sessions);
    const outcomes = requests.map((request) => this.decideOne(work, request));
    await this.write(manager, work, before);
    return outcomes;
  }

  private async gather(manager: EntityManager, requests: AdmissionRequest[]): Promise<Work> {
    const sessions = new Map<string, SessionState | null>();
    for (const id of [...new Set(requests.map((r) => r.sessionId))].sort())
      sessions.set(id, await lockSession(manager, id));
    const accountIds = [...new Set(requests.map((r) => r.accountId))];
    const accounts = await manager.findBy(Account, { id: In(accountIds) });
    const subjects = requests.flatMap(({ body, accountId }) => {
      const phone = body.onBehalfOf?.phone;
      const own = accounts.find((a) => a.id === accountId)?.phoneIndex;
      return [phone && this.vault.index('phone', phone), own].filter((s): s is string => !!s);
    });
    const where = { sessionId: In([...sessions.keys()]), status: In(LIVE) };
    return {
      now: await databaseNow(manager),
      sessions,
      accounts: new Map(accounts.map((a) => [a.id, a])),
      keys: new Map(
        (await manager.findBy(IdempotencyKey, { id: In(requests.map((r) => r.keyId)) })).map((k) => [k.id, k]),
      ),
      standing: await manager.findBy(Registration, [
        { ...where, accountId: In(accountIds) },
        ...(subjects.length ? [{ ...where, subject: In([...new Set(subjects)]) }] : []),
      ]),
      made: [],
      companions: [],
      newKeys: [],
    };
  }

  private decideOne(work: Work, request: AdmissionRequest): Outcome | AppError {
    const known = work.keys.get(request.keyId);
    if (known && known.bodyHash !== request.bodyHash) return new AppError('KEY_REUSED');
    if (known) return { status: known.status as Outcome['status'], registrationId: known.registrationId };

    const session = work.sessions.get(request.sessionId);
    if (!session) return new AppError('NOT_FOUND');
    const account = work.accounts.get(request.accountId);
    if (!account || account.disabledAt) return new AppError('UNAUTHENTICATED');
    const person = personOf(request.body, {
      name: account.name && this.vault.open(account.name),
      phone: account.phone && this.vault.open(account.phone),
    });
    if ('refused' in person) return new AppError(person.refused);

    const standing = this.standingOf(work, request, person);
    if (standing instanceof AppError) return standing;
    if (standing) return this.remember(work, request, { status: 200, registrationId: standing.id });

    const { seats, quotaId = null, joinWaitlist = false } = request.body;
    const decision = decide(session, { seats, quotaId, joinWaitlist }, work.now);
    if ('refused' in decision) return new AppError(decision.refused);
    work.sessions.set(request.sessionId, afterDecision(session, seats, decision));
    const registration = this.make(work, request, person, decision);
    return this.remember(work, request, { status: 201, registrationId: registration.id });
  }

  /** The live registration of the same person here; a likely double of someone without a phone is asked about. */
  private standingOf(work: Work, request: AdmissionRequest, person: Person): Registration | AppError | null {
    const here = [...work.standing, ...work.made].filter((r) => r.sessionId === request.sessionId);
    if (person.phone) {
      const subject = this.vault.index('phone', person.phone);
      const own = person.relation === null;
      return (
        here.find((r) => r.subject === subject || (own && r.accountId === request.accountId && !r.relation)) ?? null
      );
    }
    const nameIndex = this.vault.index('name', person.name);
    const double = here.some((r) => r.accountId === request.accountId && !r.subject && r.nameIndex === nameIndex);
    return double && !request.body.onBehalfOf?.confirmDouble ? new AppError('LIKELY_DOUBLE') : null;
  }

  private make(
    work: Work,
    request: AdmissionRequest,
    person: Person,
    decision: { status: 'confirmed' | 'waitlisted'; quotaId: string; waitNumber: number | null },
  ): Registration {
    const subject = person.phone ? this.vault.index('phone', person.phone) : null;
    const registration: Registration = {
      id: this.ids.next(),
      sessionId: request.sessionId,
      quotaId: decision.quotaId,
      accountId: request.accountId,
      status: decision.status,
      seats: request.body.seats,
      waitNumber: decision.waitNumber,
      subject,
      liveSubject: subject,
      name: this.vault.seal(person.name),
      nameIndex: this.vault.index('name', person.name),
      phone: person.phone && this.vault.seal(person.phone),
      phoneLast4: person.phone?.slice(-4) ?? null,
      relation: person.relation,
      consentedAt: person.relation ? work.now : null,
      cancelReason: null,
      createdAt: work.now,
      updatedAt: work.now,
    };
    work.made.push(registration);
    (request.body.companions ?? []).forEach(({ name }, position) => {
      if (name)
        work.companions.push({
          id: this.ids.next(),
          registrationId: registration.id,
          position,
          name: this.vault.seal(name),
        });
    });
    return registration;
  }

  private remember(work: Work, request: AdmissionRequest, outcome: Outcome): Outcome {
    const key: IdempotencyKey = {
      id: request.keyId,
      bodyHash: request.bodyHash,
      status: outcome.status,
      registrationId: outcome.registrationId,
      createdAt: work.now,
    };
    work.keys.set(key.id, key);
    work.newKeys.push(key);
    return outcome;
  }

  private async write(manager: EntityManager, work: Work, before: Work['sessions']): Promise<void> {
    for (const [id, session] of work.sessions) {
      const old = before.get(id);
      if (!session || !old || session === old) continue;
      for (const pool of session.pools) {
        const seats = pool.taken - (old.pools.find((p) => p.id === pool.id)?.taken ?? 0);
        await addTaken(manager, pool.id, seats);
      }
      if (session.waitNumber !== old.waitNumber)
        await manager.update(EventSession, { id }, { waiting: session.waiting, waitNumber: session.waitNumber });
    }
    if (work.made.length) await manager.insert(Registration, work.made);
    if (work.companions.length) await manager.insert(Companion, work.companions);
    if (work.newKeys.length) await manager.insert(IdempotencyKey, work.newKeys);
    const told = work.made.map(({ id, accountId, status }) => ({
      kind: status === 'confirmed' ? ('registered' as const) : ('waitlisted' as const),
      accountId,
      subjectId: id,
    }));
    await this.outbox.append(manager, told, work.now);
  }
}
