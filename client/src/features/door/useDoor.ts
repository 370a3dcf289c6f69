import type { DoorCounts } from '@openday/shared/check-in';
import type { LocalArrivals } from '@openday/shared/door-verdict';
import type { Id } from '@openday/shared/wire';
import { useEffect, useMemo } from 'react';
import { type KeptPack, keptList } from '@/lib/kept-lists';
import type { DoorRecord } from '@/platform/fact-storage';
import { useDoorState } from './door-state';
import { isWaiting, recordsOf } from './journal';
import { watchDoor } from './sync';
import { type LiveCount, liveCount, tallyOf } from './tally';

export interface OpenDoor {
  kept: KeptPack;
  records: DoorRecord[];
  /** Recorded here and not in the list yet. */
  arrivals: LocalArrivals;
  live: LiveCount;
  /** As last polled; null before the first answer. */
  counts: DoorCounts | null;
}

/** A session's door as this device knows it; null where its list is not stored. Uploads and polls while shown. */
export function useDoor(sessionId: Id): OpenDoor | null {
  const version = useDoorState((state) => state.version);
  const polled = useDoorState((state) => state.counts[sessionId] ?? null);
  useEffect(() => watchDoor(sessionId), [sessionId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  return useMemo(() => {
    const kept = keptList(sessionId);
    if (!kept) return null;
    const records = recordsOf(sessionId);
    const { arrivals } = tallyOf(records, kept.upTo);
    return { kept, records, arrivals, live: liveCount(kept, polled, records), counts: polled?.counts ?? null };
  }, [sessionId, polled, version]);
}

export interface QueueState {
  state: 'full' | 'signedOut' | 'aside' | 'offline' | 'sending' | 'clean';
  waiting: number;
  aside: DoorRecord[];
}

/** How the upload stands, for these records. */
export function useQueue(records: DoorRecord[]): QueueState {
  const { full, link } = useDoorState();
  return useMemo(() => {
    const waiting = records.filter(isWaiting).length;
    const aside = records.filter(({ rejected }) => rejected);
    const pending = link === 'online' ? 'sending' : link;
    const state = full ? 'full' : waiting > 0 ? pending : aside.length > 0 ? 'aside' : 'clean';
    return { state, waiting, aside };
  }, [records, full, link]);
}
