import type { ScanFact } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { keptList } from '@/lib/kept-lists';
import type { DoorRecord } from '@/platform/fact-storage';
import { touched, useDoorState } from './door-state';
import { append, forget, type NewFact, recordedSessions } from './journal';
import { nudge } from './sync';

/** A mistaken tap can be taken back this long. */
const UNDO_MS = 10 * 60_000;

/**
 * Records one fact and starts its upload. Null = not recorded, since the phone has no room: the page must say so and
 * must not let the person at the door believe it was.
 */
export async function record(sessionId: Id, draft: NewFact): Promise<ScanFact | null> {
  const fact = (await written(sessionId, draft)) ?? (await writtenWithRoom(sessionId, draft));
  useDoorState.setState({ full: fact === null });
  touched();
  nudge();
  return fact;
}

/** Somebody made room: whether there is, the next record tells. */
export function tryAgain(): void {
  useDoorState.setState({ full: false });
  nudge();
}

/** Admissions that can still be taken back, the last first. */
export function undoable(records: DoorRecord[], now: number): ScanFact[] {
  const undone = new Set(records.map(({ fact }) => fact.ref));
  return records
    .filter(({ fact, rejected }) => !undone.has(fact.id) && !rejected)
    .map(({ fact }) => fact)
    .filter(({ kind, at }) => (kind === 'scan' || kind === 'walkIn') && now - Date.parse(at) < UNDO_MS)
    .reverse();
}

export function undo({ id, sessionId }: ScanFact): Promise<ScanFact | null> {
  return record(sessionId, { kind: 'undo', ref: id, seats: 0, shown: 'none' });
}

async function written(sessionId: Id, draft: NewFact): Promise<ScanFact | null> {
  try {
    return await append(sessionId, draft);
  } catch (failure) {
    // The storage refuses only for room; anything else is the same to the door: it is not recorded, and the page says so.
    console.error('fact not stored', failure);
    return null;
  }
}

/** Once more, after forgetting what the server has and nothing here needs. */
async function writtenWithRoom(sessionId: Id, draft: NewFact): Promise<ScanFact | null> {
  const now = Date.now();
  try {
    for (const recorded of recordedSessions()) {
      const upTo = keptList(recorded)?.upTo ?? Number.POSITIVE_INFINITY;
      await forget(recorded, ({ ack = 0, fact }) => ack <= upTo && now - Date.parse(fact.at) > UNDO_MS);
    }
  } catch (failure) {
    console.error('no room made', failure);
    return null;
  }
  return written(sessionId, draft);
}
