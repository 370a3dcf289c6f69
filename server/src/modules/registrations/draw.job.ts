import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { Job } from '../../metrics/job';
import { Draw } from '../events/draw.entity';
import { EventSession } from '../events/session.entity';
import { DrawWriter } from './draw.writer';

const PIECE = 100;

/**
 * Closes the lists of draws when registration closes, draws those for which no public number was announced, and tells
 * the unit whose number is due; what is never drawn ends with the start (SeatsJob). Every replica may run it: what one has
 * committed, the next finds done under the session's lock.
 */
@Injectable()
export class DrawJob {
  private readonly log = new Logger(DrawJob.name);

  constructor(
    private readonly database: Database,
    private readonly writer: DrawWriter,
  ) {}

  @Interval(60_000)
  @Job
  async run(): Promise<void> {
    await this.each('d.listHash IS NULL', (manager, id) => this.writer.close(manager, id));
    await this.each('d.publicSource IS NULL AND d.drawsAt <= :now', (manager, id) =>
      this.writer.draw(manager, id, undefined),
    );
    await this.each('d.publicSource IS NOT NULL AND d.drawsAt <= :now', (manager, id) =>
      this.writer.remind(manager, id),
    );
  }

  /** Page by page to the end, so that one that fails again and again keeps none behind it waiting. */
  private async each(which: string, work: (manager: EntityManager, id: string) => Promise<void>): Promise<void> {
    for (let ids = await this.due(which, ''); ids.length; ids = await this.due(which, ids.at(-1)!))
      for (const id of ids) await this.one(id, (manager) => work(manager, id));
  }

  /** Sessions not drawn yet whose registration is closed, not started and not cancelled. */
  private async due(which: string, after: string): Promise<string[]> {
    const now = await this.database.now();
    const rows = await this.database.read
      .createQueryBuilder(Draw, 'd')
      .select('d.sessionId', 'id')
      .innerJoin(EventSession, 's', 's.id = d.sessionId AND s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL')
      .where(which)
      .andWhere('d.drawnAt IS NULL AND s.closesAt <= :now AND s.startsAt > :now AND d.sessionId > :after')
      .setParameters({ now, after })
      .orderBy('d.sessionId')
      .limit(PIECE)
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
