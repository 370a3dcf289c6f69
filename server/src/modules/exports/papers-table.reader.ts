import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { ownEvent } from '../events/desk-events.service';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope, unitNames } from '../organizers/scope.queries';
import { PaperBatch } from '../questionnaires/paper-batch.entity';
import { TALLY_COLUMNS, tallyCells } from './satisfaction-table.reader';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords, sheetTime } from './words.rules';

const PIECE = 500;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '活动主题', width: 28 },
  { title: '承办单位', width: 22 },
  { title: '哪一场', width: 30 },
  { title: '在哪儿发的', width: 24 },
  { title: '发放', width: 8 },
  { title: '收回', width: 8 },
  ...TALLY_COLUMNS,
  { title: '最后改动', width: 18 },
];

/** Every batch of paper questionnaires of the caller's units, in the order of entry. */
@Injectable()
export class PapersTableReader {
  constructor(private readonly database: Database) {}

  /** Of one event, or of all. Throws NOT_FOUND for another unit's. */
  async table(caller: Caller, { event }: NewExport): Promise<Table> {
    if (event) await ownEvent(this.database.read, caller, event);
    const total = await this.found(caller, event).getCount();
    return { name: KIND_NAMES.papers, columns: COLUMNS, total, rows: () => numbered(this.lines(caller, event)) };
  }

  private async *lines(caller: Caller, event?: string): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const after = (last: string) =>
      this.found(caller, event).andWhere('b.id > :last', { last }).orderBy('b.id').take(PIECE).getMany();
    for await (const batches of inPieces(PIECE, after)) {
      const units = await unitNames(manager, batches);
      const events = await manager.findBy(Event, { id: In(batches.map(({ eventId }) => eventId)) });
      const themes = new Map(events.map(({ id, theme }) => [id, theme]));
      const sessions = await manager.findBy(EventSession, {
        id: In(batches.flatMap(({ sessionId }) => sessionId ?? [])),
      });
      const times = new Map(sessions.map(({ id, startsAt, endsAt }) => [id, sheetTime(startsAt, endsAt)]));
      for (const { eventId, organizerId, sessionId, place, handedOut, returned, tallies, updatedAt } of batches)
        yield [
          themes.get(eventId) ?? null,
          units.get(organizerId) ?? null,
          times.get(sessionId ?? '') ?? '整个活动',
          ...[place, handedOut, returned],
          ...tallyCells(tallies),
          momentWords(updatedAt),
        ];
    }
  }

  private found(caller: Caller, event?: string) {
    const found = inScope(this.database.read.createQueryBuilder(PaperBatch, 'b'), 'b', caller).where('1 = 1');
    if (event) found.andWhere('b.eventId = :event', { event });
    return found;
  }
}
