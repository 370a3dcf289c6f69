import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionDetail } from '@openday/shared/sessions';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { presentCalendar } from './calendar.presenter';
import { presentSession, type SessionRow } from './session.presenter';
import { sessionRows } from './sessions.queries';

const SECOND = 1000;
/** Sessions kept; a list of them that long is thrown away whole. */
const MOST = 2000;

interface Recent {
  /** `performance.now()` when it was asked for. */
  at: number;
  commits: number;
  row: Promise<SessionRow>;
  /** Ms from `performance.now()` to the database's clock. */
  clock: Promise<number>;
}

@Injectable()
export class SessionsService {
  private readonly recent = new Map<string, Recent>();

  constructor(private readonly database: Database) {}

  /** At most a second old, and never older than what this process committed: a crowd that polls one session reads it once. */
  async detail(id: string): Promise<{ session: SessionDetail; tag: string }> {
    const known = this.recent.get(id);
    const isFresh = known && performance.now() - known.at < SECOND && known.commits === this.database.commits;
    const { row, clock } = isFresh ? known : this.read(id);
    const now = new Date(performance.now() + (await clock));
    const session = presentSession(await row, now);
    // Of all but the clock, which a 304 leaves as it runs.
    const { now: _, ...lasting } = session;
    return { session, tag: `"${createHash('sha1').update(JSON.stringify(lasting)).digest('base64url')}"` };
  }

  private read(id: string): Recent {
    if (this.recent.size >= MOST) this.recent.clear();
    const at = performance.now();
    const clock = this.database.now().then((now) => now.getTime() - performance.now());
    const recent = { at, commits: this.database.commits, row: this.published(id), clock };
    this.recent.set(id, recent);
    // A refusal is told to whoever asked, and not kept.
    Promise.all([recent.row, clock]).catch(() => this.recent.delete(id));
    return recent;
  }

  async calendar(id: string): Promise<string> {
    return presentCalendar(await this.published(id));
  }

  private async published(id: string): Promise<SessionRow> {
    const [row] = await sessionRows(this.database.read, [id]);
    if (!row?.session.publishedAt) throw new AppError('NOT_FOUND');
    return row;
  }
}
