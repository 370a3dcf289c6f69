import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TotpSecret } from '@openday/shared/sign-in';
import { Secret, TOTP } from 'otpauth';
import { type EntityManager, IsNull, LessThan, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { handedOut } from '../accounts/member.rules';
import { Vault } from '../privacy/vault.service';
import { SecondFactor } from './second-factor.entity';

const STEP_MS = 30_000;
const RECOVERY_CODES = 8;

/** 动态口令 (RFC 6238), inside the transaction it is handed. */
@Injectable()
export class SecondFactorWriter {
  constructor(private readonly vault: Vault) {}

  /** Null where none is bound, or binding was only begun. */
  of(manager: EntityManager, accountId: string): Promise<SecondFactor | null> {
    return manager.findOneBy(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });
  }

  /** A new secret, in place of one that was only begun. */
  async start(manager: EntityManager, accountId: string, username: string): Promise<TotpSecret> {
    const secret = new Secret({ size: 20 });
    const blank = { confirmedAt: null, usedStep: 0, recoveryHashes: [] };
    await manager.save(SecondFactor, { accountId, secret: this.vault.seal(secret.base32), ...blank });
    return { secret: secret.base32, uri: new TOTP({ issuer: '开放日', label: username, secret }).toString() };
  }

  /** From now on it is asked for: the recovery codes. Null for a wrong one, or where nothing was begun. */
  async confirm(manager: EntityManager, accountId: string, totp: string): Promise<string[] | null> {
    const begun = await manager.findOneBy(SecondFactor, { accountId, confirmedAt: IsNull() });
    if (!begun || !(await this.useStep(manager, begun, totp))) return null;
    const codes = Array.from({ length: RECOVERY_CODES }, () => handedOut(randomInt));
    const recoveryHashes = codes.flatMap((code) => this.hashes(accountId, code).slice(0, 1));
    await manager.update(SecondFactor, { accountId }, { confirmedAt: await databaseNow(manager), recoveryHashes });
    return codes;
  }

  /** Whether it is good now: each is taken once. */
  async use(manager: EntityManager, factor: SecondFactor, totp: string): Promise<'totp' | 'recovery' | null> {
    if (/^\d{6}$/.test(totp)) return (await this.useStep(manager, factor, totp)) ? 'totp' : null;
    const used = this.hashes(factor.accountId, totp.trim().toLowerCase());
    const recoveryHashes = factor.recoveryHashes.filter((hash) => !used.includes(hash));
    if (recoveryHashes.length === factor.recoveryHashes.length) return null;
    await manager.update(SecondFactor, { accountId: factor.accountId }, { recoveryHashes });
    return 'recovery';
  }

  async remove(manager: EntityManager, accountId: string): Promise<void> {
    await manager.delete(SecondFactor, { accountId });
  }

  /** A half-minute early or late is good; the one used before, or an earlier one, is not. */
  private async useStep(manager: EntityManager, { accountId, secret }: SecondFactor, token: string): Promise<boolean> {
    const timestamp = (await databaseNow(manager)).getTime();
    const totp = new TOTP({ secret: Secret.fromBase32(this.vault.open(secret)) });
    const delta = totp.validate({ token, timestamp, window: 1 });
    if (delta === null) return false;
    const usedStep = Math.floor(timestamp / STEP_MS) + delta;
    const claimed = await manager.update(SecondFactor, { accountId, usedStep: LessThan(usedStep) }, { usedStep });
    return claimed.affected === 1;
  }

  private hashes(accountId: string, code: string): string[] {
    return this.vault.indexes('token', `${accountId} ${code}`);
  }
}
