import { Injectable } from '@nestjs/common';
import type { AttendanceReport } from '@openday/shared/reports';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { attendanceOf } from '../check-in/attendance.rules';
import { factsOf, partiesOf } from '../check-in/door.queries';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { sessionRows } from '../events/sessions.queries';
import { inScope } from '../organizers/scope.queries';
import { presentAttendance } from './attendance.presenter';
import { totalsOf } from './attendance-totals.rules';
import type { AttendanceQueryDto } from './reports.dto';

@Injectable()
export class ReportsService {
  constructor(private readonly database: Database) {}

  /** The five numbers of every published session in the caller's subtree, by date. */
  async attendance(caller: Caller, query: AttendanceQueryDto): Promise<AttendanceReport> {
    const manager = this.database.read;
    const now = await this.database.now();
    const found = inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
      .innerJoin(Event, 'e', 'e.id = s.eventId')
      .where('s.publishedAt IS NOT NULL')
      .orderBy('s.startsAt')
      .addOrderBy('s.id');
    if (query.programme) found.andWhere('e.programmeId = :programme', { programme: query.programme });
    if (query.organizer) found.andWhere('scope.path LIKE :unit', { unit: `%/${query.organizer}/%` });
    if (query.from) found.andWhere('s.startsAt >= :from', { from: new Date(query.from) });
    if (query.to) found.andWhere('s.startsAt < :to', { to: new Date(query.to) });
    const ids = (await found.getMany()).map(({ id }) => id);
    const facts = await factsOf(manager, ids);
    const parties = await partiesOf(manager, ids);
    const rows = (await sessionRows(manager, ids)).map((row) => {
      const own = facts.get(row.session.id) ?? [];
      return presentAttendance(row, own.length ? attendanceOf(own, parties.get(row.session.id) ?? []) : null, now);
    });
    return { asOf: now.toISOString(), rows, totals: totalsOf(rows), nextCursor: null };
  }
}
