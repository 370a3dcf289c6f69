import { type EntityManager, In } from 'typeorm';
import { lockMode } from '../../database/dialect';
import { PlanImport } from './plan-import.entity';
import { PlanRow } from './plan-row.entity';

/** Those of these rows that the import has, by id. One at a time changes a plan: it is locked before its rows. */
export async function lockRows(manager: EntityManager, importId: string, ids: string[]): Promise<PlanRow[]> {
  const lock = lockMode(manager);
  await manager.findOne(PlanImport, { where: { id: importId }, lock });
  return manager.find(PlanRow, { where: { id: In(ids), importId }, order: { id: 'ASC' }, lock });
}
