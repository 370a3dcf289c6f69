import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type ObjectLiteral } from 'typeorm';
import type { Account } from '../accounts/account.entity';
import { Account as AccountRow } from '../accounts/account.entity';
import { AuditWriter } from '../audit/audit.writer';
import { CheckIn } from '../check-in/check-in.entity';
import { Event } from '../events/event.entity';
import { Follow } from '../events/follow.entity';
import { Vault } from '../privacy/vault.service';
import { NOBODYS, Response } from '../questionnaires/response.entity';
import { DrawEntry } from '../registrations/draw-entry.entity';
import { lockSessions } from '../registrations/locked-session.queries';
import { Registration } from '../registrations/registration.entity';
import { Restriction } from '../registrations/restriction.entity';
import { SeatsWriter } from '../registrations/seats.writer';
import { isLive, LIVE } from '../registrations/standing.rules';
import { SuggestionWriter } from '../suggestions/suggestion.writer';
import { OwnRowsReader } from './own-rows.reader';
import { KEPT_EMPTIED, KEPT_WHOLE } from './own-tables.rules';

/** Takes an account out of every table; in the order of locks (docs/rules/admission.md). */
@Injectable()
export class ErasureWriter {
  constructor(
    private readonly vault: Vault,
    private readonly seats: SeatsWriter,
    private readonly audit: AuditWriter,
    private readonly own: OwnRowsReader,
    private readonly suggestions: SuggestionWriter,
  ) {}

  /** Seats of sessions that have not begun are given on; earlier ones stay as numbers. */
  async erase(manager: EntityManager, account: Account): Promise<void> {
    await this.forgetRestrictions(manager, account);
    await this.stopFollowing(manager, account);
    await this.leave(manager, account);
    const found = await this.own.of(manager, account);
    const registrations = await manager.findBy(Registration, { accountId: account.id });
    await this.empty(manager, registrations);
    await this.suggestions.forget(manager, account.id);
    await manager.update(Response, { accountId: account.id }, NOBODYS);
    for (const { table, rows } of found) {
      if ([...KEPT_EMPTIED, ...KEPT_WHOLE].includes(table.tableName)) continue;
      await removeRows(
        manager,
        table.target,
        rows,
        table.primaryColumns.map(({ propertyName }) => propertyName),
      );
    }
    const pseudonym = this.vault.pseudonym(account.id);
    await this.audit.append(manager, { accountId: pseudonym, act: 'account.erase', target: ['account', pseudonym] });
  }

  /** Those about this number, unless somebody else has the same: then they are that one's too. */
  private async forgetRestrictions(manager: EntityManager, { id, phoneIndex }: Account): Promise<void> {
    if (!phoneIndex) return;
    const shared = await manager.countBy(AccountRow, { phoneIndex });
    const own = shared > 1 ? [] : await manager.findBy(Restriction, { subject: phoneIndex });
    await removeRows(manager, Restriction, own, ['id']);
    if (shared > 1) await manager.update(AccountRow, { id }, { phoneIndex: null });
  }

  private async stopFollowing(manager: EntityManager, { id: accountId }: Account): Promise<void> {
    const followed = await manager.find(Follow, { where: { accountId }, order: { eventId: 'ASC' } });
    for (const { eventId } of followed) {
      const ended = await manager.delete(Follow, { accountId, eventId });
      if (ended.affected) await manager.decrement(Event, { id: eventId }, 'followers', 1);
    }
  }

  /** Cancels what has not begun, also where a resident could not cancel any more: there is nobody left to come. */
  private async leave(manager: EntityManager, { id: accountId }: Account): Promise<void> {
    const live = await manager.findBy(Registration, { accountId, status: In(LIVE) });
    await lockSessions(manager, [...new Set(live.map(({ sessionId }) => sessionId))]);
    for (const { id } of live) {
      const locked = await this.seats.locked(manager, id);
      if (!isLive(locked.registration.status) || locked.session.startsAt <= locked.now) continue;
      await this.seats.end(manager, locked, { status: 'cancelled', cancelReason: null, told: 'cancelled' });
    }
  }

  private async empty(manager: EntityManager, registrations: Registration[]): Promise<void> {
    if (!registrations.length) return;
    const ids = In(registrations.map(({ id }) => id));
    const sessionId = In([...new Set(registrations.map((registration) => registration.sessionId))]);
    for (const { sessionId: session, ticketNo } of registrations)
      if (ticketNo !== null) await manager.update(DrawEntry, { sessionId: session, ticketNo }, { maskedName: '' });
    const scans = await manager.findBy(CheckIn, { sessionId, registrationId: ids });
    if (scans.length) await manager.update(CheckIn, { id: In(scans.map(({ id }) => id)) }, { reason: null });
    await manager.update(Registration, { id: ids }, { ...NOBODY, name: this.vault.seal('') });
  }
}

/** What stays of a registration: session, pool, seats, children, how it ended. */
const NOBODY = {
  accountId: '',
  nameIndex: '',
  phone: null,
  phoneLast4: null,
  subject: null,
  liveSubject: null,
  enterprise: null,
  relation: null,
  consentedAt: null,
  endReason: null,
};

/** By their keys, one by one: a condition without an index would lock its way through the table. */
async function removeRows(
  manager: EntityManager,
  target: Parameters<EntityManager['delete']>[0],
  rows: ObjectLiteral[],
  keys: string[],
): Promise<void> {
  const sorted = [...rows].sort((a, b) => keyOf(a, keys).localeCompare(keyOf(b, keys)));
  for (const row of sorted) await manager.delete(target, Object.fromEntries(keys.map((key) => [key, row[key]])));
}

const keyOf = (row: ObjectLiteral, keys: string[]): string => keys.map((key) => String(row[key])).join(' ');
