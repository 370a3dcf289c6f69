import { Injectable } from '@nestjs/common';
import type { Caller } from '../../http/access';
import { PlansService } from '../plans/plans.service';
import { type Column, shortTable, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const COLUMNS: Column[] = [
  { title: '计划', width: 40 },
  { title: '年份', width: 8 },
  { title: '几项', width: 8 },
  { title: '已公布', width: 8 },
  { title: '没公布', width: 8 },
  { title: '导入时间', width: 18 },
];

/** The planning sheets of the caller's units, newest first, with how much of each is public. */
@Injectable()
export class ImportsTableReader {
  constructor(private readonly plans: PlansService) {}

  async table(caller: Caller): Promise<Table> {
    const { items } = await this.plans.list(caller);
    const lines = items.map(({ title, year, rows, published, createdAt }) => [
      ...[title, year, rows, published, rows - published, momentWords(new Date(createdAt))],
    ]);
    return shortTable(KIND_NAMES.imports, COLUMNS, lines);
  }
}
