import type { EntityManager } from 'typeorm';
import { byIndex, changeRows, insertRows, selectRows } from '../../database/rows';
import { Registration } from '../registrations/registration.entity';
import { SessionCount } from '../registrations/session-count.entity';
import { addCounts } from '../registrations/session-count.writer';
import { CheckIn } from './check-in.entity';
import {
  type CountChange,
  type CountedFact,
  type CountedParty,
  countChanges,
  lastCorrection,
} from './fact-count.rules';

const FACT = ['id', 'sessionId', 'kind', 'registrationId', 'ref', 'seats', 'at', 'clockOffsetMs'] as const;
const PARTY = ['id', 'sessionId', 'seats', 'scanned'] as const;

/**
 * Keeps the counters of sessions and parties that these facts change, before they are stored and under their sessions'
 * rows: it reads what the facts name, never all facts of a session.
 */
export async function countFacts(manager: EntityManager, facts: readonly CheckIn[]): Promise<void> {
  const fresh = facts.filter(({ kind }) => kind !== 'end').map(countedOf);
  if (!fresh.length) return;
  const ids = fresh.map(({ id }) => id);
  const refs = fresh.flatMap(({ kind, ref }) => (kind === 'undo' && ref !== null ? ref : []));
  const named = [...ids, ...refs];
  const [undos, targets] = await Promise.all([
    selectRows(manager, CheckIn, "WHERE ref IN (:named) AND kind = 'undo'", { named }, ['ref', 'sessionId']),
    refs.length ? storedFacts(manager, 'WHERE id IN (:refs)', { refs }) : [],
  ]);
  const scans = new Set([...fresh, ...targets].flatMap(({ registrationId }) => registrationId ?? []));
  const found = scans.size
    ? await selectRows(manager, Registration, 'WHERE id IN (:scans)', { scans: [...scans] }, PARTY)
    : [];
  const parties = new Map<string, CountedParty>(found.map((party) => [party.id, party]));
  const { sessions, scanned } = countChanges(fresh, { undos, targets, parties });
  await addScanned(manager, scanned);
  for (const [sessionId, change] of [...sessions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await addCounts(manager, sessionId, change);
    await putRight(manager, sessionId, change);
  }
}

/** A statement for each different number of seats. */
async function addScanned(manager: EntityManager, scanned: Map<string, number>): Promise<void> {
  const alike = new Map<number, string[]>();
  for (const [id, seats] of scanned) if (seats) alike.set(seats, [...(alike.get(seats) ?? []), id]);
  for (const [seats, ids] of alike)
    await changeRows(
      manager,
      `UPDATE registrations ${byIndex(manager, Registration, 'id')} SET scanned = scanned + :seats WHERE id IN (:ids)`,
      {
        seats,
        ids: ids.sort(),
      },
    );
}

/** The last correction that stands is the hand count. Only where that one was taken back are the others looked for. */
async function putRight(manager: EntityManager, sessionId: string, { corrections, retracted }: CountChange) {
  if (!corrections.length && !retracted.length) return;
  const [counts] = await selectRows(manager, SessionCount, 'WHERE sessionId = :sessionId', { sessionId });
  const current = counts?.correctionId ?? null;
  const others = current === null ? [] : await standing(manager, sessionId, current, retracted);
  const last = lastCorrection([...others, ...corrections]);
  if ((last?.id ?? null) === current) return;
  const columns = { corrected: last?.seats ?? null, correctionId: last?.id ?? null };
  if (counts) await manager.update(SessionCount, { sessionId }, columns);
  else
    await insertRows(manager, SessionCount, [{ sessionId, arrived: 0, walkIns: 0, tally: 0, tallies: 0, ...columns }]);
}

async function standing(manager: EntityManager, sessionId: string, current: string, retracted: string[]) {
  if (!retracted.includes(current)) return storedFacts(manager, 'WHERE id = :current', { current });
  const undone = "SELECT ref FROM check_ins WHERE sessionId = :sessionId AND kind = 'undo' AND ref IS NOT NULL";
  const others = `WHERE sessionId = :sessionId AND kind = 'correction' AND id NOT IN (${undone})`;
  return (await storedFacts(manager, others, { sessionId })).filter(({ id }) => !retracted.includes(id));
}

async function storedFacts(
  manager: EntityManager,
  where: string,
  params: Parameters<typeof selectRows>[3],
): Promise<CountedFact[]> {
  return (await selectRows(manager, CheckIn, where, params, FACT)).map(countedOf);
}

function countedOf({ at, clockOffsetMs, ...fact }: Pick<CheckIn, (typeof FACT)[number]>): CountedFact {
  const { id, sessionId, kind, registrationId, ref, seats } = fact;
  return { id, sessionId, kind, registrationId, ref, seats, at: at.getTime() + Number(clockOffsetMs) };
}
