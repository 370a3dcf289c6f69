import { Injectable } from '@nestjs/common';
import type { Device } from '@openday/shared/sign-in';
import { IsNull, MoreThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { SignInEnds } from '../../http/sign-in-ends';
import { presentDevice } from './device.presenter';
import { SignIn } from './sign-in.entity';

/** 登录过的设备 */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly ends: SignInEnds,
  ) {}

  async list({ id: accountId, signInId }: Caller): Promise<{ items: Device[] }> {
    const { read } = this.database;
    const where = { accountId, endedAt: IsNull(), endsAt: MoreThan(await databaseNow(read)) };
    const found = await read.find(SignIn, { where, order: { seenAt: 'DESC', id: 'DESC' } });
    return { items: found.map((one) => presentDevice(one, signInId)) };
  }

  /** Out at once on this replica, within seconds on every other. Throws NOT_FOUND. */
  async end(caller: Caller, id: string): Promise<{ items: Device[] }> {
    await this.database.write(async (manager) => {
      if (!(await manager.existsBy(SignIn, { id, accountId: caller.id }))) throw new AppError('NOT_FOUND');
      await this.ends.one(manager, id);
    });
    await this.ends.look();
    return this.list(caller);
  }
}
