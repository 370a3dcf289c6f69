import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../../database/database';
import { EventSession } from '../events/session.entity';
import { Quota } from '../quotas/quota.entity';
import { Registration } from './registration.entity';
import { SeatsWriter } from './seats.writer';

const MOST = 200;
/** Offers end at the start at the latest: sessions that began before that have none left. */
const PAST_MS = 2 * 86_400_000;

/**
 * Gives what became free by the clock alone: offers that ran out, reserves that are due, parties no longer held back.
 * A session is a small transaction; settling twice changes nothing, so every replica may run it.
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
  async run(): Promise<number> {
    const now = await this.database.now();
    const due = await this.due(now);
    for (const id of due) {
      try {
        await this.database.write((manager) => this.seats.settle(manager, id, now));
      } catch (error) {
        // Tried again in a minute; the others are not to wait for it.
        this.log.error(error, `settling session ${id}`);
      }
    }
    return due.length;
  }

  private async due(now: Date): Promise<string[]> {
    const sessions = this.database.read.createQueryBuilder(EventSession, 's').select('s.id', 'id');
    const party = () => sessions.subQuery().select('1').from(Registration, 'r').where('r.sessionId = s.id');
    const overdue = party().andWhere("r.status = 'offered' AND r.confirmBy <= :now");
    const released = party()
      .innerJoin(Quota, 'f', 'f.id = r.quotaId AND f.taken + r.seats <= f.capacity')
      .andWhere("r.status = 'waitlisted' AND r.heldBackUntil <= :now");
    const reserve = sessions
      .subQuery()
      .select('1')
      .from(Quota, 'q')
      .where('q.sessionId = s.id AND q.releasesAt <= :now AND q.isDefault = :no AND q.taken < q.capacity', {
        no: false,
      });
    const rows = await sessions
      .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.startsAt > :past')
      .andWhere(
        `(EXISTS ${overdue.getQuery()} OR (s.startsAt > :now AND (EXISTS ${released.getQuery()} OR EXISTS ${reserve.getQuery()})))`,
      )
      .setParameters({ now, no: false, past: new Date(now.getTime() - PAST_MS) })
      .orderBy('s.startsAt')
      .limit(MOST)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}
