import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../database/database';
import { changesSince, type Look } from './changes.queries';
import type { Changed } from './shown-change.entity';

const SECOND = 1000;
/** Own changes are looked for at most so often. */
const APART_MS = 25;
/** Changes are kept for a day: what was not asked for half an hour is to be made anew. */
const MISSED_MS = 1800 * SECOND;

/** Keeps one copy of something in memory up to date by what transactions of any replica told; looks only when asked. */
export class ChangesReader {
  private seen = new Set<string>();
  private last: Look | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private toldSeen = -1;
  private offsetMs = 0;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    /** Reads again what changed. */
    private readonly take: (changes: Changed[]) => Promise<void>,
  ) {}

  /** Ms since 1970 by the database's clock. */
  get now(): number {
    return Date.now() + this.offsetMs;
  }

  /** What was told may have been forgotten since the last look. */
  get isTooLate(): boolean {
    return performance.now() - this.lookedAt > MISSED_MS;
  }

  /** To be called before the copy is made: what is told from then on is taken. */
  async begin(): Promise<void> {
    this.mark(await changesSince(this.database.read, null));
    this.seen = new Set();
  }

  /** Resolves once all is taken that this process committed before, and others a second ago. Throws where the database is away. */
  async catchUp(): Promise<void> {
    if (this.isFresh) return;
    // A look that began before the question may have been too early for it: then one more.
    await this.looking?.catch(() => undefined);
    if (!this.isFresh) await this.look();
  }

  private get isFresh(): boolean {
    return performance.now() - this.lookedAt < SECOND && this.toldSeen === this.database.told;
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
    const [began, told] = [performance.now(), this.database.told];
    const { changes, ...look } = await changesSince(this.database.read, this.last);
    const fresh = changes.flatMap(({ id, changed }) => (this.seen.has(id) ? [] : changed));
    await this.take(fresh);
    this.seen = new Set(changes.map(({ id }) => id));
    this.mark(look);
    this.lookedAt = began;
    this.toldSeen = told;
  }

  private mark(look: Look): void {
    this.offsetMs = look.now.getTime() - Date.now();
    this.last = look;
  }
}
