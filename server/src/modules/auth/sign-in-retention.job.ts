import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { AttemptsWriter } from '../attempts/attempts.writer';
import { PhoneCode } from './phone-code.entity';
import { RefreshToken } from './refresh-token.entity';
import { SignIn } from './sign-in.entity';

/** Longer than an access token lives: until then it must be known that it ended. */
const KEPT_MS = 8 * 86_400_000;

/** Takes away what signs nobody in any more. Every replica may run it. */
@Injectable()
export class SignInRetentionJob {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsWriter,
  ) {}

  @Cron('0 50 3 * * *', { name: 'sign-in retention', timeZone: 'Asia/Shanghai' })
  @Job
  run(): Promise<void> {
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const longAgo = LessThan(new Date(now.getTime() - KEPT_MS));
      await manager.delete(RefreshToken, { expiresAt: LessThan(now) });
      await manager.delete(PhoneCode, { expiresAt: LessThan(now) });
      await manager.delete(SignIn, [{ endedAt: longAgo }, { endsAt: longAgo }]);
      await this.attempts.forget(manager);
    });
  }
}
