import { type FindOptionsOrder, type FindOptionsWhere, MoreThan, type ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { databaseNow } from '../database/clock';
import type { Database } from '../database/database';
import { WorkerLease } from '../database/worker-lease.entity';
import { Account } from '../modules/accounts/account.entity';
import { Identity } from '../modules/accounts/identity.entity';
import { PlanRow } from '../modules/plans/plan-row.entity';
import { FORGOTTEN, openSheet, sheetHash } from '../modules/plans/plan-row.writer';
import type { Vault } from '../modules/privacy/vault.service';
import { Invitation } from '../modules/registrations/invitation.entity';
import { plainInvitation } from '../modules/registrations/invitation.rules';
import { Registration } from '../modules/registrations/registration.entity';
import { Restriction } from '../modules/registrations/restriction.entity';

const PIECE = 200;

type Tell = (table: string, rows: number) => void;

/** One table; how many rows were changed. */
type Reindex = (database: Database, vault: Vault, tell: Tell) => Promise<number>;

/** `fresh`: a row's indexes as they are under the newest key; what was null or empty stays so. */
const indexed =
  <T extends ObjectLiteral>(
    entity: new () => T,
    key: keyof T & string,
    fresh: (row: T, vault: Vault) => Partial<T>,
  ): Reindex =>
  async (database, vault, tell) => {
    let changed = 0;
    for (let last = '', more = true; more; ) {
      const piece = await database.read.find(entity, {
        where: { [key]: MoreThan(last) } as FindOptionsWhere<T>,
        order: { [key]: 'ASC' } as FindOptionsOrder<T>,
        take: PIECE,
      });
      const due = piece
        .map((row) => ({ row, columns: fresh(row, vault) }))
        .filter(({ row, columns }) => Object.entries(columns).some(([column, value]) => row[column] !== value));
      await database.write(async (manager) => {
        for (const { row, columns } of due)
          await manager.update(
            entity,
            { [key]: row[key] } as FindOptionsWhere<T>,
            columns as QueryDeepPartialEntity<T>,
          );
      });
      changed += due.length;
      last = piece.at(-1)?.[key] ?? last;
      more = piece.length === PIECE;
      tell(database.read.connection.getMetadata(entity).tableName, changed);
    }
    return changed;
  };

const phoneIndex = (vault: Vault, phone: string | null, old: string | null): string | null =>
  old && phone ? vault.index('phone', vault.open(phone)) : old;

/** Accounts first, registrations last: by the newest of each it is seen whether all was done (`stored-keys.ts`). */
const INDEXED = [
  indexed(Account, 'id', ({ phone, phoneIndex: old }, vault) => ({ phoneIndex: phoneIndex(vault, phone, old) })),
  indexed(Identity, 'keyIndex', ({ kind, value }, vault) => ({
    keyIndex: vault.index(kind === 'phone' ? 'phone' : 'openid', vault.open(value)),
  })),
  indexed(Invitation, 'id', ({ code }, vault) => ({
    codeIndex: vault.index('invitation', plainInvitation(vault.open(code))),
  })),
  indexed(PlanRow, 'id', ({ sheet, contentHash }, vault) => ({
    contentHash: contentHash === FORGOTTEN ? FORGOTTEN : sheetHash(vault, openSheet(vault, sheet).cells),
  })),
  indexed(Registration, 'id', ({ name, nameIndex, phone, subject, liveSubject }, vault) => ({
    nameIndex: nameIndex && vault.index('name', vault.open(name)),
    subject: phoneIndex(vault, phone, subject),
    liveSubject: phoneIndex(vault, phone, liveSubject),
  })),
];

/** Servers that make indexes of their own now. */
export async function serversRunning(database: Database): Promise<number> {
  const now = await databaseNow(database.read);
  return database.read.countBy(WorkerLease, { expiresAt: MoreThan(now) });
}

/**
 * Makes every blind index anew under the newest index key, from what is sealed beside it; how many rows were changed. No server may run:
 * the same number would be two people. Begun again after a kill it does what is left.
 */
export async function reindex(database: Database, vault: Vault, tell: Tell): Promise<number> {
  let rows = await reindexRestrictions(database, vault);
  for (const table of INDEXED) rows += await table(database, vault, tell);
  return rows;
}

/** Their number stands in no row of theirs: it is found by the old index, so they go before what has it. */
async function reindexRestrictions(database: Database, vault: Vault): Promise<number> {
  const restrictions = await database.read.find(Restriction);
  return database.write(async (manager) => {
    let changed = 0;
    for (const { id, subject } of restrictions) {
      const known =
        (await manager.findOneBy(Account, { phoneIndex: subject })) ??
        (await manager.findOneBy(Registration, { subject }));
      const fresh = phoneIndex(vault, known?.phone ?? null, subject);
      if (fresh === null || fresh === subject) continue;
      await manager.update(Restriction, { id }, { subject: fresh });
      changed += 1;
    }
    return changed;
  });
}
