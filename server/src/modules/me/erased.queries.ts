import { type EntityManager, MoreThan } from 'typeorm';
import { Account } from '../accounts/account.entity';
import type { Vault } from '../privacy/vault.service';

const PIECE = 1_000;

/** Residents' accounts that are there although they were deleted, by their pseudonyms. */
export async function backAgain(manager: EntityManager, vault: Vault, erased: Set<string>): Promise<Account[]> {
  const found: Account[] = [];
  if (!erased.size) return found;
  for (let last = '', more = true; more; ) {
    const where = { id: MoreThan(last), role: 'resident' as const };
    const piece = await manager.find(Account, { where, order: { id: 'ASC' }, take: PIECE });
    found.push(...piece.filter(({ id }) => vault.pseudonyms(id).some((pseudonym) => erased.has(pseudonym))));
    last = piece.at(-1)?.id ?? last;
    more = piece.length === PIECE;
  }
  return found;
}
