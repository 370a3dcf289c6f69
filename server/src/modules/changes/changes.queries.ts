import type { EntityManager } from 'typeorm';
import { stampSql } from '../../database/clock';
import { changeRows } from '../../database/rows';
import { ask } from '../../database/trips';
import type { Changed } from './shown-change.entity';

/** What was told since a moment of the database's clock (`2026-09-06 01:30:00.000`), and that clock now; one trip. */
export async function changesSince(
  manager: EntityManager,
  since: string,
): Promise<{ now: Date; changes: { id: string; changed: Changed }[] }> {
  const text = (column: string) => (stampSql(manager).startsWith('UTC') ? `CAST(${column} AS CHAR)` : column);
  const rows = (await ask(
    manager,
    `SELECT ${text(stampSql(manager))} AS now, c.id AS id, c.changed AS changed
     FROM (SELECT 1 AS one) o LEFT JOIN shown_changes c ON c.at > ?`,
    [since],
  )) as { now: string; id: string | null; changed: string }[];
  return {
    now: new Date(`${rows[0]!.now.replace(' ', 'T')}Z`),
    changes: rows.flatMap(({ id, changed }) => (id === null ? [] : { id, changed: JSON.parse(changed) as Changed })),
  };
}

/** Forgets what was told before a moment; every replica has read it long since. */
export const forgetChanges = (manager: EntityManager, before: Date): Promise<number> =>
  changeRows(manager, 'DELETE FROM shown_changes WHERE at < :before', { before });
