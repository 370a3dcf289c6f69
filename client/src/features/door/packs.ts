import type { DoorPack } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { assumeOffset, clockOffsetMs } from '@/lib/clock';
import { type KeptPack, readStored, store, storedKeys } from '@/lib/stored';
import { deviceId, doorName } from './device';
import { touched, useDoorState } from './door-state';
import { lastAck, recordsOf } from './journal';
import { mergedPack } from './roster-merge';

const DAY_MS = 86_400_000;

/** The session's list as last stored, or null. Its clock offset serves until the server is heard again. */
export function keptPack(sessionId: Id): KeptPack | null {
  const kept = readStored(`door.pack.${sessionId}`);
  if (kept) assumeOffset(kept.offsetMs);
  return kept;
}

/** Sessions whose list is on this phone. */
export function keptSessionIds(): Id[] {
  return storedKeys('door.pack.').map((key) => key.slice('door.pack.'.length));
}

/**
 * Fetches the list, or what changed of it, and stores it. Throws ApiError where it cannot be had, and what the storage
 * says where it is full.
 */
export async function fetchPack(sessionId: Id): Promise<void> {
  const upTo = lastAck(recordsOf(sessionId));
  const door = doorName();
  try {
    const pack = (await changedPack(sessionId)) ?? (await askPack(sessionId));
    store(`door.pack.${sessionId}`, { pack, upTo, door, savedAt: new Date().toISOString(), offsetMs: clockOffsetMs() });
  } catch (failure) {
    if (failure instanceof ApiError && failure.code === 'DOOR_REVOKED') leaveDoor(sessionId);
    throw failure;
  }
}

/** The kept list brought up to date; null where there is none, too much changed, or its cursor is not taken any more. */
async function changedPack(sessionId: Id): Promise<DoorPack | null> {
  const kept = readStored(`door.pack.${sessionId}`)?.pack;
  if (!kept?.cursor) return null;
  try {
    return mergedPack(kept, await askPack(sessionId, kept.cursor));
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 400) return null;
    throw failure;
  }
}

function askPack(sessionId: Id, since?: string): Promise<DoorPack> {
  const query = { deviceId: deviceId(), name: doorName() ?? undefined, since };
  return api('GET /check-in/sessions/:id/pack', { params: { id: sessionId }, query });
}

/** Names and the session key leave the phone. */
export function dropPack(sessionId: Id): void {
  store(`door.pack.${sessionId}`, null);
}

/** The unit took us off this door: the list leaves the phone, what was recorded stays until the server has it. */
export function leaveDoor(sessionId: Id): void {
  dropPack(sessionId);
  useDoorState.setState(({ revoked }) => ({ revoked: { ...revoked, [sessionId]: true } }));
  touched();
}

/** Lists of sessions over since a day: a door that was never closed must not keep names for ever. */
export function dropOldPacks(now: number): void {
  for (const sessionId of keptSessionIds()) {
    const kept = readStored(`door.pack.${sessionId}`);
    if (kept && Date.parse(kept.pack.session.endsAt) < now - DAY_MS) dropPack(sessionId);
  }
}
