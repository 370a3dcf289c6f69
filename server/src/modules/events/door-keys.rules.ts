import type { DoorKey } from '@openday/shared/check-in';

interface Keyed {
  doorKey: string;
  doorKeyId: number;
  /** Oldest first, ids 1, 2, 3 …. */
  olderDoorKeys: string[] | null;
}

/** Every key of a session that codes may have been made under, the newest first. `open` unseals one. */
export function doorKeys({ doorKey, doorKeyId, olderDoorKeys }: Keyed, open: (sealed: string) => Buffer): DoorKey[] {
  const older = (olderDoorKeys ?? []).map((sealed, i) => ({ id: i + 1, sealed }));
  return [...older, { id: doorKeyId, sealed: doorKey }]
    .reverse()
    .map(({ id, sealed }) => ({ id, key: open(sealed).toString('base64') }));
}

/** The columns of a session under a new sealed key; what was made under the others stays good. */
export function withNewKey({ doorKey, doorKeyId, olderDoorKeys }: Keyed, sealed: string): Keyed {
  return { doorKey: sealed, doorKeyId: doorKeyId + 1, olderDoorKeys: [...(olderDoorKeys ?? []), doorKey] };
}
