import { Injectable } from '@nestjs/common';
import type { CancelReason, PartyChange } from '@openday/shared/registrations';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/dialect';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { EventSession } from '../events/session.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import { changeRefused, promote, type SessionState } from './admission.rules';
import { Companion } from './companion.entity';
import { addTaken, lockSession } from './locked-session.queries';
import { Registration } from './registration.entity';
import { isLive, isSeated } from './standing.rules';

/** Changes and ends registrations; seats that come free go to the waiting list in the same transaction. */
@Injectable()
export class PartyWriter {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
  ) {}

  /** Cancelling what is cancelled changes nothing. Throws CANCEL_TOO_LATE once the session started, by the database's clock. */
  async cancel(manager: EntityManager, id: string, reason: CancelReason | null): Promise<void> {
    const { registration, session, now } = await this.locked(manager, id);
    if (registration.status === 'cancelled') return;
    if (!isLive(registration.status)) throw new AppError('NOT_LIVE');
    if (now >= session.startsAt) throw new AppError('CANCEL_TOO_LATE');
    await manager.update(
      Registration,
      { id },
      { status: 'cancelled', liveSubject: null, waitNumber: null, cancelReason: reason, updatedAt: now },
    );
    await this.release(manager, registration, session, registration.seats, now);
    await this.outbox.append(manager, [{ kind: 'cancelled', accountId: registration.accountId, subjectId: id }], now);
  }

  /** A larger or smaller party. Throws what `changeRefused` says, FULL among it; the seats held stay held. */
  async change(manager: EntityManager, id: string, { seats, companions }: PartyChange): Promise<void> {
    const { registration, session, now } = await this.locked(manager, id);
    if (!isLive(registration.status)) throw new AppError('NOT_LIVE');
    const refused = changeRefused(session, { ...registration, seated: isSeated(registration.status) }, seats, now);
    if (refused) throw new AppError(refused);
    if ((companions?.length ?? 0) > seats - 1) throw new AppError('BAD_REQUEST');
    await manager.update(Registration, { id }, { seats, updatedAt: now });
    await manager.delete(Companion, { registrationId: id });
    const named = (companions ?? []).flatMap(({ name }, position) =>
      name ? [{ id: this.ids.next(), registrationId: id, position, name: this.vault.seal(name) }] : [],
    );
    if (named.length) await manager.insert(Companion, named);
    await this.release(manager, registration, session, registration.seats - seats, now);
  }

  private async locked(manager: EntityManager, id: string) {
    const { sessionId } = await manager.findOneByOrFail(Registration, { id });
    const session = await lockSession(manager, sessionId);
    if (!session) throw new AppError('NOT_FOUND');
    // Read again under the lock: a neighbour may have changed it since.
    const registration = await manager.findOneByOrFail(Registration, { id });
    return { registration, session, now: await databaseNow(manager) };
  }

  /** Takes `seats` back from where the registration stood (negative: gives more), then promotes who fits now. */
  private async release(
    manager: EntityManager,
    { sessionId, quotaId, status }: Registration,
    session: SessionState,
    seats: number,
    now: Date,
  ): Promise<void> {
    const seated = isSeated(status);
    if (seated) await addTaken(manager, quotaId, -seats);
    const pools = session.pools.map((p) => (seated && p.id === quotaId ? { ...p, taken: p.taken - seats } : p));
    const queue = await manager.findBy(Registration, { sessionId, status: 'waitlisted' });
    const waiting = queue.flatMap((r) => (r.waitNumber === null ? [] : [{ ...r, waitNumber: r.waitNumber }]));
    const promoted = promote(waiting, pools);
    for (const { id, quotaId: pool, seats: party } of promoted) {
      await addTaken(manager, pool, party);
      await manager.update(Registration, { id }, { status: 'confirmed', waitNumber: null, updatedAt: now });
    }
    const left = waiting.filter((w) => !promoted.some((p) => p.id === w.id));
    await manager.update(EventSession, { id: sessionId }, { waiting: left.reduce((sum, w) => sum + w.seats, 0) });
    await this.outbox.append(
      manager,
      queue
        .filter((r) => promoted.some((p) => p.id === r.id))
        .map((r) => ({ kind: 'promoted', accountId: r.accountId, subjectId: r.id })),
      now,
    );
  }
}
