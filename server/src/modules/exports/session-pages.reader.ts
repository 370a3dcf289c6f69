import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope } from '../organizers/scope.queries';
import { type CountedSession, countedSessions } from '../reports/attendance.queries';

const PIECE = 200;

/** The published sessions of a caller's units with their five numbers, by date, so many at a time. */
@Injectable()
export class SessionPagesReader {
  constructor(private readonly database: Database) {}

  count(caller: Caller, asked: NewExport): Promise<number> {
    return this.found(this.database.read, caller, asked).getCount();
  }

  async *pages(caller: Caller, asked: NewExport): AsyncGenerator<CountedSession> {
    const manager = this.database.read;
    const now = await this.database.now();
    let last: EventSession | undefined;
    do {
      const piece = this.found(manager, caller, asked).orderBy('s.startsAt').addOrderBy('s.id').take(PIECE);
      if (last)
        piece.andWhere('(s.startsAt > :lastAt OR (s.startsAt = :lastAt AND s.id > :lastId))', {
          lastAt: last.startsAt,
          lastId: last.id,
        });
      const sessions = await piece.getMany();
      yield* await countedSessions(
        manager,
        sessions.map(({ id }) => id),
        now,
      );
      last = sessions.length === PIECE ? sessions.at(-1) : undefined;
    } while (last);
  }

  private found(manager: EntityManager, caller: Caller, { programme, organizer, from, to }: NewExport) {
    const found = inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
      .innerJoin(Event, 'e', 'e.id = s.eventId')
      .where('s.publishedAt IS NOT NULL');
    if (programme) found.andWhere('e.programmeId = :programme', { programme });
    if (organizer) found.andWhere('scope.path LIKE :unit', { unit: `%/${organizer}/%` });
    if (from) found.andWhere('s.startsAt >= :from', { from: new Date(from) });
    if (to) found.andWhere('s.startsAt < :to', { to: new Date(to) });
    return found;
  }
}
