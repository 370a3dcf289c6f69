import type { EntityManager } from 'typeorm';
import { dialectOf } from './dialect';
import { ask } from './trips';

const NOW = {
  mariadb: "SELECT DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%fZ') AS now",
  embedded: "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS now",
};

const STAMP = { mariadb: 'UTC_TIMESTAMP(3)', embedded: "strftime('%Y-%m-%d %H:%M:%f', 'now')" };

/** The database's clock as SQL, in the form of an instant column. */
export const stampSql = (manager: EntityManager): string => STAMP[dialectOf(manager)];

/** The database's clock. */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row] = (await ask(manager, NOW[dialectOf(manager)], [])) as [{ now: string }];
  return new Date(row.now);
}
