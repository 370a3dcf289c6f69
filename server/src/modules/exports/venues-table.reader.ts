import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';
import { Venue } from '../venues/venue.entity';
import type { Cell, Column, Table } from './table.rules';
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
    return { name: KIND_NAMES.venues, columns: COLUMNS, total, rows: () => this.rows(caller) };
  }

  private async *rows(caller: Caller): AsyncGenerator<Cell[]> {
    let place = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const piece = this.found(caller).where('v.id > :after', { after }).orderBy('v.id').take(PIECE);
      const venues = await piece.getMany();
      const ids = venues.map(({ organizerId }) => organizerId);
      const units = await this.database.read.findBy(Organizer, { id: In(ids) });
      const names = new Map(units.map(({ id, name }) => [id, name]));
      for (const venue of venues) {
        place += 1;
        yield [place, ...presentLine(venue, names.get(venue.organizerId) ?? null)];
      }
      after = venues.length === PIECE ? venues.at(-1)?.id : undefined;
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
