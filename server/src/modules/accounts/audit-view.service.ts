import { Injectable } from '@nestjs/common';
import { instantOf } from '@openday/shared/dates';
import type { AuditLine, AuditQuery } from '@openday/shared/people';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { AuditEntry } from '../audit/audit-entry.entity';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Account } from './account.entity';

const DAY_MS = 86_400_000;

/** Who did what: of the people of one's units; the district sees residents' doings too, without who they are. */
@Injectable()
export class AuditViewService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** Newest first; that it was read is recorded too. Throws NOT_FOUND for an account of somebody else. */
  list(caller: Caller, query: AuditQuery): Promise<Page<AuditLine>> {
    return this.database.write(async (manager) => {
      const whole = await isWhole(manager, caller);
      const limit = query.limit ?? 50;
      const entries = manager.createQueryBuilder(AuditEntry, 'e');
      if (query.account) {
        if (!(await this.people(manager, caller).andWhere('a.id = :id', { id: query.account }).getExists()))
          throw new AppError('NOT_FOUND');
        entries.where('e.accountId = :account', { account: query.account });
      } else if (!whole) {
        const people = await this.people(manager, caller).select('a.id', 'id').getRawMany<{ id: string }>();
        entries.where('e.accountId IN (:...ids)', { ids: ['-', ...people.map(({ id }) => id)] });
      }
      const rows = await narrowed(entries, query)
        .take(limit + 1)
        .getMany();
      const target: [string, string] = ['organizer', caller.organizerId ?? ''];
      await this.audit.append(manager, { accountId: caller.id, act: 'audit.read', target });
      const known = await this.names(manager, rows.slice(0, limit));
      return toPage(
        rows,
        limit,
        ({ at, id }) => [at.toISOString(), id],
        ({ id, at, accountId, act, targetKind, targetId, result }) => ({
          id,
          at: at.toISOString(),
          who: known.get(accountId ?? '') ?? null,
          act,
          target: { kind: targetKind, id: targetId },
          result,
        }),
      );
    });
  }

  /** Whoever acts for a unit of the caller's subtree, at its desk or its doors. */
  private people(manager: EntityManager, caller: Caller) {
    return inScope(manager.createQueryBuilder(Account, 'a'), 'a', caller).where('a.role <> :resident', {
      resident: 'resident',
    });
  }

  private async names(manager: EntityManager, rows: AuditEntry[]): Promise<Map<string, NonNullable<AuditLine['who']>>> {
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

/** At the top of the tree. */
async function isWhole(manager: EntityManager, { organizerId }: Caller): Promise<boolean> {
  const unit = await manager.findOneBy(Organizer, { id: organizerId ?? '' });
  return unit !== null && unit.parentId === null;
}

function narrowed(entries: SelectQueryBuilder<AuditEntry>, query: AuditQuery): SelectQueryBuilder<AuditEntry> {
  const { from, to, act } = query;
  const dayAt = (day: string) => Date.parse(instantOf(day, '00:00'));
  if (from) entries.andWhere('e.at >= :from', { from: new Date(dayAt(from)) });
  if (to) entries.andWhere('e.at < :to', { to: new Date(dayAt(to) + DAY_MS) });
  if (act) entries.andWhere('e.act LIKE :act', { act: act.includes('.') ? act : `${act}.%` });
  const after = decodeCursor(query.cursor, 'instant', 'id');
  if (after)
    entries.andWhere('(e.at < :at OR (e.at = :at AND e.id < :id))', { at: new Date(String(after[0])), id: after[1] });
  return entries.orderBy('e.at', 'DESC').addOrderBy('e.id', 'DESC');
}
