import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { inScope, unitNames } from '../organizers/scope.queries';
import { Programme } from '../programmes/programme.entity';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES } from './words.rules';

const PIECE = 200;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '计划', width: 32 },
  { title: '年份', width: 8 },
  { title: '单位', width: 22 },
  { title: '先备案再公布', width: 13 },
  { title: '总结几天内交', width: 13 },
  { title: '意见几天内答复', width: 15 },
  { title: '姓名电话留几天', width: 15 },
  { title: '几次没来就限制', width: 15 },
  { title: '限制几天', width: 10 },
  { title: '短信最多几条', width: 13 },
  { title: '短信已发', width: 10 },
];

/** The programmes of the caller's units with what each asks of them, in the order they were made; empty = as everywhere. */
@Injectable()
export class ProgrammesTableReader {
  constructor(private readonly database: Database) {}

  async table(caller: Caller): Promise<Table> {
    const total = await this.found(caller).getCount();
    return { name: KIND_NAMES.programmes, columns: COLUMNS, total, rows: () => numbered(this.lines(caller)) };
  }

  private async *lines(caller: Caller): AsyncGenerator<Cell[]> {
    const after = (last: string) =>
      this.found(caller).where('p.id > :last', { last }).orderBy('p.id').take(PIECE).getMany();
    for await (const programmes of inPieces(PIECE, after)) {
      const units = await unitNames(this.database.read, programmes);
      for (const { title, year, organizerId, approves, closingDays, answerDays, keptDays, ...more } of programmes)
        yield [
          ...[title, year, units.get(organizerId) ?? null, approves ? '是' : null],
          ...[closingDays, answerDays, keptDays, more.noShowLimit, more.noShowDays, more.smsBudget, more.smsSent],
        ];
    }
  }

  private found(caller: Caller) {
    return inScope(this.database.read.createQueryBuilder(Programme, 'p'), 'p', caller);
  }
}
