import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { deskSession } from '../registrations/desk.queries';
import { DrawEntry } from '../registrations/draw-entry.entity';
import type { Cell, Column, Table } from './table.rules';
import { DRAW_OUTCOME_WORDS, KIND_NAMES } from './words.rules';

const COLUMNS: Column[] = [
  { title: '签号', width: 8 },
  { title: '姓名', width: 12 },
  { title: '人数', width: 6 },
  { title: '名额', width: 14 },
  { title: '愿意候补', width: 10 },
  { title: '抽到第几', width: 10 },
  { title: '结果', width: 14 },
];

/** 公示: what was drawn for one session, as everybody may read it, by ticket number; nothing before it is drawn. */
@Injectable()
export class DrawTableReader {
  constructor(private readonly database: Database) {}

  /** Throws NOT_FOUND for another unit's. */
  async table(caller: Caller, { session: sessionId = '' }: NewExport): Promise<Table> {
    const manager = this.database.read;
    await deskSession(manager, caller, sessionId);
    const drawn = { sessionId, outcome: Not(IsNull()) };
    return {
      name: KIND_NAMES.draw,
      columns: COLUMNS,
      total: await manager.countBy(DrawEntry, drawn),
      async *rows(): AsyncGenerator<Cell[]> {
        // A hall's worth of tickets, and small ones.
        for (const entry of await manager.find(DrawEntry, { where: drawn, order: { ticketNo: 'ASC' } }))
          yield presentLine(entry);
      },
    };
  }
}

const presentLine = ({ ticketNo, maskedName, seats, quota, joinWaitlist, place, outcome }: DrawEntry): Cell[] => [
  ...[ticketNo, maskedName || null, seats, quota, joinWaitlist ? '是' : null, place],
  outcome && DRAW_OUTCOME_WORDS[outcome],
];
