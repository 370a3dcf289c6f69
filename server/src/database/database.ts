import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { transactions } from '../metrics/metrics';
import { databaseNow } from './clock';
import { dialectOf, isDuplicate, isTransient } from './dialect';
import { isCommitted } from './trips';

const ATTEMPTS = 8;

const telling = new WeakSet<QueryRunner>();

/** What this transaction changes is shown in lists: once committed it counts in `Database.told`. */
export function countWhenCommitted({ queryRunner }: EntityManager): void {
  if (queryRunner) telling.add(queryRunner);
}

/**
 * The one door to the data. Reads go through `read`; every change goes through `write`, a transaction that sees what
 * it locked (READ COMMITTED) and is retried when the database says it lost a race. On the embedded database all
 * writes pass one FIFO, because TypeORM shares one SQLite connection between them (docs/decisions/0003).
 */
@Injectable()
export class Database {
  private tail: Promise<unknown> = Promise.resolve();
  /** Transactions of this process that were committed; and of them, those that changed what lists show. */
  commits = 0;
  told = 0;
  private readonly inside = new AsyncLocalStorage<true>();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {}

  get read(): EntityManager {
    return this.reader.manager;
  }

  /** The database's clock. */
  now(): Promise<Date> {
    return databaseNow(this.read);
  }

  /**
   * Runs `work` in one transaction and commits. Nothing but the database may be awaited inside. Throws what `work`
   * throws (rolled back), and refuses to be called from inside itself.
   */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) throw new Error('Database.write called inside Database.write: pass the manager on');
    const run = () => this.inside.run(true, () => this.attempt(work));
    if (dialectOf(this.writer.manager) === 'mariadb') return run();
    const turn = this.tail.then(run);
    this.tail = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  private async attempt<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const ended = transactions.startTimer();
      try {
        const result = await this.transaction(work);
        ended({ outcome: 'committed' });
        return result;
      } catch (error) {
        // A duplicate key means a neighbour was quicker: the next try finds its row.
        const again = attempt < ATTEMPTS && (isTransient(error) || isDuplicate(error));
        ended({ outcome: again ? 'retried' : 'undone' });
        if (!again) throw error;
        // Longer each time and never alike, so that two who met do not meet again.
        await setTimeout(Math.random() * Math.min(2 ** attempt, 100));
      }
    }
  }

  /** As TypeORM's own, but a COMMIT that went with the last statements is not sent again. */
  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work(runner.manager);
      if (!isCommitted(runner)) await runner.commitTransaction();
      this.commits++;
      if (telling.has(runner)) this.told++;
      return result;
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** It fails where the database has rolled back by itself: a connection that is gone, a full disk. Why is told already. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    try {
      await runner.rollbackTransaction();
    } catch {
      if (dialectOf(runner.manager) === 'mariadb') return;
      // The embedded database has one runner for all: thinking itself inside this one, it would never commit the next.
      await runner.query('BEGIN');
      await runner.rollbackTransaction();
    }
  }

  async close(): Promise<void> {
    await this.tail;
    if (this.reader !== this.writer) await this.reader.destroy();
  }
}
