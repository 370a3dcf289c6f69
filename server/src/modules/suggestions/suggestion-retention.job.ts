import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type EntityManager, In, IsNull, LessThan, Not, type SelectQueryBuilder } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { Suggestion } from './suggestion.entity';
import { SuggestionWriter } from './suggestion.writer';

/** So long after the last word on what no unit owes an answer to. */
const KEPT_DAYS = 30;
const KEYS_KEPT_DAYS = 7;
const PIECE = 200;
const DAY_MS = 86_400_000;

/**
 * Takes who said it and every word that was not made public out of suggestions that are long over; counts, days and
 * verdicts stay. Removing twice changes nothing, so every replica may run it; in pieces, so that nobody waits for it.
 */
@Injectable()
export class SuggestionRetentionJob {
  constructor(
    private readonly database: Database,
    private readonly writer: SuggestionWriter,
  ) {}

  @Cron('0 5 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removePiece();
    return removed;
  }

  /** Keys that suggestions were sent with. */
  @Cron('15 5 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async runKeys(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removeKeys();
    return removed;
  }

  private removePiece(): Promise<number> {
    return this.database.write(async (manager) => {
      const due = await dueSuggestions(manager, await databaseNow(manager))
        .select(['g.id'])
        .take(PIECE)
        .getMany();
      const ids = due.map(({ id }) => id);
      await this.writer.empty(manager, ids);
      return ids.length;
    });
  }

  private removeKeys(): Promise<number> {
    return this.database.write(async (manager) => {
      const before = new Date((await databaseNow(manager)).getTime() - KEYS_KEPT_DAYS * DAY_MS);
      const due = await manager.find(Suggestion, {
        select: { id: true },
        where: { createdAt: LessThan(before), keyId: Not(IsNull()) },
        take: PIECE,
      });
      const ids = due.map(({ id }) => id);
      if (ids.length) await manager.update(Suggestion, { id: In(ids) }, { keyId: null, bodyHash: null });
      return ids.length;
    });
  }
}

/** Suggestions `g` that are to be nobody's. */
export const dueSuggestions = (manager: EntityManager, now: Date): SelectQueryBuilder<Suggestion> =>
  manager
    .createQueryBuilder(Suggestion, 'g')
    .where("g.state IN ('answered', 'resolved', 'rated') AND g.text IS NOT NULL")
    .andWhere('g.updatedAt < :before', { before: new Date(now.getTime() - KEPT_DAYS * DAY_MS) });
