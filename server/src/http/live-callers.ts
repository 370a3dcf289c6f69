import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** At most so many ids in one statement. */
const PIECE = 500;

type Asked = { tell: (lives: boolean) => void; fail: (error: unknown) => void };

/**
 * Whether accounts still stand: a token outlives an account that its owner deleted. All who ask in one turn of the
 * event loop are one query, so that a crowd costs what one does.
 */
@Injectable()
export class LiveCallers {
  private asked = new Map<string, Asked[]>();

  constructor(private readonly database: Database) {}

  /** False once the account is gone or disabled, on every replica. */
  lives(id: string): Promise<boolean> {
    return new Promise((tell, fail) => {
      if (!this.asked.size) setImmediate(() => void this.answer());
      this.asked.set(id, [...(this.asked.get(id) ?? []), { tell, fail }]);
    });
  }

  private async answer(): Promise<void> {
    const asked = [...this.asked];
    this.asked = new Map();
    for (let from = 0; from < asked.length; from += PIECE) {
      const piece = asked.slice(from, from + PIECE);
      try {
        const live = await this.standing(piece.map(([id]) => id));
        for (const [id, all] of piece) for (const { tell } of all) tell(live.has(id));
      } catch (error) {
        for (const [, all] of piece) for (const { fail } of all) fail(error);
      }
    }
  }

  private async standing(ids: string[]): Promise<Set<string>> {
    // The table by its name: what every request passes knows no module.
    const sql = `SELECT id FROM accounts WHERE id IN (${ids.map(() => '?').join()}) AND disabledAt IS NULL`;
    const rows = (await this.database.read.query(sql, ids)) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }
}
