import { Injectable } from '@nestjs/common';
import { ERASURE_WORD, type Erasure, type ErasurePreview } from '@openday/shared/me';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { AccountsService } from '../accounts/accounts.service';
import { Follow } from '../events/follow.entity';
import { Registration } from '../registrations/registration.entity';
import { RegistrationReader } from '../registrations/registration.reader';
import { isLive } from '../registrations/standing.rules';
import { ErasureWriter } from './erasure.writer';

/** 删除账号: what it will do, and doing it. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly registrations: RegistrationReader,
    private readonly writer: ErasureWriter,
  ) {}

  async preview({ id: accountId }: Caller): Promise<ErasurePreview> {
    const manager = this.database.read;
    await this.accounts.live(manager, accountId);
    const now = await this.database.now();
    const rows = await this.registrations.rows(await manager.findBy(Registration, { accountId }));
    const coming = rows
      .filter(({ registration, row }) => isLive(registration.status) && row.session.startsAt > now)
      .sort((a, b) => a.row.session.startsAt.getTime() - b.row.session.startsAt.getTime());
    return {
      cancels: coming.map(({ registration: { id, seats }, name, row: { session, event } }) => ({
        id,
        theme: event.theme,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        name,
        seats,
      })),
      emptied: rows.length - coming.length,
      follows: await manager.countBy(Follow, { accountId }),
    };
  }

  /** Deleting what is deleted changes nothing. Throws ERASURE_UNCONFIRMED where the word was not typed. */
  async erase({ id }: Caller, { confirm }: Erasure): Promise<{ ok: true }> {
    if (confirm.trim() !== ERASURE_WORD) throw new AppError('ERASURE_UNCONFIRMED');
    await this.database.write(async (manager) => {
      const account = await manager.findOneBy(Account, { id });
      if (account) await this.writer.erase(manager, account);
    });
    return { ok: true };
  }
}
