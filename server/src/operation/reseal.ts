import type { EntityManager, EntityMetadata } from 'typeorm';
import type { Database } from '../database/database';
import { changeRows } from '../database/rows';
import type { Vault } from '../modules/privacy/vault.service';
import { SEALED, sealedBy } from './sealed-columns';

/** Rows in one transaction: short, since residents register meanwhile. */
const PIECE = 100;

type Row = Record<string, unknown>;

export interface Resealed {
  rows: number;
  /** `table key`: what no known key opens. */
  unopened: string[];
}

/**
 * Seals everything anew that an older key sealed. Servers may run: a row is changed only where it still holds what was read. What
 * is done is done: begun again after a kill it goes on with what is left. `tell` hears of each piece: table, rows of it so far.
 */
export async function reseal(
  database: Database,
  vault: Vault,
  olderKeys: number[],
  tell: (table: string, rows: number) => void,
): Promise<Resealed> {
  const done: Resealed = { rows: 0, unopened: [] };
  if (!olderKeys.length) return done;
  for (const [entity, columns] of SEALED) {
    const table = database.read.connection.getMetadata(entity);
    const after = (last: Row | undefined) => nextRows(database.read, table, columns, olderKeys, last);
    let resealed = 0;
    for (let rows = await after(undefined); rows.length; rows = await after(rows.at(-1))) {
      const piece = rows;
      const changed = await database.write((manager) => resealRows(manager, vault, table, columns, piece));
      done.unopened.push(...changed.unopened);
      done.rows += changed.rows;
      resealed += changed.rows;
      tell(table.tableName, resealed);
    }
  }
  return done;
}

/** By their keys in order, those after `last`. */
function nextRows(
  manager: EntityManager,
  table: EntityMetadata,
  columns: string[],
  olderKeys: number[],
  last: Row | undefined,
): Promise<Row[]> {
  const keys = keyColumns(table);
  const old = columns.flatMap((column) => olderKeys.map((id) => sealedBy(column, id))).join(' OR ');
  const after = last ? `(${keys.join()}) > (${keys.map(() => '?').join()}) AND ` : '';
  return manager.query(
    `SELECT ${[...keys, ...columns.map((column) => `\`${column}\``)].join()} FROM \`${table.tableName}\`
     WHERE ${after}(${old}) ORDER BY ${keys.join()} LIMIT ${PIECE}`,
    last ? keyOf(table, last) : [],
  ) as Promise<Row[]>;
}

async function resealRows(
  manager: EntityManager,
  vault: Vault,
  table: EntityMetadata,
  columns: string[],
  rows: Row[],
): Promise<Resealed> {
  const done: Resealed = { rows: 0, unopened: [] };
  for (const row of rows) {
    const key = Object.fromEntries(table.primaryColumns.map(({ databaseName: name }) => [`key_${name}`, row[name]]));
    const where = table.primaryColumns.map(({ databaseName: name }) => `\`${name}\` = :key_${name}`).join(' AND ');
    try {
      for (const column of columns) {
        const old = row[column];
        if (typeof old !== 'string') continue;
        const fresh = vault.resealed(old);
        const what = `UPDATE \`${table.tableName}\` SET \`${column}\` = :fresh WHERE ${where} AND \`${column}\` = :old`;
        if (fresh !== old) await changeRows(manager, what, { ...(key as Record<string, string>), fresh, old });
      }
      done.rows += 1;
    } catch (error) {
      // A key that is not there, or a value that was altered; anything else is the database's to say.
      if (!isUnopened(error)) throw error;
      done.unopened.push(`${table.tableName} ${keyOf(table, row).join(' ')}`);
    }
  }
  return done;
}

const isUnopened = (error: unknown): boolean =>
  error instanceof Error && /^no field key|unable to authenticate data|Unsupported state/.test(error.message);

const keyColumns = ({ primaryColumns }: EntityMetadata): string[] =>
  primaryColumns.map(({ databaseName }) => `\`${databaseName}\``);

const keyOf = ({ primaryColumns }: EntityMetadata, row: Row): unknown[] =>
  primaryColumns.map(({ databaseName }) => row[databaseName]);
