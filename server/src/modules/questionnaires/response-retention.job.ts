import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { EventSession } from '../events/session.entity';
import { NOBODYS, Response } from './response.entity';
import { answersSince } from './response.rules';

const PIECE = 200;

/**
 * Once a session takes no more answers, whose they were and their free lines go; what was chosen stays, for the totals.
 * Removing twice changes nothing, so every replica may run it; in pieces, so that nobody waits for it.
 */
@Injectable()
export class ResponseRetentionJob {
  constructor(private readonly database: Database) {}

  @Cron('30 5 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removePiece();
    return removed;
  }

  private removePiece(): Promise<number> {
    return this.database.write(async (manager) => {
      const due = await dueResponses(manager, await databaseNow(manager))
        .select('r.id', 'id')
        .limit(PIECE)
        .getRawMany<{ id: string }>();
      const ids = due.map(({ id }) => id);
      if (ids.length) await manager.update(Response, { id: In(ids) }, NOBODYS);
      return ids.length;
    });
  }
}

/** Answers `r` that are to be nobody's. */
export const dueResponses = (manager: EntityManager, now: Date): SelectQueryBuilder<Response> =>
  manager
    .createQueryBuilder(Response, 'r')
    .innerJoin(EventSession, 's', 's.id = r.sessionId')
    .where('s.endsAt < :before AND r.registrationId IS NOT NULL', { before: answersSince(now) });
