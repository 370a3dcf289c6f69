import { Injectable } from '@nestjs/common';
import { type EntityManager, type EntityMetadata, In, type ObjectLiteral } from 'typeorm';
import type { Account } from '../accounts/account.entity';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';

export interface OwnRows {
  table: EntityMetadata;
  rows: ObjectLiteral[];
}

/** Ids in one statement. */
const PIECE = 500;

/**
 * Every row about an account, in every table. Found by the entities themselves: a table with an `accountId`, or with
 * the id of a registration, is covered from the day it is made.
 */
@Injectable()
export class OwnRowsReader {
  constructor(private readonly vault: Vault) {}

  /** Tables without such rows are left out. */
  async of(manager: EntityManager, account: Account): Promise<OwnRows[]> {
    const registrations = await manager.findBy(Registration, { accountId: account.id });
    const tables = manager.connection.entityMetadatas;
    const found: OwnRows[] = [];
    for (const table of tables) {
      const rows = await this.rowsIn(manager, table, account, registrations);
      if (rows.length) found.push({ table, rows });
    }
    return found.sort((a, b) => a.table.tableName.localeCompare(b.table.tableName));
  }

  private rowsIn(
    manager: EntityManager,
    table: EntityMetadata,
    account: Account,
    registrations: Registration[],
  ): Promise<ObjectLiteral[]> {
    const repository = manager.getRepository(table.target);
    const has = (column: string) => table.columns.some(({ propertyName }) => propertyName === column);
    if (table.tableName === 'accounts') return repository.findBy({ id: account.id });
    // The log knows residents by their pseudonym, staff by their account.
    if (table.tableName === 'audit_entries')
      return repository.findBy({ accountId: In([account.id, ...this.vault.pseudonyms(account.id)]) });
    if (table.tableName === 'restrictions')
      return account.phoneIndex ? repository.findBy({ subject: account.phoneIndex }) : none;
    if (has('accountId')) return repository.findBy({ accountId: account.id });
    if (has('registrationId')) return byRegistration(manager, table, registrations, has('sessionId'));
    if (has('ticketNo')) return byTicket(manager, table, registrations);
    return none;
  }
}

const none: Promise<ObjectLiteral[]> = Promise.resolve([]);

/** By session too where the table has it: that is what is indexed there. */
async function byRegistration(
  manager: EntityManager,
  { target }: EntityMetadata,
  registrations: Registration[],
  bySession: boolean,
): Promise<ObjectLiteral[]> {
  const found: ObjectLiteral[] = [];
  for (let from = 0; from < registrations.length; from += PIECE) {
    const piece = registrations.slice(from, from + PIECE);
    const registrationId = In(piece.map(({ id }) => id));
    const sessionId = In([...new Set(piece.map((registration) => registration.sessionId))]);
    found.push(...(await manager.getRepository(target).findBy({ registrationId, ...(bySession && { sessionId }) })));
  }
  return found;
}

/** A drawn list knows its tickets by number. */
async function byTicket(
  manager: EntityManager,
  { target }: EntityMetadata,
  registrations: Registration[],
): Promise<ObjectLiteral[]> {
  const found: ObjectLiteral[] = [];
  for (const { sessionId, ticketNo } of registrations)
    if (ticketNo !== null) found.push(...(await manager.getRepository(target).findBy({ sessionId, ticketNo })));
  return found;
}
