import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../../database/database';
import { type Caller, DESK } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Job } from '../../metrics/job';
import { gauge } from '../../metrics/metrics';
import { Account } from '../accounts/account.entity';
import { Organizer } from '../organizers/organizer.entity';
import { ExportJob } from './export-job.entity';
import { ClaimLost, ExportJobWriter } from './export-job.writer';
import type { Table } from './table.rules';
import { fileOf } from './table-file.presenter';
import { TablesReader } from './tables.reader';

/** Sealed it stays below the 64 KB of a text column. */
const PIECE = 32 * 1024;
/** A job whose server died is looked for so often. */
const LOOK_MS = 5_000;
const CLEAN_MS = 600_000;

/** Makes the files that were asked for, one at a time; every replica runs it, and takes up what another left. */
@Injectable()
export class ExportsJob implements BeforeApplicationShutdown {
  private readonly log = new Logger(ExportsJob.name);
  private working: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly jobs: ExportJobWriter,
    private readonly tables: TablesReader,
  ) {
    gauge('openday_exports_waiting', 'Files asked for that nobody makes yet', () =>
      database.read.countBy(ExportJob, { state: 'waiting' }),
    );
  }

  /** Until nothing waits, or the database is away: then looked for again in seconds. Never throws. */
  @Interval(LOOK_MS)
  look(): Promise<void> {
    this.working ??= this.run()
      .catch((error) => this.log.error(error, 'exports'))
      .finally(() => {
        this.working = null;
      });
    return this.working;
  }

  @Interval(CLEAN_MS)
  @Job
  async clean(): Promise<number> {
    let removed = 0;
    for (let some = await this.jobs.removeOld(); some; some = await this.jobs.removeOld()) removed += some;
    return removed;
  }

  /** What is half made goes back, for another replica to begin at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.working;
  }

  @Job
  private async run(): Promise<void> {
    while (!this.stopping) {
      const job = await this.jobs.claim();
      if (!job) return;
      await this.one(job);
    }
  }

  private async one(job: ExportJob): Promise<void> {
    try {
      const caller = await this.callerOf(job);
      if (!caller) return await this.jobs.release(job, 'failed');
      const whole = await this.make(job, await this.tables.table(caller, job.asked));
      if (!whole) await this.jobs.release(job, 'again');
    } catch (error) {
      if (error instanceof ClaimLost) return;
      this.log.error(error, `export ${job.id}`);
      // What is gone stays gone; anything else is tried again, so often as claims allow.
      await this.jobs.release(job, error instanceof AppError ? 'failed' : 'again');
    }
  }

  /** False when the server is stopping before the file is whole. */
  private async make(job: ExportJob, table: Table): Promise<boolean> {
    let done = 0;
    const counted = async function* () {
      for await (const row of table.rows()) {
        yield row;
        done += 1;
      }
    };
    let held: Buffer[] = [];
    let holding = 0;
    let place = 0;
    let bytes = 0;
    const keep = async (piece: Buffer) => {
      await this.jobs.keep(job, place, piece, done);
      place += 1;
      bytes += piece.length;
    };
    for await (const chunk of fileOf({ ...table, rows: counted }, job.format)) {
      if (this.stopping) return false;
      held.push(chunk as Buffer);
      holding += (chunk as Buffer).length;
      if (holding < PIECE) continue;
      const all = Buffer.concat(held);
      const cut = all.length - (all.length % PIECE);
      for (let from = 0; from < cut; from += PIECE) await keep(all.subarray(from, from + PIECE));
      held = [all.subarray(cut)];
      holding = all.length - cut;
    }
    if (holding) await keep(Buffer.concat(held));
    await this.jobs.finish(job, bytes, done);
    return true;
  }

  /** Who asked, as they are now: null once they are out, or of another unit. */
  private async callerOf({ accountId, organizerId }: ExportJob): Promise<Caller | null> {
    const account = await this.database.read.findOneBy(Account, { id: accountId });
    if (!account || account.disabledAt || !DESK.includes(account.role)) return null;
    if (account.organizerId !== organizerId) return null;
    const unit = await this.database.read.findOneBy(Organizer, { id: organizerId });
    return unit && { id: accountId, role: account.role, organizerId, path: unit.path };
  }
}
