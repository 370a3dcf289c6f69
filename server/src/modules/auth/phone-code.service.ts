import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PhoneCodeSent, PhoneProof } from '@openday/shared/sign-in';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { AppError } from '../../http/app-error';
import { AttemptsWriter } from '../attempts/attempts.writer';
import { type Limit, SMS_BY_ACCOUNT, SMS_BY_ADDRESS, SMS_TO_PHONE, smsADay } from '../attempts/limits.rules';
import { Vault } from '../privacy/vault.service';
import { SmsClient } from '../sms/sms.client';
import { PhoneCode } from './phone-code.entity';

const MINUTES = 5;
/** Wrong tries a code survives. */
const MOST_TRIES = 5;

/** Proving a number by a code sent to it. */
@Injectable()
export class PhoneCodeService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly attempts: AttemptsWriter,
    private readonly sms: SmsClient,
  ) {}

  /** Sends another code, which is the only good one from then on. Throws SMS_OFF, TOO_MANY, SMS_FAILED. */
  async send(phone: string, address: string, accountId: string | null): Promise<PhoneCodeSent> {
    if (!this.config.sms) throw new AppError('SMS_OFF');
    const { mostADay } = this.config.sms;
    const limits: [Limit, string][] = [
      ...SMS_TO_PHONE.map((limit): [Limit, string] => [limit, phone]),
      ...(accountId ? [[SMS_BY_ACCOUNT, accountId] as [Limit, string]] : []),
      [SMS_BY_ADDRESS, address],
      [smsADay(mostADay), ''],
    ];
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.database.write(async (manager) => {
      for (const [limit, who] of limits)
        if (!(await this.attempts.take(manager, limit, who))) throw new AppError('TOO_MANY');
      const expiresAt = new Date((await databaseNow(manager)).getTime() + MINUTES * 60_000);
      const phoneIndex = this.vault.index('phone', phone);
      await manager.save(PhoneCode, { phoneIndex, codeIndex: this.hash(phone, code), tries: 0, expiresAt });
    });
    const outcome = await this.sms.send({ phone, template: 'code', fields: { code, minutes: String(MINUTES) } });
    // What nobody can tell may have arrived.
    if (outcome === 'later' || outcome === 'refused') throw new AppError('SMS_FAILED');
    return { waitSeconds: SMS_TO_PHONE[0]!.seconds };
  }

  /** Whether it is the number's; good once. A wrong one counts only if the transaction commits. */
  async isProven(manager: EntityManager, { phone, code }: PhoneProof): Promise<boolean> {
    const phoneIndex = this.vault.index('phone', phone);
    const sent = await manager.findOne(PhoneCode, { where: { phoneIndex }, lock: lockMode(manager) });
    if (!sent || sent.expiresAt <= (await databaseNow(manager)) || sent.tries >= MOST_TRIES) return false;
    if (sent.codeIndex === this.hash(phone, code)) {
      await manager.delete(PhoneCode, { phoneIndex });
      return true;
    }
    await manager.increment(PhoneCode, { phoneIndex }, 'tries', 1);
    return false;
  }

  private hash(phone: string, code: string): string {
    return this.vault.index('token', `${phone} ${code}`);
  }
}
