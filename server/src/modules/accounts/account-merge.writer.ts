import { Injectable } from '@nestjs/common';
import { type EntityManager, type EntityMetadata, type ObjectLiteral } from 'typeorm';

/** What is of the account itself, or a record of what it did. */
const STAYS = ['refresh_tokens', 'sign_ins', 'second_factors', 'message_settings', 'staff_assignments'];
const RECORDS = ['audit_entries'];

/** Two accounts turn out to be one person's. */
@Injectable()
export class AccountMergeWriter {
  /**
   * What `from` has becomes `into`'s, in every table with an `accountId`; what both have (the same event followed) stays
   * where it is, and is counted as it was.
   */
  async merge(manager: EntityManager, from: string, into: string): Promise<void> {
    for (const table of manager.connection.entityMetadatas) {
      const column = table.findColumnWithPropertyName('accountId');
      if (!column || [...STAYS, ...RECORDS].includes(table.tableName)) continue;
      const repository = manager.getRepository(table.target);
      const rows = await repository.findBy({ accountId: from });
      const keys = uniqueWith(table);
      const standing = keys.length && rows.length ? await repository.findBy({ accountId: into }) : [];
      const taken = new Set(standing.flatMap((row) => keys.map((key) => textOf(row, key))));
      for (const row of rows)
        if (!keys.some((key) => taken.has(textOf(row, key))))
          await repository.update(idOf(table, row), { accountId: into });
    }
  }
}

/** For each unique key with the account in it, the columns beside it. */
function uniqueWith(table: EntityMetadata): string[][] {
  const primary = table.primaryColumns.map(({ propertyName }) => propertyName);
  const unique = table.indices
    .filter(({ isUnique }) => isUnique)
    .map(({ columns }) => columns.map((c) => c.propertyName));
  return [primary, ...unique]
    .filter((key) => key.includes('accountId'))
    .map((key) => key.filter((c) => c !== 'accountId'));
}

const textOf = (row: ObjectLiteral, key: string[]): string => JSON.stringify(key.map((column) => row[column]));

const idOf = ({ primaryColumns }: EntityMetadata, row: ObjectLiteral): ObjectLiteral =>
  Object.fromEntries(primaryColumns.map(({ propertyName }) => [propertyName, row[propertyName]]));
