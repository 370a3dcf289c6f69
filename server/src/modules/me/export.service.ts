import { Injectable } from '@nestjs/common';
import type { KeptRegistration, KeptRow, MyData } from '@openday/shared/me';
import { In, type ObjectLiteral } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Account } from '../accounts/account.entity';
import { AccountsService } from '../accounts/accounts.service';
import { CheckIn } from '../check-in/check-in.entity';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';
import { presentRegistration } from '../registrations/registration.presenter';
import { RegistrationReader } from '../registrations/registration.reader';
import { RestrictionsService } from '../registrations/restrictions.service';
import { ConsentsService } from './consents.service';
import { FollowsReader } from './follows.reader';
import { MessageSettingsService } from './message-settings.service';
import { OwnRowsReader } from './own-rows.reader';
import { isSealed, isShown, titleOf } from './own-tables.rules';

/** 导出: all that is kept of an account, once as its pages tell it and once as it is stored. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly accounts: AccountsService,
    private readonly own: OwnRowsReader,
    private readonly registrations: RegistrationReader,
    private readonly restrictions: RestrictionsService,
    private readonly follows: FollowsReader,
    private readonly consents: ConsentsService,
    private readonly settings: MessageSettingsService,
  ) {}

  async of(caller: Caller): Promise<MyData> {
    const manager = this.database.read;
    const account = await this.accounts.live(manager, caller.id);
    const found = await this.own.of(manager, account);
    return {
      madeAt: (await this.database.now()).toISOString(),
      account: await this.account(account),
      registrations: await this.kept(caller.id),
      follows: await this.follows.of(caller.id),
      restrictions: (await this.restrictions.mine(caller)).items,
      consents: await this.consents.list(caller.id),
      settings: await this.settings.of(caller.id),
      records: found.map(({ table: { tableName }, rows }) => ({
        table: tableName,
        title: titleOf(tableName),
        rows: rows.map((row) => this.shown(row)),
      })),
    };
  }

  private async account(account: Account): Promise<MyData['account']> {
    const { id, role, name, over60, organizer } = await this.accounts.present(this.database.read, account);
    const phone = account.phone && this.vault.open(account.phone);
    return { id, role, name, phone, over60, unit: organizer?.name ?? null, createdAt: account.createdAt.toISOString() };
  }

  private async kept(accountId: string): Promise<KeptRegistration[]> {
    const manager = this.database.read;
    const rows = await manager.find(Registration, { where: { accountId }, order: { id: 'DESC' } });
    if (!rows.length) return [];
    const sessionId = In([...new Set(rows.map((row) => row.sessionId))]);
    const scans = await manager.findBy(CheckIn, { sessionId, registrationId: In(rows.map(({ id }) => id)) });
    return (await this.registrations.rows(rows)).map((shown) => {
      const { id, phone, cancelReason, updatedAt } = shown.registration;
      return {
        registration: presentRegistration(shown),
        phone: phone && this.vault.open(phone),
        cancelReason,
        updatedAt: updatedAt.toISOString(),
        came: scans
          .filter(({ kind, registrationId }) => kind === 'scan' && registrationId === id)
          .map(({ at, seats }) => ({ at: at.toISOString(), seats })),
      };
    });
  }

  private shown(row: ObjectLiteral): KeptRow {
    return Object.fromEntries(
      Object.entries(row).flatMap(([column, value]) => (isShown(column) ? [[column, this.plain(value)]] : [])),
    );
  }

  private plain(value: unknown): KeptRow[string] {
    if (isSealed(value)) return this.vault.open(value);
    if (value instanceof Date) return value.toISOString();
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    return JSON.stringify(value);
  }
}
