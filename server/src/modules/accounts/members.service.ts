import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MemberChange, MemberPassword, MemberQuery, NewMember, Member as Wire } from '@openday/shared/people';
import type { Page } from '@openday/shared/wire';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { changeRows } from '../../database/rows';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { LiveCallers } from '../../http/live-callers';
import { SignInEnds } from '../../http/sign-in-ends';
import { AttemptsWriter } from '../attempts/attempts.writer';
import { WRONG_PASSWORDS } from '../attempts/limits.rules';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { organizerInScope, unitNames } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Account } from './account.entity';
import { AccountsService } from './accounts.service';
import { deskMembers } from './desk-accounts.queries';
import { presentMember } from './member.presenter';
import { handedOut, ONCE_DAYS, roleRefused } from './member.rules';
import { hashPassword } from './password.rules';

const DAY_MS = 86_400_000;

/** Who may act, or look, for the units of a subtree. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly live: LiveCallers,
    private readonly ends: SignInEnds,
    private readonly attempts: AttemptsWriter,
  ) {}

  /** In the order they were made; that their names are read is audited. Throws NOT_FOUND for a unit of somebody else. */
  list(caller: Caller, query: MemberQuery): Promise<Page<Wire>> {
    return this.database.write(async (manager) => {
      if (query.organizer) await organizerInScope(manager, query.organizer, caller);
      const limit = query.limit ?? 20;
      const after = decodeCursor(query.cursor, 'id');
      const found = deskMembers(manager, caller, query.organizer);
      if (after) found.andWhere('a.id > :after', { after: after[0] });
      const rows = await found
        .orderBy('a.id')
        .take(limit + 1)
        .getMany();
      const target: [string, string] = ['organizer', query.organizer ?? caller.organizerId ?? ''];
      await this.audit.append(manager, { accountId: caller.id, act: 'members.read', target });
      const units = await unitNames(manager, rows);
      return toPage(
        rows,
        limit,
        ({ id }) => [id],
        (row) => this.present(row, units.get(row.organizerId ?? '') ?? '', caller),
      );
    });
  }

  /** With a password that is shown this once. Throws USERNAME_TAKEN, FORBIDDEN for a role that is not theirs to give. */
  async create(caller: Caller, { username, name, role, organizerId }: NewMember): Promise<MemberPassword> {
    const { password, passwordHash } = await aPassword();
    return this.database.write(async (manager) => {
      const unit = await organizerInScope(manager, organizerId, caller);
      if (roleRefused(caller, { role, organizerId })) throw new AppError('FORBIDDEN');
      if (await manager.existsBy(Account, { username })) throw new AppError('USERNAME_TAKEN');
      const passwordOnceUntil = await until(manager);
      const made = { role, username, name, organizerId, passwordHash, passwordOnceUntil };
      const account = await this.accounts.create(manager, made);
      await this.note(manager, caller, 'member.create', account.id);
      return { member: this.present(account, unit.name, caller), password };
    });
  }

  /** Another name, role or unit; who is signed in is held to it within half a minute. Throws NOT_YOURSELF, FORBIDDEN. */
  change(caller: Caller, id: string, { name, role, organizerId }: MemberChange): Promise<Wire> {
    return this.act(caller, id, 'member.change', async (manager, account) => {
      if (organizerId) await organizerInScope(manager, organizerId, caller);
      const wanted = { role: role ?? account.role, organizerId: organizerId ?? account.organizerId ?? '' };
      if (
        wanted.role !== 'resident' &&
        wanted.role !== 'staff' &&
        roleRefused(caller, { ...wanted, role: wanted.role })
      )
        throw new AppError('FORBIDDEN');
      return { ...wanted, ...this.accounts.sealed({ name }) };
    });
  }

  /**
   * Another one, shown this once: who was signed in is out until they have chosen their own. It unlocks, and takes the
   * 动态口令 away. Throws NOT_YOURSELF.
   */
  async newPassword(caller: Caller, id: string): Promise<MemberPassword> {
    const { password, passwordHash } = await aPassword();
    const member = await this.act(caller, id, 'member.password', async (manager, { username }) => {
      await this.ends.all(manager, id);
      await this.attempts.clear(manager, WRONG_PASSWORDS, username ?? '');
      // Who lost their phone binds another; the table by its name: signing in knows accounts, not the other way.
      await changeRows(manager, 'DELETE FROM second_factors WHERE accountId = :id', { id });
      return { passwordHash, passwordOnceUntil: await until(manager) };
    });
    return { member, password };
  }

  /** Out at once on this replica, within half a minute on every other. Twice changes nothing. Throws NOT_YOURSELF. */
  disable(caller: Caller, id: string, disabled: boolean): Promise<Wire> {
    const act = disabled ? 'member.disable' : 'member.enable';
    return this.act(caller, id, act, async (manager, account) => {
      if (disabled) await this.ends.all(manager, id);
      return { disabledAt: disabled ? (account.disabledAt ?? (await databaseNow(manager))) : null };
    });
  }

  private async act(
    caller: Caller,
    id: string,
    act: string,
    work: (manager: EntityManager, account: Account) => Promise<Partial<Account>>,
  ): Promise<Wire> {
    if (id === caller.id) throw new AppError('NOT_YOURSELF');
    const member = await this.database.write(async (manager) => {
      await manager.findOne(Account, { where: { id }, lock: lockMode(manager) });
      const account = await deskMembers(manager, caller).andWhere('a.id = :id', { id }).getOne();
      if (!account) throw new AppError('NOT_FOUND');
      // A unit's people do not act on the district's.
      if (account.role === 'district' && caller.role !== 'district') throw new AppError('FORBIDDEN');
      const changes = await work(manager, account);
      await manager.update(Account, { id }, changes);
      await this.note(manager, caller, act, id);
      const changed = { ...account, ...changes };
      const unit = await manager.findOneBy(Organizer, { id: changed.organizerId ?? '' });
      return this.present(changed, unit?.name ?? '', caller);
    });
    this.live.forget();
    await this.ends.look();
    return member;
  }

  private present(account: Account, unit: string, caller: Caller): Wire {
    const name = account.name ? this.vault.open(account.name) : '';
    return presentMember(account, name, unit, account.id === caller.id);
  }

  private async note(manager: EntityManager, caller: Caller, act: string, id: string): Promise<void> {
    await this.audit.append(manager, { accountId: caller.id, act, target: ['account', id] });
  }
}

async function aPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = handedOut(randomInt);
  return { password, passwordHash: await hashPassword(password) };
}

const until = async (manager: EntityManager): Promise<Date> =>
  new Date((await databaseNow(manager)).getTime() + ONCE_DAYS * DAY_MS);
