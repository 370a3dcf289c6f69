import { Injectable } from '@nestjs/common';
import type { CancelReason, NewCompanion, PartyChange } from '@openday/shared/registrations';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Vault } from '../privacy/vault.service';
import type { SessionState } from './admission.rules';
import { Companion } from './companion.entity';
import { cancelRefused, changeRefused, confirmRefused, membersRefused } from './party.rules';
import { Registration } from './registration.entity';
import { giveBack } from './seats.rules';
import { SeatsWriter } from './seats.writer';
import { arrivedMore } from './session-count.rules';
import { addCounts } from './session-count.writer';
import { isLive, isSeated } from './standing.rules';

/** What a resident does with a registration that stands; seats that come free are given on in the same transaction. */
@Injectable()
export class PartyWriter {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
    private readonly seats: SeatsWriter,
  ) {}

  /** Cancelling what is cancelled changes nothing. Throws NOT_LIVE, and CANCEL_TOO_LATE by the database's clock. */
  async cancel(manager: EntityManager, id: string, reason: CancelReason | null): Promise<void> {
    const locked = await this.seats.locked(manager, id);
    const { status } = locked.registration;
    if (status === 'cancelled') return;
    if (!isLive(status)) throw new AppError('NOT_LIVE');
    const refused = cancelRefused(locked.session, status, locked.now);
    if (refused) throw new AppError(refused);
    await this.seats.end(manager, locked, { status: 'cancelled', cancelReason: reason, told: 'cancelled' });
  }

  /** Accepts an offered seat; accepting twice changes nothing. Throws what `confirmRefused` says. */
  async confirm(manager: EntityManager, id: string): Promise<void> {
    const { registration, session, now } = await this.seats.locked(manager, id);
    if (registration.status === 'confirmed') return;
    const refused = confirmRefused(session, registration, now);
    if (refused) throw new AppError(refused);
    await manager.update(Registration, { id }, { status: 'confirmed', confirmBy: null, updatedAt: now });
    await this.outbox.append(manager, [{ kind: 'registered', accountId: registration.accountId, subjectId: id }], now);
  }

  /** A larger or smaller party. Throws what `changeRefused` says, FULL among it; seats and place in line stay held. */
  async change(manager: EntityManager, id: string, change: PartyChange): Promise<void> {
    const { registration, session, now } = await this.seats.locked(manager, id);
    if (!isLive(registration.status)) throw new AppError('NOT_LIVE');
    const { seats } = change;
    const companions = change.companions ?? (await this.standingNames(manager, id)).slice(0, seats - 1);
    const children = change.children ?? Math.min(registration.children, seats);
    const refused =
      changeRefused(session, registration, seats, now) ?? membersRefused(session, { seats, companions, children });
    if (refused) throw new AppError(refused);
    await manager.update(Registration, { id }, { seats, children, updatedAt: now });
    await addCounts(manager, session.id, { arrived: arrivedMore(registration, { seats }) });
    if (change.companions || seats < registration.seats) await this.rename(manager, id, companions);
    await this.seats.give(manager, session, resized(session, registration, seats), now);
  }

  private async standingNames(manager: EntityManager, registrationId: string): Promise<NewCompanion[]> {
    const named = await manager.findBy(Companion, { registrationId });
    const names = new Map(named.map(({ position, name }) => [position, this.vault.open(name)]));
    const last = Math.max(-1, ...names.keys());
    return Array.from({ length: last + 1 }, (_, position) => ({ name: names.get(position) }));
  }

  private async rename(manager: EntityManager, registrationId: string, companions: NewCompanion[]): Promise<void> {
    await manager.delete(Companion, { registrationId });
    const named = companions.flatMap(({ name }, position) =>
      name ? [{ id: this.ids.next(), registrationId, position, name: this.vault.seal(name) }] : [],
    );
    if (named.length) await manager.insert(Companion, named);
  }
}

/** The session after a party became `seats` large where it stands. */
function resized(session: SessionState, party: Registration, seats: number): SessionState {
  const fewer = party.seats - seats;
  if (party.status === 'waitlisted') return { ...session, waiting: session.waiting - fewer };
  return isSeated(party.status) ? giveBack(session, { ...party, seats: fewer }) : session;
}
