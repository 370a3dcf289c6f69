import { Injectable } from '@nestjs/common';
import type { Role } from '@openday/shared/auth';
import { Database } from '../database/database';
import type { Caller } from './access';

/** At most so many ids in one statement. */
const PIECE = 500;
/** What is known of somebody at a desk or a door is looked up again after so long: who is disabled is out by then. */
const HELD_MS = 20_000;
/** More people at desks and doors than this at once are looked up each time. */
const MOST_HELD = 10_000;

type Asked = { tell: (caller: Caller | null) => void; fail: (error: unknown) => void };
type Row = { id: string; role: Role; organizerId: string | null; path: string | null };

/**
 * What accounts may do now: a token outlives an account that was deleted or disabled, a unit that moved in the tree, a
 * role that was changed. All who ask in one turn of the event loop are one query, so that a crowd costs what one does.
 */
@Injectable()
export class LiveCallers {
  private asked = new Map<string, Asked[]>();
  /** By the clock that never jumps: one an hour behind would keep somebody disabled in for an hour. */
  private readonly held = new Map<string, { caller: Caller; until: number }>();

  constructor(private readonly database: Database) {}

  /** As looked up in the last seconds; residents never are. */
  known(id: string): Caller | null {
    const held = this.held.get(id);
    return held && held.until > performance.now() ? held.caller : null;
  }

  /** Null once the account is gone or disabled, on every replica. */
  standing(id: string): Promise<Caller | null> {
    return new Promise((tell, fail) => {
      if (!this.asked.size) setImmediate(() => void this.answer());
      this.asked.set(id, [...(this.asked.get(id) ?? []), { tell, fail }]);
    });
  }

  /** What was known is looked up again: on this replica a change holds at once. */
  forget(): void {
    this.held.clear();
  }

  private async answer(): Promise<void> {
    const asked = [...this.asked];
    this.asked = new Map();
    for (let from = 0; from < asked.length; from += PIECE) {
      const piece = asked.slice(from, from + PIECE);
      try {
        const found = await this.look(piece.map(([id]) => id));
        for (const [id, all] of piece) for (const { tell } of all) tell(found.get(id) ?? null);
      } catch (error) {
        for (const [, all] of piece) for (const { fail } of all) fail(error);
      }
    }
  }

  private async look(ids: string[]): Promise<Map<string, Caller>> {
    // Before the look: what changes meanwhile is held no longer for it.
    const until = performance.now() + HELD_MS;
    // The tables by their names: what every request passes knows no module.
    const sql = `SELECT a.id, a.role, a.organizerId, o.path FROM accounts a LEFT JOIN organizers o ON o.id = a.organizerId
      WHERE a.id IN (${ids.map(() => '?').join()}) AND a.disabledAt IS NULL`;
    const rows = (await this.database.read.query(sql, ids)) as Row[];
    if (this.held.size > MOST_HELD) this.held.clear();
    return new Map(
      rows.map(({ id, role, organizerId, path }) => {
        const caller = { id, role, organizerId, path };
        if (role === 'resident') return [id, caller];
        this.held.set(id, { caller, until });
        return [id, caller];
      }),
    );
  }
}
