import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { Draw } from '../events/draw.entity';
import { EventSession } from '../events/session.entity';
import { DrawWriter } from './draw.writer';

const MOST = 100;

/**
 * Closes the lists of draws when registration closes, and draws those for which no public number was announced. Every
 * replica may run it: what one has committed, the next finds done under the session's lock.
 */
@Injectable()
export class DrawJob {
  private readonly log = new Logger(DrawJob.name);

  constructor(
    private readonly database: Database,
    private readonly writer: DrawWriter,
  ) {}

  @Interval(60_000)
  async run(): Promise<void> {
    const open = await this.due((due) => due.where('d.listHash IS NULL'));
    for (const id of open) await this.one(id, (manager) => this.writer.close(manager, id));
    const undrawn = await this.due((due, now) => due.where('d.publicSource IS NULL AND d.drawsAt <= :now', { now }));
    for (const id of undrawn) await this.one(id, (manager) => this.writer.draw(manager, id, undefined));
  }

  /** Sessions not drawn yet whose registration is closed, not started and not cancelled. */
  private async due(which: (due: SelectQueryBuilder<Draw>, now: Date) => SelectQueryBuilder<Draw>): Promise<string[]> {
    const now = await this.database.now();
    const due = this.database.read
      .createQueryBuilder(Draw, 'd')
      .select('d.sessionId', 'id')
      .innerJoin(EventSession, 's', 's.id = d.sessionId AND s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL');
    const rows = await which(due, now)
      .andWhere('d.drawnAt IS NULL AND s.closesAt <= :now AND s.startsAt > :now', { now })
      .limit(MOST)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** One that fails is tried again in a minute and does not hold up the others. */
  private async one(id: string, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.database.write(work);
    } catch (error) {
      if (error instanceof AppError && error.code === 'ALREADY_DRAWN') return;
      this.log.error(error, `draw of session ${id}`);
    }
  }
}
