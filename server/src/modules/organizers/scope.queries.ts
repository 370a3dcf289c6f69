import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Organizer } from './organizer.entity';

/** Narrows a query to rows of the caller's organizer subtree; `alias` has an `organizerId`. */
export function inScope<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  caller: Caller,
): SelectQueryBuilder<T> {
  return query.innerJoin(Organizer, 'scope', `scope.id = ${alias}.organizerId AND scope.path LIKE :scopePath`, {
    scopePath: `${caller.path ?? '!'}%`,
  });
}

/** The organizer, if the caller may act for it; someone else's looks like none at all. */
export async function organizerInScope(manager: EntityManager, id: string | null, caller: Caller): Promise<Organizer> {
  const organizer = id ? await manager.findOneBy(Organizer, { id }) : null;
  if (!organizer || !caller.path || !organizer.path.startsWith(caller.path)) throw new AppError('NOT_FOUND');
  return organizer;
}

/** Takes turns within a unit until the transaction ends: for names that are looked for first and then written. */
export async function lockOrganizer(manager: EntityManager, id: string): Promise<void> {
  await manager.findOne(Organizer, { where: { id }, lock: lockMode(manager) });
}

/** What the units of these rows are called, by their id. */
export async function unitNames(
  manager: EntityManager,
  rows: { organizerId: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ organizerId }) => organizerId ?? []))];
  return new Map((await manager.findBy(Organizer, { id: In(ids) })).map(({ id, name }) => [id, name]));
}
