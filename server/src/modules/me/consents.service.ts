import { Injectable } from '@nestjs/common';
import { CONSENT_VERSIONS } from '@openday/shared/consent-texts';
import type { ConsentKind, NewConsent, Consent as Wire } from '@openday/shared/me';
import { type EntityManager, IsNull } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { MessageSettings } from '../notifications/message-settings.entity';
import { Consent } from './consent.entity';
import { presentConsent } from './me.presenter';

/** Who agreed to which text, when, and until when. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Newest first. */
  async list(accountId: string): Promise<Wire[]> {
    return (await this.rows(this.database.read, accountId)).map(presentConsent);
  }

  /** Agreeing to what one agrees to already changes nothing. Throws CONSENT_TEXT_UNKNOWN. */
  agree(caller: Caller, consent: NewConsent): Promise<Wire> {
    return this.database.write(async (manager) => presentConsent(await this.record(manager, caller.id, consent)));
  }

  /** Withdrawing what does not stand changes nothing. */
  withdraw(caller: Caller, kind: ConsentKind): Promise<Wire[]> {
    return this.database.write(async (manager) => {
      await this.end(manager, caller.id, kind);
      if (kind === 'sms') await manager.update(MessageSettings, { accountId: caller.id }, { sms: false });
      return (await this.rows(manager, caller.id)).map(presentConsent);
    });
  }

  async record(manager: EntityManager, accountId: string, { kind, version }: NewConsent): Promise<Consent> {
    if (!CONSENT_VERSIONS[kind].includes(version)) throw new AppError('CONSENT_TEXT_UNKNOWN');
    // One at a time of an account, so that two presses are one consent.
    const account = await manager.findOne(Account, { where: { id: accountId }, lock: lockMode(manager) });
    if (!account) throw new AppError('UNAUTHENTICATED');
    const standing = await manager.findOneBy(Consent, { accountId, kind, version, withdrawnAt: IsNull() });
    if (standing) return standing;
    const agreedAt = await databaseNow(manager);
    const made = manager.create(Consent, {
      id: this.ids.next(),
      accountId,
      kind,
      version,
      agreedAt,
      withdrawnAt: null,
    });
    await manager.insert(Consent, made);
    return made;
  }

  async end(manager: EntityManager, accountId: string, kind: ConsentKind): Promise<void> {
    const withdrawnAt = await databaseNow(manager);
    await manager.update(Consent, { accountId, kind, withdrawnAt: IsNull() }, { withdrawnAt });
  }

  private rows(manager: EntityManager, accountId: string): Promise<Consent[]> {
    return manager.find(Consent, { where: { accountId }, order: { id: 'DESC' } });
  }
}
