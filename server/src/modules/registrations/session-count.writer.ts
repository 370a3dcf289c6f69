import type { EntityManager } from 'typeorm';
import { changeRows, insertRows } from '../../database/rows';
import { SessionCount } from './session-count.entity';

type Added = Pick<SessionCount, 'arrived' | 'walkIns' | 'tally' | 'tallies'>;

const NONE: Added = { arrived: 0, walkIns: 0, tally: 0, tallies: 0 };

/** Adds to a session's kept figures, its row held by the caller: what is not named stays. */
export async function addCounts(manager: EntityManager, sessionId: string, more: Partial<Added>): Promise<void> {
  const added = { ...NONE, ...more };
  if (Object.values(added).every((n) => n === 0)) return;
  const changed = await changeRows(
    manager,
    `UPDATE session_counts SET arrived = arrived + :arrived, walkIns = walkIns + :walkIns, tally = tally + :tally,
     tallies = tallies + :tallies WHERE sessionId = :sessionId`,
    { ...added, sessionId },
  );
  if (!changed) await insertRows(manager, SessionCount, [{ sessionId, ...added, corrected: null, correctionId: null }]);
}
