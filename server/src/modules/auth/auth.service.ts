import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PasswordSignIn, Tokens } from '@openday/shared/auth';
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
import { StaffAssignment } from '../accounts/staff-assignment.entity';
import { AuditWriter } from '../audit/audit.writer';
import { Vault } from '../privacy/vault.service';
import { hashPassword, isPassword } from './password.rules';
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

  async byPassword({ username, password }: PasswordSignIn): Promise<Tokens> {
    const account = await this.database.read.findOneBy(Account, { username });
    const good = await isPassword(password, account?.passwordHash ?? (await NOBODY));
    return this.database
      .write(async (manager) => {
        const allowed = good && account !== null && !account.disabledAt;
        await this.audit.append(manager, {
          accountId: account?.id ?? null,
          act: 'auth.password',
          target: ['account', account?.id ?? '-'],
          result: allowed ? 'ok' : 'refused',
        });
        return allowed ? this.signIn(manager, account) : null;
      })
      .then(orThrow('WRONG_PASSWORD'));
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
      .then(orThrow('TOKEN_EXPIRED'));
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
const orThrow =
  (code: 'WRONG_PASSWORD' | 'TOKEN_EXPIRED') =>
  (tokens: Tokens | null): Tokens => {
    if (!tokens) throw new AppError(code);
    return tokens;
  };
