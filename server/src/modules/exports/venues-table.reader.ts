import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { inScope, unitNames } from '../organizers/scope.queries';
import { Venue } from '../venues/venue.entity';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { ACCESS_WORDS, KIND_NAMES } from './words.rules';

const PIECE = 500;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '场地', width: 28 },
  { title: '地址', width: 36 },
  { title: '单位', width: 22 },
  { title: '能坐多少人', width: 10 },
  { title: '无障碍', width: 24 },
  { title: '怎么来', width: 36 },
  { title: '经度', width: 12 },
  { title: '纬度', width: 12 },
  { title: '各单位都能用', width: 12 },
];

/** The places of the caller's units, in the order they were made. */
@Injectable()
export class VenuesTableReader {
  constructor(private readonly database: Database) {}

  async table(caller: Caller): Promise<Table> {
    const total = await this.found(caller).getCount();
    return { name: KIND_NAMES.venues, columns: COLUMNS, total, rows: () => numbered(this.lines(caller)) };
  }

  private async *lines(caller: Caller): AsyncGenerator<Cell[]> {
    const after = (last: string) =>
      this.found(caller).where('v.id > :last', { last }).orderBy('v.id').take(PIECE).getMany();
    for await (const venues of inPieces(PIECE, after)) {
      const names = await unitNames(this.database.read, venues);
      for (const venue of venues) yield presentLine(venue, names.get(venue.organizerId) ?? null);
    }
  }

  private found(caller: Caller) {
    return inScope(this.database.read.createQueryBuilder(Venue, 'v'), 'v', caller);
  }
}

const presentLine = ({ name, address, capacity, access, transport, lng, lat, shared }: Venue, unit: string | null) => [
  ...[name, address || null, unit, capacity],
  access.map((note) => ACCESS_WORDS[note]).join('、') || null,
  ...[transport || null, lng, lat, shared ? '是' : null],
];
