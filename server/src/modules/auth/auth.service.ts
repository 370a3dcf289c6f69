import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PasswordChange, PasswordSignIn, Tokens } from '@openday/shared/auth';
import type { DoorJoin } from '@openday/shared/check-in';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import { AccessTokens } from '../../http/access-token';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { AccountsService } from '../accounts/accounts.service';
import { DoorInvite } from '../accounts/door-invite.entity';
import { hashPassword, isPassword } from '../accounts/password.rules';
import { StaffAssignment } from '../accounts/staff-assignment.entity';
import { AuditWriter } from '../audit/audit.writer';
import { Vault } from '../privacy/vault.service';
import { RefreshToken } from './refresh-token.entity';

const REFRESH_DAYS = 30;
/** Checked when the username is unknown, so that the answer takes as long. */
const NOBODY = hashPassword('nobody');

@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly accounts: AccountsService,
    private readonly tokens: AccessTokens,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** Throws WRONG_PASSWORD, and PASSWORD_ONCE for one that was handed out. */
  byPassword({ username, password }: PasswordSignIn): Promise<Tokens> {
    return this.withPassword(username, password, 'auth.password', async (manager, account) => {
      if (account.passwordOnceUntil) return 'PASSWORD_ONCE';
      return this.signIn(manager, account);
    });
  }

  /** Signs in with another password from now on; who was signed in before is out. Throws WRONG_PASSWORD, BAD_REQUEST. */
  async changePassword({ username, password, newPassword }: PasswordChange): Promise<Tokens> {
    if (newPassword === password || newPassword.includes(username))
      throw new AppError('BAD_REQUEST', [{ field: 'newPassword', message: '新密码不能和原来的一样，也不能带账号名' }]);
    const passwordHash = await hashPassword(newPassword);
    return this.withPassword(username, password, 'auth.passwordChange', async (manager, account) => {
      const { passwordOnceUntil } = account;
      if (passwordOnceUntil && passwordOnceUntil <= (await databaseNow(manager))) return 'WRONG_PASSWORD';
      // As it was checked: a password handed out meanwhile stands.
      const standing = { id: account.id, passwordHash: account.passwordHash ?? '' };
      const changed = await manager.update(Account, standing, { passwordHash, passwordOnceUntil: null });
      if (changed.affected !== 1) return 'WRONG_PASSWORD';
      await manager.delete(RefreshToken, { accountId: account.id });
      return this.signIn(manager, account);
    });
  }

  /** Refused after the transaction, so that what it recorded stays. */
  private async withPassword(
    username: string,
    password: string,
    act: string,
    work: (manager: EntityManager, account: Account) => Promise<Tokens | 'PASSWORD_ONCE' | 'WRONG_PASSWORD'>,
  ): Promise<Tokens> {
    const account = await this.database.read.findOneBy(Account, { username });
    const good = await isPassword(password, account?.passwordHash ?? (await NOBODY));
    const outcome = await this.database.write(async (manager) => {
      const allowed = good && account !== null && !account.disabledAt;
      const done = allowed ? await work(manager, account) : 'WRONG_PASSWORD';
      await this.audit.append(manager, {
        accountId: account?.id ?? null,
        act,
        target: ['account', account?.id ?? '-'],
        result: typeof done === 'string' ? 'refused' : 'ok',
      });
      return done;
    });
    if (typeof outcome === 'string') throw new AppError(outcome);
    return outcome;
  }

  /** Somebody joins the door staff of the sessions an invite names. Throws INVITE_ENDED. */
  byInvite({ token, name }: DoorJoin): Promise<Tokens> {
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const live = { tokenIndex: this.vault.index('token', token), revokedAt: IsNull(), expiresAt: MoreThan(now) };
      const invite = await manager.findOneBy(DoorInvite, live);
      if (!invite) throw new AppError('INVITE_ENDED');
      const { id, organizerId, sessionIds } = invite;
      const account = await this.accounts.create(manager, { role: 'staff', username: null, organizerId, name });
      const assignments = sessionIds.map((sessionId) => ({ accountId: account.id, sessionId, joinedAt: now }));
      await manager.insert(StaffAssignment, assignments);
      await manager.increment(DoorInvite, { id }, 'joined', 1);
      await this.audit.append(manager, { accountId: account.id, act: 'door.join', target: ['doorInvite', id] });
      return this.signIn(manager, account);
    });
  }

  /** Tokens for an account, in a new family. */
  signIn(manager: EntityManager, account: Account): Promise<Tokens> {
    return this.issue(manager, account, this.ids.next());
  }

  /** The next pair; a token used before revokes its whole family. */
  async refresh(refreshToken: string): Promise<Tokens> {
    return this.database
      .write(async (manager) => {
        const tokenHash = this.vault.index('token', refreshToken);
        const known = await manager.findOneBy(RefreshToken, { tokenHash });
        const now = await databaseNow(manager);
        if (!known || known.expiresAt <= now) return null;
        const claim = await manager.update(RefreshToken, { id: known.id, usedAt: IsNull() }, { usedAt: now });
        if (claim.affected !== 1) {
          await manager.delete(RefreshToken, { family: known.family });
          return null;
        }
        return this.issue(manager, await this.accounts.live(manager, known.accountId), known.family);
      })
      .then(orExpired);
  }

  async logout(refreshToken: string): Promise<{ ok: true }> {
    await this.database.write(async (manager) => {
      const known = await manager.findOneBy(RefreshToken, { tokenHash: this.vault.index('token', refreshToken) });
      if (known) await manager.delete(RefreshToken, { family: known.family });
    });
    return { ok: true };
  }

  private async issue(manager: EntityManager, account: Account, family: string): Promise<Tokens> {
    const refreshToken = randomBytes(32).toString('base64url');
    await manager.insert(RefreshToken, {
      id: this.ids.next(),
      accountId: account.id,
      family,
      tokenHash: this.vault.index('token', refreshToken),
      expiresAt: new Date((await databaseNow(manager)).getTime() + REFRESH_DAYS * 86_400_000),
      usedAt: null,
    });
    const organizer = await this.accounts.organizerOf(manager, account);
    const accessToken = this.tokens.sign({
      id: account.id,
      role: account.role,
      organizerId: account.organizerId,
      path: organizer?.path ?? null,
    });
    return { accessToken, refreshToken, account: await this.accounts.present(manager, account) };
  }
}

/** Refuses after the transaction, so that what it recorded stays. */
function orExpired(tokens: Tokens | null): Tokens {
  if (!tokens) throw new AppError('TOKEN_EXPIRED');
  return tokens;
}
