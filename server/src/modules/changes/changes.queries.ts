import type { EntityManager } from 'typeorm';
import { stampSql } from '../../database/clock';
import { changeRows } from '../../database/rows';
import { ask } from '../../database/trips';
import type { Changed } from './shown-change.entity';

/** What is told is looked for again this long: a transaction may say it and commit a little later. */
const OVERLAP_MS = 5_000;
/** After every change there will be. */
const NEVER = '9999-12-31 00:00:00.000';

/** When one looked: by the database's clock, and before that by the one of this process that never leaps (ms). */
export interface Look {
  now: Date;
  began: number;
}

type Told = { id: string; changed: Changed };

/** What was told since the last look and a little before it; null = nothing, only the clock. */
export async function changesSince(manager: EntityManager, last: Look | null): Promise<Look & { changes: Told[] }> {
  const began = performance.now();
  const found = await toldAfter(manager, last && last.now.getTime() - OVERLAP_MS);
  if (!last || found.now >= last.now) return { ...found, began };
  // The database's clock went back: what was told by the new one is looked for as well.
  const since = found.now.getTime() - (performance.now() - last.began) - OVERLAP_MS;
  return { ...(await toldAfter(manager, since)), began };
}

/** `since`: ms of the database's clock; one trip. */
async function toldAfter(manager: EntityManager, since: number | null): Promise<{ now: Date; changes: Told[] }> {
  const text = (column: string) => (stampSql(manager).startsWith('UTC') ? `CAST(${column} AS CHAR)` : column);
  const rows = (await ask(
    manager,
    `SELECT ${text(stampSql(manager))} AS now, c.id AS id, c.changed AS changed
     FROM (SELECT 1 AS one) o LEFT JOIN shown_changes c ON c.at > ?`,
    [since === null ? NEVER : new Date(since).toISOString().slice(0, -1).replace('T', ' ')],
  )) as { now: string; id: string | null; changed: string }[];
  return {
    now: new Date(`${rows[0]!.now.replace(' ', 'T')}Z`),
    changes: rows.flatMap(({ id, changed }) => (id === null ? [] : { id, changed: JSON.parse(changed) as Changed })),
  };
}

/** Forgets what was told before a moment; every replica has read it long since. */
export const forgetChanges = (manager: EntityManager, before: Date): Promise<number> =>
  changeRows(manager, 'DELETE FROM shown_changes WHERE at < :before', { before });
