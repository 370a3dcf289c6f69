import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/database';
import { changesSince, forgetChanges, type Look } from '../changes/changes.queries';
import { buildIndex, readChanged, readOn } from './shown.reader';
import type { ShownIndex } from './shown-index.rules';

const SECOND = 1000;
/** Older than this the index answers nothing. */
const USABLE_MS = 4 * SECOND;
/** Own changes are looked for at most so often. */
const APART_MS = 25;
/** An index that missed so much is built anew. */
const MISSED_MS = 1800 * SECOND;
/** Far longer than that, and than a clock leaps. */
const KEPT_MS = 86_400 * SECOND;
const RETRY_MS = 5 * SECOND;
/** Sessions read again every second in turn, so that what nobody told of is found as well. */
const AGAIN = 200;

/** The index, no older than a second where the database answers, and what its clock says. */
export interface Current {
  index: ShownIndex;
  /** Ms since 1970, by the database's clock. */
  now: number;
}

/**
 * Keeps the index of what is on show: built in the background, then brought up to date by what transactions of any
 * replica told. The database decides; nothing here is needed for an answer, only for a quick one.
 */
@Injectable()
export class DiscoveryReader implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Discovery');
  private index: ShownIndex | null = null;
  private isStopped = false;
  private working: Promise<void> = Promise.resolve();
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** `performance.now()` when the last look began. */
  private lookedAt = Number.NEGATIVE_INFINITY;
  private toldSeen = -1;
  private last: Look | null = null;
  private seen = new Set<string>();
  /** Database clock minus this process's. */
  private offsetMs = 0;
  private again = '';
  private isAgainDue = false;
  private beats = 0;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.working = this.build();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    this.index = null;
    if (this.timer) clearInterval(this.timer);
    await this.working;
    await this.looking?.catch(() => undefined);
  }

  /** Null while there is no index, or none that can be trusted. Own committed changes are in it. */
  async current(): Promise<Current | null> {
    if (this.index && !this.isFresh) await this.catchUp();
    return this.usable();
  }

  /** The same where nothing need be looked for, which is mostly so. */
  fresh(): Current | null {
    return this.isFresh ? this.usable() : null;
  }

  private usable(): Current | null {
    if (!this.index || performance.now() - this.lookedAt > USABLE_MS) return null;
    return { index: this.index, now: Date.now() + this.offsetMs };
  }

  /** Resolves once the index is built; for those that measure it. */
  async built(): Promise<void> {
    while (!this.index && !this.isStopped) await wait(APART_MS);
  }

  private get isFresh(): boolean {
    return performance.now() - this.lookedAt < SECOND && this.toldSeen === this.database.told;
  }

  /** A look that began before the question may have been too early for it: then one more. */
  private async catchUp(): Promise<void> {
    try {
      await this.looking;
      if (!this.isFresh) await this.look();
    } catch (error) {
      this.log.warn(`cannot follow what changes, asking the database instead: ${String(error)}`);
    }
  }

  private look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    const early = APART_MS - (performance.now() - this.lookedAt);
    if (early > 0) await wait(early);
    const { index } = this;
    if (!index) return;
    const [began, told] = [performance.now(), this.database.told];
    if (began - this.lookedAt > MISSED_MS) {
      this.index = null;
      this.working = this.build();
      return;
    }
    await this.follow(index);
    this.lookedAt = began;
    this.toldSeen = told;
    if (!this.isAgainDue) return;
    // In the same turn: what was read before a change must not come after it.
    this.isAgainDue = false;
    this.again = (await readOn(this.database.read, index, this.again, AGAIN)) ?? '';
  }

  /** Reads again what was told and not seen yet; without an index only the clock. */
  private async follow(index: ShownIndex | null): Promise<void> {
    const { changes, ...look } = await changesSince(this.database.read, index && this.last);
    const fresh = changes.filter(({ id }) => !this.seen.has(id));
    if (index && fresh.length)
      await readChanged(
        this.database.read,
        index,
        fresh.map(({ changed }) => changed),
      );
    this.seen = new Set(changes.map(({ id }) => id));
    this.offsetMs = look.now.getTime() - Date.now();
    this.last = look;
  }

  private async build(): Promise<void> {
    while (!this.isStopped && !this.index)
      try {
        await this.follow(null);
        const [began, told] = [performance.now(), this.database.told];
        const index = await buildIndex(this.database.read, () => this.isStopped);
        if (!index || this.isStopped) return;
        await this.follow(index);
        this.index = index;
        this.lookedAt = performance.now();
        this.toldSeen = told;
        this.log.log(`${index.table.size} sessions in the index after ${Math.round(performance.now() - began)} ms`);
        this.timer ??= setInterval(() => void this.beat(), SECOND).unref();
      } catch (error) {
        if (this.isStopped) return;
        this.log.warn(`no index yet, asking the database instead: ${String(error)}`);
        await wait(RETRY_MS, undefined, { ref: false });
      }
  }

  /** Every second: look, read a few again, and now and then forget. */
  private async beat(): Promise<void> {
    if (this.isStopped) return;
    this.isAgainDue = true;
    try {
      await this.look();
      if (this.beats++ % 60 === 0 && !this.isStopped)
        await this.database.write((manager) => forgetChanges(manager, new Date(Date.now() + this.offsetMs - KEPT_MS)));
    } catch (error) {
      if (!this.isStopped) this.log.warn(`cannot follow what changes: ${String(error)}`);
    }
  }
}
