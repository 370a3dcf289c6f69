import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { SlotPlan } from './slot-plan.entity';
import { SlotPlanWriter } from './slot-plan.writer';

/** Shorter than the hour between two runs; long enough that a second replica finds it taken. */
const CLAIM_MS = 50 * 60_000;

/** Keeps standing visits filled, a plan at a time, by the replica that claims it. */
@Injectable()
export class SlotPlanJob {
  private readonly log = new Logger(SlotPlanJob.name);

  constructor(
    private readonly database: Database,
    private readonly slots: SlotPlanWriter,
  ) {}

  /** How many sessions were made. */
  @Cron('40 * * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    const before = new Date((await this.database.now()).getTime() - CLAIM_MS);
    const plans = await this.database.read
      .createQueryBuilder(SlotPlan, 'p')
      .where('p.pausedAt IS NULL AND (p.claimedAt IS NULL OR p.claimedAt < :before)', { before })
      .getMany();
    let made = 0;
    for (const plan of plans) {
      try {
        if (await this.claim(plan.id, before)) made += await this.slots.make(plan);
      } catch (error) {
        // Tried again in an hour; the other places are not to wait for it.
        this.log.error(error, `slots of plan ${plan.id}`);
      }
    }
    return made;
  }

  private async claim(id: string, before: Date): Promise<boolean> {
    const now = await this.database.now();
    const claimed = await this.database.write((manager) =>
      manager
        .createQueryBuilder()
        .update(SlotPlan)
        .set({ claimedAt: now })
        .where('id = :id AND (claimedAt IS NULL OR claimedAt < :before)', { id, before })
        .execute(),
    );
    return claimed.affected === 1;
  }
}
