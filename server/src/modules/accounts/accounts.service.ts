import { Injectable } from '@nestjs/common';
import type { ProfileChange, Role, Account as Wire } from '@openday/shared/auth';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Organizer } from '../organizers/organizer.entity';
import { Vault } from '../privacy/vault.service';
import { Account } from './account.entity';
import { presentAccount } from './account.presenter';

export interface NewAccount {
  role: Role;
  username: string | null;
  passwordHash?: string;
  name?: string;
  phone?: string;
  organizerId?: string;
  /** The password was handed out: good for another one until then. */
  passwordOnceUntil?: Date;
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
  ) {}

  async me(caller: Caller): Promise<Wire> {
    return this.present(this.database.read, await this.live(this.database.read, caller.id));
  }

  /** Throws PHONE_UNPROVEN for a number outside the demo. */
  async change(caller: Caller, { name, phone, over60 }: ProfileChange): Promise<Wire> {
    if (phone && !this.config.demo) throw new AppError('PHONE_UNPROVEN');
    return this.database.write(async (manager) => {
      await this.live(manager, caller.id);
      // These columns alone: what another device, or the unit, changes at the same moment stays.
      const changes = { ...this.sealed({ name, phone }), ...(over60 !== undefined && { over60 }) };
      if (Object.keys(changes).length) await manager.update(Account, { id: caller.id }, changes);
      return this.present(manager, await this.live(manager, caller.id));
    });
  }

  async create(
    manager: EntityManager,
    { role, username, passwordHash, passwordOnceUntil, organizerId, ...person }: NewAccount,
  ): Promise<Account> {
    const account = manager.create(Account, {
      id: this.ids.next(),
      role,
      username,
      passwordHash: passwordHash ?? null,
      name: null,
      phone: null,
      phoneIndex: null,
      phoneLast4: null,
      over60: false,
      organizerId: organizerId ?? null,
      passwordOnceUntil: passwordOnceUntil ?? null,
      disabledAt: null,
      createdAt: new Date(),
      ...this.sealed(person),
    });
    await manager.insert(Account, account);
    return account;
  }

  /** Throws UNAUTHENTICATED when the account is gone or disabled. */
  async live(manager: EntityManager, id: string): Promise<Account> {
    const account = await manager.findOneBy(Account, { id });
    if (!account || account.disabledAt) throw new AppError('UNAUTHENTICATED');
    return account;
  }

  async present(manager: EntityManager, account: Account): Promise<Wire> {
    const organizer = await this.organizerOf(manager, account);
    return presentAccount(account, account.name ? this.vault.open(account.name) : '', organizer?.name ?? null);
  }

  async organizerOf(manager: EntityManager, { organizerId }: Account): Promise<Organizer | null> {
    return organizerId ? manager.findOneBy(Organizer, { id: organizerId }) : null;
  }

  /** Columns of a name and a number; of what is left out, none. */
  sealed({ name, phone }: { name?: string; phone?: string }): Partial<Account> {
    return {
      ...(name && { name: this.vault.seal(name) }),
      ...(phone && {
        phone: this.vault.seal(phone),
        phoneIndex: this.vault.index('phone', phone),
        phoneLast4: phone.slice(-4),
      }),
    };
  }
}
