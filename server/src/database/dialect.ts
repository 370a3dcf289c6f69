import type { EntityManager } from 'typeorm';

/** All that differs between MariaDB/MySQL and the embedded database, in one place. */
export type Dialect = 'mariadb' | 'embedded';

export const dialectOf = (manager: EntityManager): Dialect =>
  manager.connection.options.type === 'better-sqlite3' ? 'embedded' : 'mariadb';

/** Row locks are taken where the database has them; the embedded one has a single writer instead. */
export const lockMode = (manager: EntityManager): { mode: 'pessimistic_write' } | undefined =>
  dialectOf(manager) === 'mariadb' ? { mode: 'pessimistic_write' } : undefined;

/** The same for SQL written by hand. */
export const forUpdate = (manager: EntityManager): string => (dialectOf(manager) === 'mariadb' ? 'FOR UPDATE' : '');

type DriverError = { errno?: number; code?: string };

function driverError(error: unknown): DriverError {
  const outer = error as { driverError?: DriverError } | undefined;
  return outer?.driverError ?? (outer as DriverError | undefined) ?? {};
}

/** Lock wait time-out, deadlock, changed row: the transaction was rolled back and may be tried again. */
export const isTransient = (error: unknown): boolean => [1205, 1213, 1020].includes(driverError(error).errno ?? 0);

export const isDuplicate = (error: unknown): boolean => {
  const { errno, code } = driverError(error);
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
};

/** No ids can be made until the lease is renewed, as after a database that was away for a minute. */
export const LEASE_LOST = 'LEASE_LOST';

const AWAY = [
  LEASE_LOST,
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  // A Galera node that has lost the others: another one answers.
  'ER_UNKNOWN_COM_ERROR',
  // A full disk.
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'SQLITE_FULL',
];

/** The database cannot be reached, or can store nothing now; nothing is known to have been stored. */
export const isUnreachable = (error: unknown): boolean => AWAY.includes(driverError(error).code ?? '');
