import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Vault } from '../privacy/vault.service';
import { Account } from './account.entity';
import { AccountsService } from './accounts.service';
import { Identity, type IdentityKind } from './identity.entity';

/** By what residents sign in; inside the transaction it is handed. */
@Injectable()
export class IdentitiesWriter {
  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountsService,
  ) {}

  of(manager: EntityManager, accountId: string): Promise<Identity[]> {
    return manager.findBy(Identity, { accountId });
  }

  holder(manager: EntityManager, kind: IdentityKind, value: string): Promise<Identity | null> {
    return manager.findOneBy(Identity, { keyIndex: this.key(kind, value) });
  }

  /** The openid a message goes to; null where no WeChat is bound. */
  async openidOf(manager: EntityManager, accountId: string): Promise<string | null> {
    const wechat = await manager.findOneBy(Identity, { accountId, kind: 'wechat' });
    return wechat && this.vault.open(wechat.value);
  }

  /** The account that signs in by it; made now where there is none. Throws UNAUTHENTICATED for one that was disabled. */
  async account(manager: EntityManager, kind: IdentityKind, value: string): Promise<Account> {
    const known = await this.holder(manager, kind, value);
    if (known) return this.accounts.live(manager, known.accountId);
    const account = await this.accounts.create(manager, { role: 'resident', username: null });
    await this.bind(manager, account.id, kind, value);
    return this.accounts.live(manager, account.id);
  }

  /** In place of what the account had of that kind. Two who bind the same at once: the second finds it taken at its next try. */
  async bind(manager: EntityManager, accountId: string, kind: IdentityKind, value: string): Promise<void> {
    await manager.delete(Identity, { accountId, kind });
    await manager.insert(Identity, {
      keyIndex: this.key(kind, value),
      accountId,
      kind,
      value: this.vault.seal(value),
      provenAt: await databaseNow(manager),
    });
    if (kind === 'phone') await manager.update(Account, { id: accountId }, this.accounts.sealed({ phone: value }));
  }

  async unbind(manager: EntityManager, accountId: string, kind: IdentityKind): Promise<void> {
    await manager.delete(Identity, { accountId, kind });
    const noPhone = { phone: null, phoneIndex: null, phoneLast4: null };
    if (kind === 'phone') await manager.update(Account, { id: accountId }, noPhone);
  }

  private key(kind: IdentityKind, value: string): string {
    return this.vault.index(kind === 'phone' ? 'phone' : 'openid', value);
  }
}
