import { Injectable } from '@nestjs/common';
import type { PasswordChange, PasswordSignIn, Tokens } from '@openday/shared/auth';
import type { ErrorCode } from '@openday/shared/errors';
import type { TotpConfirmed, TotpProof, TotpSecret, TotpStart } from '@openday/shared/sign-in';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { SignInEnds } from '../../http/sign-in-ends';
import { Account } from '../accounts/account.entity';
import { hashPassword, isPassword } from '../accounts/password.rules';
import { AttemptsWriter } from '../attempts/attempts.writer';
import { WRONG_PASSWORDS } from '../attempts/limits.rules';
import { AuditWriter } from '../audit/audit.writer';
import { SecondFactorWriter } from './second-factor.writer';
import { SignInWriter } from './sign-in.writer';

/** Checked when the username is unknown, so that the answer takes as long. */
const NOBODY = hashPassword('nobody');

/** What a username and password are good for (docs/rules/sign-in.md). */
@Injectable()
export class PasswordService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly signIns: SignInWriter,
    private readonly factors: SecondFactorWriter,
    private readonly attempts: AttemptsWriter,
    private readonly audit: AuditWriter,
    private readonly ends: SignInEnds,
  ) {}

  /** Throws WRONG_PASSWORD, LOCKED, TOTP_NEEDED, WRONG_TOTP, TOTP_ENROL, and PASSWORD_ONCE for one that was handed out. */
  signIn(given: PasswordSignIn, userAgent: string): Promise<Tokens> {
    return this.proven(given, 'auth.password', async (manager, account) => {
      if (account.passwordOnceUntil) return 'PASSWORD_ONCE';
      return this.enter(manager, account, userAgent);
    });
  }

  /** Signs in with another password from now on; who was signed in before is out. Throws as `signIn`, and BAD_REQUEST. */
  async change({ newPassword, ...given }: PasswordChange, userAgent: string): Promise<Tokens> {
    if (newPassword === given.password || newPassword.includes(given.username))
      throw new AppError('BAD_REQUEST', [{ field: 'newPassword', message: '新密码不能和原来的一样，也不能带账号名' }]);
    const passwordHash = await hashPassword(newPassword);
    const tokens = this.proven(given, 'auth.passwordChange', async (manager, account) => {
      const { passwordOnceUntil } = account;
      if (passwordOnceUntil && passwordOnceUntil <= (await databaseNow(manager))) return 'WRONG_PASSWORD';
      // As it was checked: a password handed out meanwhile stands.
      const standing = { id: account.id, passwordHash: account.passwordHash ?? '' };
      const changed = await manager.update(Account, standing, { passwordHash, passwordOnceUntil: null });
      if (changed.affected !== 1) return 'WRONG_PASSWORD';
      await this.ends.all(manager, account.id);
      return this.enter(manager, account, userAgent);
    });
    return tokens.finally(() => this.ends.look());
  }

  /** Begins to bind one. Throws as `signIn`, and TOTP_STANDING. */
  startTotp(given: TotpStart): Promise<TotpSecret> {
    const work = async (manager: EntityManager, account: Account) => {
      if (account.passwordOnceUntil) return 'PASSWORD_ONCE';
      return this.factors.start(manager, account.id, given.username);
    };
    return this.proven(given, 'auth.totpStart', work, true);
  }

  /** Binds what was begun, and signs in. Throws WRONG_TOTP, TOTP_STANDING. */
  confirmTotp({ totp, ...given }: TotpProof, userAgent: string): Promise<TotpConfirmed> {
    const work = async (manager: EntityManager, account: Account) => {
      const recoveryCodes = await this.factors.confirm(manager, account.id, totp);
      if (!recoveryCodes) return 'WRONG_TOTP';
      return { recoveryCodes, tokens: await this.signIns.begin(manager, account, { way: 'password', userAgent }) };
    };
    return this.proven(given, 'auth.totpBind', work, true);
  }

  removeTotp(given: TotpProof): Promise<{ ok: true }> {
    return this.proven(given, 'auth.totpRemove', async (manager, account) => {
      await this.factors.remove(manager, account.id);
      return { ok: true };
    });
  }

  /** The district signs in with a 动态口令 only; in the demo, where anybody signs in as anything, without. */
  private async enter(manager: EntityManager, account: Account, userAgent: string): Promise<Tokens | 'TOTP_ENROL'> {
    const required = account.role === 'district' && !this.config.demo;
    if (required && !(await this.factors.of(manager, account.id))) return 'TOTP_ENROL';
    return this.signIns.begin(manager, account, { way: 'password', userAgent });
  }

  /** Whatever is refused is refused after the transaction, so that what it recorded stays. */
  private async proven<T extends object>(
    given: PasswordSignIn,
    act: string,
    work: (manager: EntityManager, account: Account) => Promise<T | ErrorCode>,
    binds = false,
  ): Promise<T> {
    const { username, password } = given;
    // Before anything is computed: a locked name costs nothing.
    if (await this.attempts.isSpent(this.database.read, WRONG_PASSWORDS, username)) throw new AppError('LOCKED');
    const account = await this.database.read.findOneBy(Account, { username });
    const good = await isPassword(password, account?.passwordHash ?? (await NOBODY));
    const outcome = await this.database.write(async (manager) => {
      // Counted before it is judged, one at a time for a name: of many guesses at once no sixth is looked at.
      const allowed = await this.attempts.take(manager, WRONG_PASSWORDS, username);
      const refused = allowed ? await this.refused(manager, account, good, given, binds) : 'LOCKED';
      const done = refused ?? (await work(manager, account!));
      const wrong = done === 'WRONG_PASSWORD' || done === 'WRONG_TOTP';
      if (typeof done !== 'string') await this.attempts.clear(manager, WRONG_PASSWORDS, username);
      else if (allowed && !wrong) await this.attempts.giveBack(manager, WRONG_PASSWORDS, username);
      const who = { accountId: account?.id ?? null, target: ['account', account?.id ?? '-'] as [string, string] };
      const result = typeof done === 'string' && done !== 'TOTP_ENROL' ? 'refused' : 'ok';
      await this.audit.append(manager, { ...who, act, result });
      if (wrong && (await this.attempts.isSpent(manager, WRONG_PASSWORDS, username)))
        await this.audit.append(manager, { ...who, act: 'auth.locked' });
      return done;
    });
    if (typeof outcome === 'string') throw new AppError(outcome);
    return outcome;
  }

  /** Why what was given is not enough; null = it is, and the account is there. */
  private async refused(
    manager: EntityManager,
    account: Account | null,
    good: boolean,
    { totp }: PasswordSignIn,
    binds: boolean,
  ): Promise<ErrorCode | null> {
    if (!good || !account || account.disabledAt) return 'WRONG_PASSWORD';
    const factor = await this.factors.of(manager, account.id);
    if (!factor) return null;
    if (binds) return 'TOTP_STANDING';
    if (!totp) return 'TOTP_NEEDED';
    const used = await this.factors.use(manager, factor, totp);
    if (!used) return 'WRONG_TOTP';
    const target: [string, string] = ['account', account.id];
    if (used === 'recovery')
      await this.audit.append(manager, { accountId: account.id, act: 'auth.recoveryCode', target });
    return null;
  }
}
