import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { stampSql } from '../../database/clock';
import { countWhenCommitted } from '../../database/database';
import { changeRows } from '../../database/rows';
import type { Changed } from './shown-change.entity';

/**
 * Says inside the transaction what it changes of what lists show, so that the index of every replica follows. To be
 * asked last: what commits seconds after it was said may be seen late.
 */
export async function tellShown(manager: EntityManager, changed: Changed): Promise<void> {
  countWhenCommitted(manager);
  await changeRows(
    manager,
    `INSERT INTO shown_changes (id, at, changed) VALUES (:id, ${stampSql(manager)}, :changed)`,
    { id: randomBytes(12).toString('base64url'), changed: JSON.stringify(changed) },
  );
}
