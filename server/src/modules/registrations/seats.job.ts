import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { EventSession } from '../events/session.entity';
import { Quota } from '../quotas/quota.entity';
import { Registration } from './registration.entity';
import { SeatsWriter } from './seats.writer';

const PIECE = 200;
/** All is over with the start; so long a server may have been down. */
const PAST_MS = 30 * 86_400_000;

/**
 * What happens by the clock alone: offers that ran out, reserves that are due, parties no longer held back, and who was
 * never decided about when it starts. A session is a small transaction; settling twice changes nothing, so every replica may run it.
 */
@Injectable()
export class SeatsJob {
  private readonly log = new Logger(SeatsJob.name);

  constructor(
    private readonly database: Database,
    private readonly seats: SeatsWriter,
  ) {}

  /** How many sessions were settled. */
  @Interval(60_000)
  @Job
  async run(): Promise<number> {
    const now = await this.database.now();
    let settled = 0;
    // Page by page to the end: sessions that fail again and again keep none behind them waiting.
    for (let ids = await this.due(now, ''); ids.length; ids = await this.due(now, ids.at(-1)!))
      for (const id of ids) settled += await this.settle(id, now);
    return settled;
  }

  private async settle(id: string, now: Date): Promise<number> {
    try {
      await this.database.write((manager) => this.seats.settle(manager, id, now));
      return 1;
    } catch (error) {
      // Tried again in a minute; the others are not to wait for it.
      this.log.error(error, `settling session ${id}`);
      return 0;
    }
  }

  private async due(now: Date, after: string): Promise<string[]> {
    const sessions = this.database.read.createQueryBuilder(EventSession, 's').select('s.id', 'id');
    const party = () => sessions.subQuery().select('1').from(Registration, 'r').where('r.sessionId = s.id');
    const overdue = party().andWhere("r.status = 'offered' AND r.confirmBy <= :now");
    const undecided = party().andWhere("r.status = 'applied'");
    const released = party()
      .innerJoin(Quota, 'f', 'f.id = r.quotaId AND f.taken + r.seats <= f.capacity')
      .andWhere("r.status = 'waitlisted' AND r.heldBackUntil <= :now");
    const pool = (alias: string, where: string) =>
      sessions.subQuery().select('1').from(Quota, alias).where(`${alias}.sessionId = s.id AND ${where}`).getQuery();
    const reserve = pool('q', 'q.releasesAt <= :now AND q.isDefault = :no AND q.taken < q.capacity');
    const open = pool('p', 'p.isDefault = :yes');
    const rows = await sessions
      .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.startsAt > :past')
      .andWhere(
        `(EXISTS ${overdue.getQuery()} OR (s.startsAt <= :now AND EXISTS ${undecided.getQuery()}) OR
          (s.startsAt > :now AND (EXISTS ${released.getQuery()} OR (EXISTS ${reserve} AND EXISTS ${open}))))`,
      )
      .andWhere('s.id > :after')
      .setParameters({ now, after, no: false, yes: true, past: new Date(now.getTime() - PAST_MS) })
      .orderBy('s.id')
      .limit(PIECE)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}
