import { Injectable } from '@nestjs/common';
import { auditActText } from '@openday/shared/audit-acts';
import type { NewExport } from '@openday/shared/exports';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditViewReader } from '../accounts/audit-view.reader';
import type { AuditEntry } from '../audit/audit-entry.entity';
import { type Cell, type Column, inPieces, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const PIECE = 500;

const COLUMNS: Column[] = [
  { title: '编号', width: 22 },
  { title: '时间', width: 18 },
  { title: '谁', width: 14 },
  { title: '单位', width: 28 },
  { title: '做了什么', width: 20 },
  { title: '代码', width: 22 },
  { title: '对象', width: 14 },
  { title: '对象编号', width: 22 },
  { title: '结果', width: 10 },
];

/** The audit log as its page shows it, oldest first: ids, never values. */
@Injectable()
export class AuditTableReader {
  constructor(
    private readonly database: Database,
    private readonly reader: AuditViewReader,
  ) {}

  /** For the district. Throws FORBIDDEN for anybody else, NOT_FOUND for an account of somebody else. */
  async table(caller: Caller, asked: NewExport): Promise<Table> {
    if (caller.role !== 'district') throw new AppError('FORBIDDEN');
    return {
      name: KIND_NAMES.audit,
      columns: COLUMNS,
      total: await (await this.found(caller, asked)).getCount(),
      rows: () => this.rows(caller, asked),
    };
  }

  private async *rows(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    const after = async (last: string) => {
      const found = await this.found(caller, asked);
      return found.andWhere('e.id > :last', { last }).orderBy('e.id').take(PIECE).getMany();
    };
    for await (const piece of inPieces(PIECE, after)) {
      const known = await this.reader.names(this.database.read, piece);
      for (const { id, at, accountId, act, targetKind, targetId, result } of piece) {
        const who = known.get(accountId ?? '');
        const done = [auditActText(act), act, targetKind, targetId, result === 'ok' ? '成' : `没成（${result}）`];
        yield [id, momentWords(at), who?.name ?? '居民或没登录的人', who?.organizer ?? null, ...done];
      }
    }
  }

  private async found(caller: Caller, asked: NewExport): Promise<SelectQueryBuilder<AuditEntry>> {
    const found = await this.reader.seen(this.database.read, caller, asked);
    if (asked.from) found.andWhere('e.at >= :from', { from: new Date(asked.from) });
    if (asked.to) found.andWhere('e.at < :to', { to: new Date(asked.to) });
    return found;
  }
}
