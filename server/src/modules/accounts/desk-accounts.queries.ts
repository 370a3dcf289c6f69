import { type EntityManager, In, IsNull } from 'typeorm';
import { ACTING } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import { Account } from './account.entity';

/** Accounts that act at a unit's desk: its own, or of the nearest unit above it that has any. */
export async function deskAccounts(manager: EntityManager, organizerId: string): Promise<string[]> {
  const { path } = await manager.findOneByOrFail(Organizer, { id: organizerId });
  const units = path.split('/').filter(Boolean).reverse();
  const accounts = await manager.findBy(Account, { organizerId: In(units), role: In(ACTING), disabledAt: IsNull() });
  const nearest = units.find((unit) => accounts.some((account) => account.organizerId === unit));
  return accounts.flatMap((account) => (account.organizerId === nearest ? account.id : []));
}
