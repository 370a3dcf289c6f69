import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../database/clock';
import { Database } from '../database/database';
import { changeRows, type Params } from '../database/rows';
import { Job } from '../metrics/job';

/** Access tokens live at most seven days. */
const KEPT_MS = 8 * 86_400_000;
/** Looked at again: what began to be written before the last look and was committed after it. */
const OVERLAP_MS = 60_000;

/**
 * Sign-ins that were ended before their access tokens: known in every replica within seconds, so that checking costs no
 * query. The tables by their names: what every request passes knows no module.
 */
@Injectable()
export class SignInEnds implements OnApplicationBootstrap {
  private ended = new Set<string>();
  private before = new Set<string>();
  private lookedAt = 0;
  private turnedAt = 0;

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
  }

  isEnded(id: string): boolean {
    return this.ended.has(id) || this.before.has(id);
  }

  /** One sign-in: none of its tokens is renewed or taken any more. Look afterwards, so that it holds here at once. */
  async one(manager: EntityManager, id: string): Promise<void> {
    await this.end(manager, 'id = :id', { id });
    await changeRows(manager, 'DELETE FROM refresh_tokens WHERE family = :id', { id });
  }

  /** Every one of an account. */
  async all(manager: EntityManager, accountId: string): Promise<void> {
    await this.end(manager, 'accountId = :accountId', { accountId });
    await changeRows(manager, 'DELETE FROM refresh_tokens WHERE accountId = :accountId', { accountId });
  }

  /** What was ended since the last look, here or elsewhere. */
  @Interval('ended sign-ins', 10_000)
  @Job
  async look(): Promise<void> {
    const { read } = this.database;
    const now = (await databaseNow(read)).getTime();
    // `now` is before it where the clock went back.
    const since = new Date(Math.max(Math.min(this.lookedAt, now) - OVERLAP_MS, now - KEPT_MS));
    const sql = 'SELECT id FROM sign_ins WHERE endedAt > ?';
    const rows = (await read.query(sql, [since.toISOString().slice(0, -1).replace('T', ' ')])) as { id: string }[];
    // Two sets in turn, so that what ended long ago is forgotten.
    if (now - this.turnedAt > KEPT_MS) {
      this.before = this.ended;
      this.ended = new Set();
      this.turnedAt = now;
    }
    for (const { id } of rows) this.ended.add(id);
    this.lookedAt = now;
  }

  private async end(manager: EntityManager, which: string, params: Params): Promise<void> {
    const now = await databaseNow(manager);
    await changeRows(manager, `UPDATE sign_ins SET endedAt = :now WHERE ${which} AND endedAt IS NULL`, {
      ...params,
      now,
    });
  }
}
