import { Injectable } from '@nestjs/common';
import { ERASURE_WORD, type Erasure, type ErasurePreview } from '@openday/shared/me';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { AccountsService } from '../accounts/accounts.service';
import { Follow } from '../events/follow.entity';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';
import { RegistrationReader } from '../registrations/registration.reader';
import { isLive } from '../registrations/standing.rules';
import { backAgain } from './erased.queries';
import { ErasureWriter } from './erasure.writer';
import { ErasureJournalWriter, readJournals } from './erasure-journal.writer';

/** 删除账号: what it will do, and doing it. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly registrations: RegistrationReader,
    private readonly writer: ErasureWriter,
    private readonly journal: ErasureJournalWriter,
    private readonly vault: Vault,
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
      cancels: coming.map(({ registration: { id, seats, status }, name, row: { session, event } }) => ({
        id,
        theme: event.theme,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        name,
        seats,
        status,
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
      if (!account) return;
      await this.writer.erase(manager, account);
      // Last, and before the commit: what is deleted for good is in the journal.
      this.journal.append(id, await databaseNow(manager));
    });
    return { ok: true };
  }

  /** After a backup was restored: deletes whom these journals name and it brought back. How many. */
  async repeat(journals: string[]): Promise<number> {
    const back = await backAgain(this.database.read, this.vault, readJournals(journals));
    for (const account of back) await this.database.write((manager) => this.writer.erase(manager, account));
    return back.length;
  }
}
