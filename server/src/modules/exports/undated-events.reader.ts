import { Injectable } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import type { NewExport } from '@openday/shared/exports';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Event } from '../events/event.entity';
import { inScope, unitNames } from '../organizers/scope.queries';
import { inPieces } from './table.rules';

const PIECE = 200;

/** The public events of a caller's units that have no date yet, in the order they were made, so many at a time. */
@Injectable()
export class UndatedEventsReader {
  constructor(private readonly database: Database) {}

  count(caller: Caller, asked: NewExport): Promise<number> {
    return this.found(caller, asked).getCount();
  }

  async *events(caller: Caller, asked: NewExport): AsyncGenerator<{ event: Event; unit: string }> {
    const after = (last: string) =>
      this.found(caller, asked).andWhere('e.id > :last', { last }).orderBy('e.id').take(PIECE).getMany();
    for await (const events of inPieces(PIECE, after)) {
      const names = await unitNames(this.database.read, events);
      for (const event of events) yield { event, unit: names.get(event.organizerId) ?? '' };
    }
  }

  /** Of a range, those whose window may begin or end in it. */
  private found(caller: Caller, { programme, organizer, from, to }: NewExport) {
    const found = inScope(this.database.read.createQueryBuilder(Event, 'e'), 'e', caller);
    found.where("e.state = 'announced'");
    if (programme) found.andWhere('e.programmeId = :programme', { programme });
    if (organizer) found.andWhere('scope.path LIKE :unit', { unit: `%/${organizer}/%` });
    if (from) found.andWhere('e.windowTo >= :from', { from: dayOf(from) });
    if (to) found.andWhere('e.windowFrom <= :to', { to: dayOf(to) });
    return found;
  }
}
