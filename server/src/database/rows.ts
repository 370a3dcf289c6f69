import type { EntityManager } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { dialectOf } from './dialect';
import { ask } from './trips';

/**
 * Rows of an entity without an entity's machinery: for the hot path, where one statement carries hundreds of them.
 * Columns and types are the entity's own.
 */

type Table<T> = new () => T;
/** Arrays fill an `IN (:name)`. */
export type Params = Record<string, string | number | null | Date | readonly string[]>;

/** The embedded database compiles a statement a size: a few sizes make all. */
const EMBEDDED_ROWS = [64, 16, 4, 1];

/** Inserts rows, complete ones, in as few statements as the database takes. */
export async function insertRows<T extends object>(manager: EntityManager, table: Table<T>, rows: T[]): Promise<void> {
  if (!rows.length) return;
  const { columns, tableName } = manager.connection.getMetadata(table);
  const values = rows.map((row) => columns.map((column) => written((row as Row)[column.propertyName], column)));
  const into = `INSERT INTO \`${tableName}\` (${names(columns)}) VALUES `;
  if (dialectOf(manager) === 'mariadb') {
    await ask(manager, `${into}?`, [values]);
    return;
  }
  const one = `(${columns.map(() => '?').join()})`;
  for (let from = 0; from < values.length; ) {
    const size = EMBEDDED_ROWS.find((rowsAtOnce) => rowsAtOnce <= values.length - from) ?? 1;
    await manager.query(into + Array(size).fill(one).join(), values.slice(from, from + size).flat());
    from += size;
  }
}

/**
 * The rows that `tail` (`WHERE … FOR UPDATE`) finds, with the columns named, or all. `:name` in it is a parameter; an
 * array is for `IN (:name)`.
 */
export async function selectRows<T extends object, K extends keyof T & string = keyof T & string>(
  manager: EntityManager,
  table: Table<T>,
  tail: string,
  params: Params,
  wanted?: readonly K[],
): Promise<Pick<T, K>[]> {
  const { columns, tableName } = manager.connection.getMetadata(table);
  const read = columns.filter(({ propertyName }) => !wanted || (wanted as readonly string[]).includes(propertyName));
  const text = `SELECT ${names(read)} FROM \`${tableName}\` ${tail}`;
  const rows = (await ask(manager, ...bind(manager, text, params))) as Row[];
  return rows.map((row) => {
    const out: Row = {};
    for (const column of read) out[column.propertyName] = found(row[column.databaseName], column);
    return out as Pick<T, K>;
  });
}

/** Changes rows by SQL with `:name` parameters; how many rows it found. */
export async function changeRows(manager: EntityManager, text: string, params: Params): Promise<number> {
  const bound = bind(manager, text, params);
  if (dialectOf(manager) === 'mariadb')
    return ((await ask(manager, ...bound)) as { affectedRows: number }).affectedRows;
  return (await manager.queryRunner?.query(...bound, true))?.affected ?? 0;
}

/** Makes MariaDB find rows by the index that begins with this column, so that a lock meets no rows it does not want. */
export function byIndex<T extends object>(manager: EntityManager, table: Table<T>, column: keyof T & string): string {
  if (dialectOf(manager) === 'embedded') return '';
  const { indices, primaryColumns } = manager.connection.getMetadata(table);
  if (primaryColumns[0]?.propertyName === column) return 'FORCE INDEX (PRIMARY)';
  return `FORCE INDEX (${indices.find(({ columns }) => columns[0]?.propertyName === column)?.name})`;
}

type Row = Record<string, unknown>;

/** SQL with `:name` parameters in the driver's own form, and their values. */
function bind(manager: EntityManager, text: string, params: Params): [sql: string, values: unknown[]] {
  const embedded = dialectOf(manager) === 'embedded';
  const values: unknown[] = [];
  const sql = text.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no parameter ${name}`);
    const list = embedded && Array.isArray(value);
    // `IN ()` is no SQL: nothing equals null.
    const filled = Array.isArray(value) && !value.length ? [null] : value;
    values.push(list ? JSON.stringify(value) : written(filled));
    // One statement, compiled once, whatever the length of the list.
    return list ? 'SELECT value FROM json_each(?)' : '?';
  });
  return [sql, values];
}

const names = (columns: ColumnMetadata[]): string => columns.map(({ databaseName }) => `\`${databaseName}\``).join();

function written(value: unknown, column?: ColumnMetadata): unknown {
  if (value instanceof Date) return instant(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return column?.type === 'simple-json' && value != null ? JSON.stringify(value) : value;
}

function found(value: unknown, { type }: ColumnMetadata): unknown {
  if (value === null) return null;
  if (type === 'datetime') return value instanceof Date ? value : new Date(`${String(value).replace(' ', 'T')}Z`);
  if (type === 'boolean') return Boolean(value);
  return type === 'simple-json' ? JSON.parse(String(value)) : value;
}

let last = { at: Number.NaN, text: '' };

/** `2026-09-06 01:30:00.000`, as both databases keep it. Rows written together share their moment. */
function instant(at: Date): string {
  if (at.getTime() !== last.at) last = { at: at.getTime(), text: at.toISOString().slice(0, -1).replace('T', ' ') };
  return last.text;
}
