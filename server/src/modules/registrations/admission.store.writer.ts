import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { EventSession } from '../events/session.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import type { Decided, Known, NewParty } from './admission.batch.rules';
import { Companion } from './companion.entity';
import { IdempotencyKey } from './idempotency.entity';
import { addTaken } from './locked-session.queries';
import { Registration } from './registration.entity';

/** Writes what a batch decided: counters first and guarded, then every row in bulk. */
@Injectable()
export class AdmissionStore {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
  ) {}

  async write(manager: EntityManager, { now, sessions }: Known, decided: Decided): Promise<void> {
    for (const [id, session] of decided.sessions) {
      const before = sessions.get(id)!;
      for (const pool of session.pools)
        await addTaken(manager, pool.id, pool.taken - (before.pools.find((p) => p.id === pool.id)?.taken ?? 0));
      if (session.waitNumber !== before.waitNumber)
        await manager.update(EventSession, { id }, { waiting: session.waiting, waitNumber: session.waitNumber });
    }
    const { parties, keys } = decided;
    if (parties.length)
      await manager.insert(
        Registration,
        parties.map((party) => this.registration(party, now)),
      );
    const companions = parties.flatMap((party) => this.companions(party));
    if (companions.length) await manager.insert(Companion, companions);
    const remembered = [...keys].map(([id, key]) => ({ id, ...key, createdAt: now }));
    if (remembered.length) await manager.insert(IdempotencyKey, remembered);
    const told = parties.map(({ id, accountId, decision }) => ({
      kind: decision.status === 'confirmed' ? ('registered' as const) : ('waitlisted' as const),
      accountId,
      subjectId: id,
    }));
    await this.outbox.append(manager, told, now);
  }

  private registration({ id, request, applicant, decision }: NewParty, now: Date): Registration {
    const { name, nameIndex, phone, subject, relation } = applicant;
    return {
      id,
      sessionId: request.sessionId,
      accountId: request.accountId,
      ...decision,
      seats: request.body.seats,
      children: request.body.children ?? 0,
      enterprise: request.body.enterprise ?? null,
      ticketNo: null,
      joinWaitlist: request.body.joinWaitlist ?? false,
      confirmBy: null,
      heldBackUntil: null,
      endReason: null,
      subject,
      liveSubject: subject,
      name: this.vault.seal(name),
      nameIndex,
      phone: phone && this.vault.seal(phone),
      phoneLast4: phone?.slice(-4) ?? null,
      relation,
      consentedAt: relation ? now : null,
      cancelReason: null,
      createdAt: now,
      updatedAt: now,
    };
  }

  private companions({ id: registrationId, request }: NewParty): Companion[] {
    return (request.body.companions ?? []).flatMap(({ name }, position) =>
      name ? [{ id: this.ids.next(), registrationId, position, name: this.vault.seal(name) }] : [],
    );
  }
}
