import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { dayOf } from '@openday/shared/dates';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { EventSession } from '../events/session.entity';
import { PlanImport } from './plan-import.entity';
import { PlanRow } from './plan-row.entity';
import { FORGOTTEN, PlanRowWriter } from './plan-row.writer';

/** As for registrations. */
const KEPT_DAYS = 30;
const PIECE = 100;
const DAY_MS = 86_400_000;

/**
 * Takes whom a sheet names out of rows whose sessions are long over, or, where there are none, whose year is. Every
 * replica may run it; in pieces, so that nobody waits for it.
 */
@Injectable()
export class PlanRetentionJob {
  constructor(
    private readonly database: Database,
    private readonly rows: PlanRowWriter,
  ) {}

  @Cron('15 4 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    let forgotten = 0;
    for (let piece = PIECE; piece === PIECE; forgotten += piece) piece = await this.piece();
    return forgotten;
  }

  private piece(): Promise<number> {
    return this.database.write(async (manager) => {
      const rows = await duePlanRows(manager, await databaseNow(manager))
        .limit(PIECE)
        .getMany();
      for (const row of rows) await this.rows.forget(manager, row);
      return rows.length;
    });
  }
}

/** Rows `r` of imports `p` that are to name nobody any more. */
export function duePlanRows(manager: EntityManager, now: Date): SelectQueryBuilder<PlanRow> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  const year = Number(dayOf(before.getTime()).slice(0, 4));
  const due = manager.createQueryBuilder(PlanRow, 'r').innerJoin(PlanImport, 'p', 'p.id = r.importId');
  const session = (more: string) =>
    `EXISTS ${due.subQuery().select('1').from(EventSession, 's').where(`s.eventId = r.eventId${more}`).getQuery()}`;
  return due
    .where('r.contentHash <> :forgotten AND r.updatedAt < :before', { forgotten: FORGOTTEN, before })
    .andWhere(`NOT ${session(' AND s.endsAt >= :before')} AND (p.year < :year OR ${session('')})`, { year });
}
