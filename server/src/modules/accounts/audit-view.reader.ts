import { Injectable } from '@nestjs/common';
import type { AuditLine } from '@openday/shared/people';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditEntry } from '../audit/audit-entry.entity';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Account } from './account.entity';

/** What of the log a caller sees: what the people of their units did; at the top of the tree all, residents without who they are. */
@Injectable()
export class AuditViewReader {
  constructor(private readonly vault: Vault) {}

  /** The entries `e`, of one person or of one kind where that is asked. Throws NOT_FOUND for an account of somebody else. */
  async seen(
    manager: EntityManager,
    caller: Caller,
    { account, act }: { account?: string; act?: string },
  ): Promise<SelectQueryBuilder<AuditEntry>> {
    const entries = manager.createQueryBuilder(AuditEntry, 'e').where('1 = 1');
    if (account) {
      if (!(await people(manager, caller).andWhere('a.id = :id', { id: account }).getExists()))
        throw new AppError('NOT_FOUND');
      entries.andWhere('e.accountId = :account', { account });
    } else if (!(await isWhole(manager, caller))) {
      const known = await people(manager, caller).select('a.id', 'id').getRawMany<{ id: string }>();
      entries.andWhere('e.accountId IN (:...ids)', { ids: ['-', ...known.map(({ id }) => id)] });
    }
    if (act) entries.andWhere('e.act LIKE :act', { act: act.includes('.') ? act : `${act}.%` });
    return entries;
  }

  /** Whose they are, by account; residents and nobody are not among them. */
  async names(manager: EntityManager, rows: AuditEntry[]): Promise<Map<string, NonNullable<AuditLine['who']>>> {
    const ids = [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))];
    const accounts = await manager.findBy(Account, { id: In(ids) });
    const units = await manager.findBy(Organizer, { id: In(accounts.flatMap(({ organizerId }) => organizerId ?? [])) });
    const unitOf = new Map(units.map(({ id, name }) => [id, name]));
    return new Map(
      accounts
        .filter(({ role }) => role !== 'resident')
        .map(({ id, name, organizerId }) => [
          id,
          { id, name: name ? this.vault.open(name) : '', organizer: unitOf.get(organizerId ?? '') ?? '' },
        ]),
    );
  }
}

/** Whoever acts for a unit of the caller's subtree, at its desk or its doors. */
const people = (manager: EntityManager, caller: Caller): SelectQueryBuilder<Account> =>
  inScope(manager.createQueryBuilder(Account, 'a'), 'a', caller).where('a.role <> :resident', { resident: 'resident' });

/** At the top of the tree. */
async function isWhole(manager: EntityManager, { organizerId }: Caller): Promise<boolean> {
  const unit = await manager.findOneBy(Organizer, { id: organizerId ?? '' });
  return unit !== null && unit.parentId === null;
}
