import { Injectable } from '@nestjs/common';
import { fromBase64 } from '@openday/shared/base64';
import { isGenuine, readCode, registrationKey } from '@openday/shared/check-in-code';
import type { ClaimBody, Registration as Wire } from '@openday/shared/registrations';
import { type EntityManager, MoreThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { AuditWriter } from '../audit/audit.writer';
import { AuditEntry } from '../audit/audit-entry.entity';
import { doorKeys } from '../events/door-keys.rules';
import { EventSession } from '../events/session.entity';
import { Vault } from '../privacy/vault.service';
import { Registration } from './registration.entity';
import { RegistrationReader } from './registration.reader';
import { isLive } from './standing.rules';

const ACT = 'registration.claim';
const REFUSED = 'SLIP_INVALID';
/** Somebody who found a slip has to guess its phone number: so many wrong claims of an account in so long. */
const TRIES = 10;
const WINDOW_MS = 15 * 60_000;

/** 认领: what a community worker registered for somebody becomes that person's own. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly reader: RegistrationReader,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** Claiming again changes nothing. Throws SLIP_INVALID, NOT_LIVE, and TOO_MANY, which counts over all replicas. */
  async claim(caller: Caller, body: ClaimBody): Promise<Wire> {
    const registration = await this.database.write(async (manager) => {
      await this.refuseGuessing(manager, caller);
      const found = await this.proven(manager, body);
      const accountId = this.audit.actor(caller);
      const target: [string, string] = found ? ['registration', found.id] : ['account', accountId];
      await this.audit.append(manager, { accountId, act: ACT, target, ...(!found && { result: REFUSED }) });
      if (found) await this.handOver(manager, found, caller);
      return found;
    });
    // Thrown after the commit: a wrong claim is to be counted.
    if (!registration) throw new AppError(REFUSED);
    return this.reader.one(registration.id);
  }

  private async refuseGuessing(manager: EntityManager, caller: Caller): Promise<void> {
    // One claim of an account at a time, so that many at once are counted too.
    await manager.findOne(Account, { where: { id: caller.id }, lock: lockMode(manager) });
    const since = new Date((await databaseNow(manager)).getTime() - WINDOW_MS);
    const wrong = await manager.countBy(AuditEntry, {
      accountId: this.audit.actor(caller),
      act: ACT,
      result: REFUSED,
      at: MoreThan(since),
    });
    if (wrong >= TRIES) throw new AppError('TOO_MANY');
  }

  /** The registration by proxy whose printed slip and phone these are; null when they are not. */
  private async proven(manager: EntityManager, { code, phone }: ClaimBody): Promise<Registration | null> {
    const slip = readCode(code);
    if (slip?.kind !== 'printed') return null;
    const { registrationId: id, sessionId } = slip;
    const subject = this.vault.index('phone', phone);
    const registration = await manager.findOneBy(Registration, { id, sessionId, subject });
    const session = registration?.relation ? await manager.findOneBy(EventSession, { id: sessionId }) : null;
    if (!session) return null;
    const keys = doorKeys(session, (sealed) => this.vault.openBytes(sealed));
    const key = keys.find((one) => one.id === slip.keyId)?.key;
    return key && isGenuine(code, registrationKey(fromBase64(key), id)) ? registration : null;
  }

  private async handOver(manager: EntityManager, { id, status, accountId }: Registration, to: Caller): Promise<void> {
    if (!isLive(status)) throw new AppError('NOT_LIVE');
    if (accountId === to.id) return;
    await manager.update(Registration, { id }, { accountId: to.id, updatedAt: await databaseNow(manager) });
  }
}
