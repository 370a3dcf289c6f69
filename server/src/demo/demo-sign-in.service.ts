import { Injectable } from '@nestjs/common';
import type { DemoSignIn, Role, Tokens } from '@openday/shared/auth';
import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { Database } from '../database/database';
import { Account } from '../modules/accounts/account.entity';
import { AccountsService } from '../modules/accounts/accounts.service';
import { StaffAssignment } from '../modules/accounts/staff-assignment.entity';
import { SignInWriter } from '../modules/auth/sign-in.writer';
import { EventSession } from '../modules/events/session.entity';
import { Organizer } from '../modules/organizers/organizer.entity';
import { Vault } from '../modules/privacy/vault.service';

const DEFAULT_NAME: Record<Role, string> = {
  resident: '王女士',
  staff: '门口志愿者',
  organizer: '经办人',
  district: '政务公开办',
  observer: '督查员',
};

/** Signs anybody in as anything, for demos and tests; there is no such route without DEMO=1. */
@Injectable()
export class DemoSignInService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly signIns: SignInWriter,
    private readonly vault: Vault,
  ) {}

  /** The same role and name is the same account. An organizer may be named after its unit. */
  signIn({ role, name = DEFAULT_NAME[role] }: DemoSignIn, userAgent: string): Promise<Tokens> {
    return this.database.write(async (manager) => {
      const username = `demo:${role}:${name}`;
      const account =
        (await manager.findOneBy(Account, { username })) ?? (await this.create(manager, role, username, name));
      if (role === 'staff') await this.assignAll(manager, account.id);
      return this.signIns.begin(manager, account, { way: 'demo', userAgent });
    });
  }

  private async create(manager: EntityManager, role: Role, username: string, name: string): Promise<Account> {
    if (role === 'resident') {
      const phone = await this.phoneFor(manager, username);
      return this.accounts.create(manager, { role, username, name, phone });
    }
    const units = await manager.find(Organizer, { order: { path: 'ASC' } });
    const root = units.find((unit) => unit.parentId === null);
    const own =
      role === 'organizer' || role === 'observer'
        ? (units.find((unit) => unit.name === name) ?? (role === 'observer' ? root : units.find((u) => u !== root)))
        : root;
    return this.accounts.create(manager, { role, username, name, organizerId: own?.id ?? root?.id });
  }

  /** An invented number, made of the name; of two hundred names two would share one every five hundred times. */
  private async phoneFor(manager: EntityManager, username: string): Promise<string> {
    for (let digits = Number.parseInt(this.vault.index('name', username).slice(0, 12), 16); ; digits++) {
      const phone = `1380${String(digits % 10_000_000).padStart(7, '0')}`;
      if (!(await manager.existsBy(Account, { phoneIndex: this.vault.index('phone', phone) }))) return phone;
    }
  }

  private async assignAll(manager: EntityManager, accountId: string): Promise<void> {
    const sessions = await manager.find(EventSession, {
      select: { id: true },
      where: { publishedAt: Not(IsNull()), endsAt: MoreThan(new Date(Date.now() - 86_400_000)) },
    });
    if (sessions.length)
      await manager.upsert(
        StaffAssignment,
        sessions.map(({ id }) => ({ accountId, sessionId: id })),
        ['accountId', 'sessionId'],
      );
  }
}
