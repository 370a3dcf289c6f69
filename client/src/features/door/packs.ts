import type { DoorPack } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { clockOffsetMs } from '@/lib/clock';
import { forgetList, keptList, placeFor } from '@/lib/kept-lists';
import { currentTokens } from '@/lib/tokens';
import { canSeal } from '@/platform/sealed-storage';
import { deviceId, doorName } from './device';
import { touched, useDoorState } from './door-state';
import { lastAck, recordsOf } from './journal';
import { openDoor } from './opening';
import { mergedPack } from './roster-merge';

/** Names are kept only where they can be kept encrypted: not over plain HTTP, not in a WeChat of before 2022. */
export class NoSafePlace extends Error {
  override readonly name = 'NoSafePlace';
}

/**
 * Fetches the list, or what changed of it, and stores it. Throws ApiError where it cannot be had, NoSafePlace, and what
 * the storage says where it is full.
 */
export async function fetchPack(sessionId: Id): Promise<void> {
  await openDoor();
  if (!canSeal()) throw new NoSafePlace('no encrypted storage');
  const by = currentTokens()?.account.id;
  if (!by) return;
  const keep = placeFor(sessionId);
  const upTo = lastAck(recordsOf(sessionId));
  const door = doorName();
  try {
    const pack = (await changedPack(sessionId)) ?? (await askPack(sessionId));
    await keep({ pack, upTo, door, by, savedAt: new Date().toISOString(), offsetMs: clockOffsetMs() });
  } catch (failure) {
    if (failure instanceof ApiError && failure.code === 'DOOR_REVOKED') await leaveDoor(sessionId);
    throw failure;
  }
}

/** The kept list brought up to date; null where there is none, too much changed, or its cursor is not taken any more. */
async function changedPack(sessionId: Id): Promise<DoorPack | null> {
  const kept = keptList(sessionId)?.pack;
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

/** The unit took us off this door: the list leaves the phone, what was recorded stays until the server has it. */
export async function leaveDoor(sessionId: Id): Promise<void> {
  await forgetList(sessionId);
  useDoorState.setState(({ revoked }) => ({ revoked: { ...revoked, [sessionId]: true } }));
  touched();
}
