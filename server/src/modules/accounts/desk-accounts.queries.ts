import { type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { ACTING, type Caller, DESK } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';
import { Account } from './account.entity';

/** Accounts that act at a unit's desk: its own, or of the nearest unit above it that has any. */
export async function deskAccounts(manager: EntityManager, organizerId: string): Promise<string[]> {
  const { path } = await manager.findOneByOrFail(Organizer, { id: organizerId });
  const units = path.split('/').filter(Boolean).reverse();
  const accounts = await manager.findBy(Account, { organizerId: In(units), role: In(ACTING), disabledAt: IsNull() });
  const nearest = units.find((unit) => accounts.some((account) => account.organizerId === unit));
  return accounts.flatMap((account) => (account.organizerId === nearest ? account.id : []));
}

/** The accounts `a` that may sign in at the desks of the caller's subtree, disabled ones too; or at one unit's. */
export function deskMembers(manager: EntityManager, caller: Caller, organizer?: string): SelectQueryBuilder<Account> {
  const found = inScope(manager.createQueryBuilder(Account, 'a'), 'a', caller);
  found.where('a.role IN (:...roles)', { roles: DESK });
  if (organizer) found.andWhere('a.organizerId = :unit', { unit: organizer });
  return found;
}
