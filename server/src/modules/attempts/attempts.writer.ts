import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { lockMode } from '../../database/dialect';
import { Vault } from '../privacy/vault.service';
import { AttemptCount } from './attempt-count.entity';
import type { Limit } from './limits.rules';

/** Counts tries in the database, so that every replica holds the same limit. */
@Injectable()
export class AttemptsWriter {
  constructor(private readonly vault: Vault) {}

  /** Counts one more; false where no more are allowed. It counts only if the transaction commits. */
  async take(manager: EntityManager, limit: Limit, who: string): Promise<boolean> {
    const bucketIndex = this.bucket(limit, who);
    const now = await databaseNow(manager);
    const row = await manager.findOne(AttemptCount, { where: { bucketIndex }, lock: lockMode(manager) });
    const standing = row && row.resetsAt > now ? row : null;
    if (standing && standing.count >= limit.most) return false;
    const until = new Date(now.getTime() + limit.seconds * 1000);
    const count = { count: (standing?.count ?? 0) + 1, resetsAt: limit.lock ? until : (standing?.resetsAt ?? until) };
    // A neighbour who inserts first makes the transaction start again.
    if (row) await manager.update(AttemptCount, { bucketIndex }, count);
    else await manager.insert(AttemptCount, { bucketIndex, ...count });
    return true;
  }

  /** Whether no more are allowed now. */
  async isSpent(manager: EntityManager, limit: Limit, who: string): Promise<boolean> {
    const resetsAt = MoreThan(await databaseNow(manager));
    const bucketIndex = this.bucket(limit, who);
    return manager.existsBy(AttemptCount, { bucketIndex, count: MoreThanOrEqual(limit.most), resetsAt });
  }

  /** One that was taken turns out to have been none. */
  async giveBack(manager: EntityManager, limit: Limit, who: string): Promise<void> {
    await manager.decrement(AttemptCount, { bucketIndex: this.bucket(limit, who) }, 'count', 1);
  }

  async clear(manager: EntityManager, limit: Limit, who: string): Promise<void> {
    await manager.delete(AttemptCount, { bucketIndex: this.bucket(limit, who) });
  }

  /** Takes away what limits nobody any more. */
  async forget(manager: EntityManager): Promise<void> {
    await manager.delete(AttemptCount, { resetsAt: LessThan(await databaseNow(manager)) });
  }

  private bucket({ what }: Limit, who: string): string {
    return this.vault.index('attempt', `${what}\0${who}`);
  }
}
