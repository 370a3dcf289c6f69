import { Injectable } from '@nestjs/common';
import { type FindOperator, In, Like } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import type { Cell, Column, Table } from './table.rules';
import { KIND_NAMES } from './words.rules';

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '单位', width: 28 },
  { title: '上级单位', width: 28 },
  { title: '办公室', width: 18 },
  { title: '电话', width: 18 },
  { title: '地点', width: 20 },
];

/** The caller's unit and all below it, each under its own. */
@Injectable()
export class OrganizersTableReader {
  constructor(private readonly database: Database) {}

  async table(caller: Caller): Promise<Table> {
    const path = Like(`${caller.path ?? '!'}%`);
    const total = await this.database.read.countBy(Organizer, { path });
    return { name: KIND_NAMES.organizers, columns: COLUMNS, total, rows: () => this.rows(path) };
  }

  /** Units are hundreds, never so many that they need pieces. */
  private async *rows(path: FindOperator<string>): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const units = await manager.find(Organizer, { where: { path }, order: { path: 'ASC' } });
    const above = await manager.findBy(Organizer, { id: In(units.flatMap(({ parentId }) => parentId ?? [])) });
    const names = new Map(above.map(({ id, name }) => [id, name]));
    for (const [index, unit] of units.entries())
      yield [
        index + 1,
        unit.name,
        unit.parentId && (names.get(unit.parentId) ?? null),
        unit.contactName,
        unit.contactPhone,
        unit.placeName,
      ];
  }
}
