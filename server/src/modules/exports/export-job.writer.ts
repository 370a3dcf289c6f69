import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Vault } from '../privacy/vault.service';
import { ExportJob } from './export-job.entity';
import { KEPT_MS } from './export-job.presenter';
import { ExportPiece } from './export-piece.entity';

/** Longer than any piece takes; a replica that died is followed after it. */
const LEASE_MS = 30_000;
/** A job that ends its server again and again is not taken up for ever. */
const MOST_CLAIMS = 5;
const REMOVED_AT_ONCE = 20;

/** Another replica has the job, or nobody wants it any more. */
export class ClaimLost extends Error {}

/** The claims on export jobs, and their files in pieces: each a committed conditional UPDATE, on any database. */
@Injectable()
export class ExportJobWriter {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** The oldest job nobody works on, now this process's for half a minute; null = there is none. */
  claim(): Promise<ExportJob | null> {
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const free = await manager
        .createQueryBuilder(ExportJob, 'j')
        .where("j.state IN ('waiting', 'running') AND (j.leaseUntil IS NULL OR j.leaseUntil <= :now)", { now })
        .orderBy('j.id')
        .getOne();
      if (!free) return null;
      const { id, fence } = free;
      const given = fence >= MOST_CLAIMS;
      const changes = given
        ? { state: 'failed' as const, leaseUntil: null }
        : { state: 'running' as const, fence: fence + 1, leaseUntil: new Date(now.getTime() + LEASE_MS), done: 0 };
      const claimed = await manager.update(ExportJob, { id, fence, state: free.state }, changes);
      return claimed.affected === 1 && !given ? { ...free, ...changes } : null;
    });
  }

  /** Keeps a piece of the file and the lease. Throws ClaimLost. */
  async keep({ id, fence }: ExportJob, place: number, bytes: Buffer, done: number): Promise<void> {
    const content = this.vault.seal(bytes);
    await this.database.write(async (manager) => {
      const leaseUntil = new Date((await databaseNow(manager)).getTime() + LEASE_MS);
      const held = await manager.update(ExportJob, { id, fence, state: 'running' }, { done, leaseUntil });
      if (held.affected !== 1) throw new ClaimLost();
      await manager.insert(ExportPiece, { jobId: id, fence, place, content });
    });
  }

  /** The file is whole. Pieces of older claims go. Throws ClaimLost. */
  async finish({ id, fence }: ExportJob, bytes: number, done: number): Promise<void> {
    await this.database.write(async (manager) => {
      const changes = { state: 'done' as const, done, total: done, bytes, leaseUntil: null };
      const held = await manager.update(ExportJob, { id, fence, state: 'running' }, changes);
      if (held.affected !== 1) throw new ClaimLost();
      await manager.delete(ExportPiece, { jobId: id, fence: LessThanOrEqual(fence - 1) });
    });
  }

  /** Gives the job back: to be taken up again at once, or never. */
  async release({ id, fence }: ExportJob, end: 'again' | 'failed'): Promise<void> {
    const state = end === 'failed' ? ('failed' as const) : ('waiting' as const);
    await this.database.write((manager) =>
      manager.update(ExportJob, { id, fence, state: 'running' }, { state, leaseUntil: null }),
    );
  }

  /** Removes files that are a day old, and their jobs. How many. */
  async removeOld(): Promise<number> {
    const before = new Date((await this.database.now()).getTime() - KEPT_MS);
    const old = await this.database.read.find(ExportJob, {
      where: { createdAt: LessThanOrEqual(before) },
      take: REMOVED_AT_ONCE,
    });
    for (const { id: jobId } of old)
      await this.database.write(async (manager) => {
        await manager.delete(ExportPiece, { jobId });
        await manager.delete(ExportJob, { id: In([jobId]) });
      });
    return old.length;
  }

  /** A finished job's file, piece by piece. */
  async *file({ id: jobId, fence }: ExportJob): AsyncGenerator<Buffer> {
    for (let place = 0; ; place += 1) {
      const piece = await this.database.read.findOneBy(ExportPiece, { jobId, fence, place });
      if (!piece) return;
      yield this.vault.openBytes(piece.content);
    }
  }
}
