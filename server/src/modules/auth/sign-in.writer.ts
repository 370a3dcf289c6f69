import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tokens } from '@openday/shared/auth';
import type { SignInWay } from '@openday/shared/sign-in';
import { type EntityManager, In, IsNull } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Ids } from '../../database/ids';
import { AccessTokens } from '../../http/access-token';
import { AppError } from '../../http/app-error';
import { SignInEnds } from '../../http/sign-in-ends';
import type { Account } from '../accounts/account.entity';
import { AccountsService } from '../accounts/accounts.service';
import { AuditWriter } from '../audit/audit.writer';
import { Vault } from '../privacy/vault.service';
import { RefreshToken } from './refresh-token.entity';
import { SignIn } from './sign-in.entity';
import { deviceOf, endOf } from './sign-in.rules';

/** Begins, renews and ends sign-ins, inside the transaction it is handed. */
@Injectable()
export class SignInWriter {
  constructor(
    private readonly ids: Ids,
    private readonly accounts: AccountsService,
    private readonly tokens: AccessTokens,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly ends: SignInEnds,
  ) {}

  async begin(
    manager: EntityManager,
    account: Account,
    { way, userAgent }: { way: SignInWay; userAgent: string },
  ): Promise<Tokens> {
    const now = await databaseNow(manager);
    const id = this.ids.next();
    const endsAt = endOf(account.role, now, now);
    const times = { createdAt: now, seenAt: now, endsAt, endedAt: null };
    await manager.insert(SignIn, { id, accountId: account.id, way, device: deviceOf(userAgent), ...times });
    return this.issue(manager, account, id, endsAt);
  }

  /** The next pair; null where there is none. A token used before ends its sign-in. */
  async renew(manager: EntityManager, refreshToken: string): Promise<Tokens | null> {
    const known = await this.known(manager, refreshToken);
    const now = await databaseNow(manager);
    if (!known || known.expiresAt <= now) return null;
    const { id, accountId, family } = known;
    const claim = await manager.update(RefreshToken, { id, usedAt: IsNull() }, { usedAt: now });
    if (claim.affected !== 1) {
      await this.ends.one(manager, family);
      await this.audit.append(manager, { accountId: null, act: 'auth.tokenReused', target: ['signIn', family] });
      return null;
    }
    const account = await this.accounts.live(manager, accountId);
    const signIn = await manager.findOneBy(SignIn, { id: family, endedAt: IsNull() });
    if (!signIn) return null;
    const endsAt = endOf(account.role, signIn.createdAt, now);
    if (endsAt <= now) return null;
    await manager.update(SignIn, { id: family }, { seenAt: now, endsAt });
    return this.issue(manager, account, family, endsAt);
  }

  /** By one of its refresh tokens; an unknown one ends nothing. */
  async end(manager: EntityManager, refreshToken: string): Promise<void> {
    const known = await this.known(manager, refreshToken);
    if (known) await this.ends.one(manager, known.family);
  }

  /** Every sign-in of the account that one of its refresh tokens belongs to. Throws TOKEN_EXPIRED for an unknown one. */
  async endAll(manager: EntityManager, refreshToken: string): Promise<void> {
    const known = await this.known(manager, refreshToken);
    if (!known) throw new AppError('TOKEN_EXPIRED');
    const account = await this.accounts.live(manager, known.accountId);
    await this.ends.all(manager, account.id);
    const actor = this.audit.actor(account);
    await this.audit.append(manager, { accountId: actor, act: 'auth.logoutEverywhere', target: ['account', actor] });
  }

  private known(manager: EntityManager, refreshToken: string): Promise<RefreshToken | null> {
    return manager.findOneBy(RefreshToken, { tokenHash: In(this.vault.indexes('token', refreshToken)) });
  }

  private async issue(manager: EntityManager, account: Account, family: string, expiresAt: Date): Promise<Tokens> {
    const refreshToken = randomBytes(32).toString('base64url');
    await manager.insert(RefreshToken, {
      id: this.ids.next(),
      accountId: account.id,
      family,
      tokenHash: this.vault.index('token', refreshToken),
      expiresAt,
      usedAt: null,
    });
    const organizer = await this.accounts.organizerOf(manager, account);
    const { id, role, organizerId } = account;
    const accessToken = this.tokens.sign({ id, role, organizerId, path: organizer?.path ?? null, signInId: family });
    return { accessToken, refreshToken, account: await this.accounts.present(manager, account) };
  }
}
