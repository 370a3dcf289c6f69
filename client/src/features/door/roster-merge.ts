import type { DoorPack } from '@openday/shared/check-in';

/**
 * The kept list with what changed put in, entry by entry. Null where a whole list is wanted instead: more than half of
 * it changed, so little of what is kept can be relied on.
 */
export function mergedPack(kept: DoorPack, delta: DoorPack): DoorPack | null {
  if (!delta.partial) return delta;
  if (delta.roster.length > kept.roster.length / 2) return null;
  const entries = new Map(kept.roster.map((entry) => [entry.registrationId, entry]));
  for (const entry of delta.roster) entries.set(entry.registrationId, entry);
  return { ...delta, partial: false, roster: [...entries.values()] };
}
