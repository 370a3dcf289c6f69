import type { Id } from '@openday/shared/wire';
import { api } from '@/lib/api';
import { assumeOffset, clockOffsetMs } from '@/lib/clock';
import { type KeptPack, readStored, store, storedKeys } from '@/lib/stored';
import { deviceId } from './device';
import { lastAck, recordsOf } from './journal';

const DAY_MS = 86_400_000;

/** The session's list as last stored, or null. Its clock offset serves until the server is heard again. */
export function keptPack(sessionId: Id): KeptPack | null {
  const kept = readStored(`door.pack.${sessionId}`);
  if (kept) assumeOffset(kept.offsetMs);
  return kept;
}

/** Fetches the list and stores it. Throws ApiError where it cannot be had, and what the storage says where it is full. */
export async function fetchPack(sessionId: Id): Promise<void> {
  const upTo = lastAck(recordsOf(sessionId));
  const pack = await api('GET /check-in/sessions/:id/pack', {
    params: { id: sessionId },
    query: { deviceId: deviceId() },
  });
  store(`door.pack.${sessionId}`, { pack, upTo, savedAt: new Date().toISOString(), offsetMs: clockOffsetMs() });
}

/** Names and the session key leave the phone. */
export function dropPack(sessionId: Id): void {
  store(`door.pack.${sessionId}`, null);
}

/** Lists of sessions over since a day: a door that was never closed must not keep names for ever. */
export function dropOldPacks(now: number): void {
  for (const key of storedKeys('door.pack.')) {
    const sessionId = key.slice('door.pack.'.length);
    const kept = readStored(`door.pack.${sessionId}`);
    if (kept && Date.parse(kept.pack.session.endsAt) < now - DAY_MS) dropPack(sessionId);
  }
}
