import { Injectable } from '@nestjs/common';
import { instantOf } from '@openday/shared/dates';
import type { AuditLine, AuditQuery } from '@openday/shared/people';
import type { Page } from '@openday/shared/wire';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import type { AuditEntry } from '../audit/audit-entry.entity';
import { AuditViewReader } from './audit-view.reader';

const DAY_MS = 86_400_000;

/** Who did what, a page at a time. */
@Injectable()
export class AuditViewService {
  constructor(
    private readonly database: Database,
    private readonly reader: AuditViewReader,
    private readonly audit: AuditWriter,
  ) {}

  /** Newest first; that it was read is recorded too. Throws NOT_FOUND for an account of somebody else. */
  list(caller: Caller, query: AuditQuery): Promise<Page<AuditLine>> {
    return this.database.write(async (manager) => {
      const limit = query.limit ?? 50;
      const rows = await narrowed(await this.reader.seen(manager, caller, query), query)
        .take(limit + 1)
        .getMany();
      const target: [string, string] = ['organizer', caller.organizerId ?? ''];
      await this.audit.append(manager, { accountId: caller.id, act: 'audit.read', target });
      const known = await this.reader.names(manager, rows.slice(0, limit));
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
}

function narrowed(entries: SelectQueryBuilder<AuditEntry>, query: AuditQuery): SelectQueryBuilder<AuditEntry> {
  const { from, to } = query;
  const dayAt = (day: string) => Date.parse(instantOf(day, '00:00'));
  if (from) entries.andWhere('e.at >= :from', { from: new Date(dayAt(from)) });
  if (to) entries.andWhere('e.at < :to', { to: new Date(dayAt(to) + DAY_MS) });
  const after = decodeCursor(query.cursor, 'instant', 'id');
  if (after)
    entries.andWhere('(e.at < :at OR (e.at = :at AND e.id < :id))', { at: new Date(String(after[0])), id: after[1] });
  return entries.orderBy('e.at', 'DESC').addOrderBy('e.id', 'DESC');
}
