import type { EventDetail } from '@openday/shared/events';
import type { Id, Instant } from '@openday/shared/wire';
import { readStored, store } from '@/lib/stored';

/** So many of the last looked at; an activity is two or three kB. */
const MOST = 12;

/** Keeps an activity as seen, to show without network; the oldest goes where there are many. */
export function keepEvent(event: EventDetail, at: Instant = new Date().toISOString()): void {
  const others = Object.values(readStored('events') ?? {}).filter((kept) => kept.event.id !== event.id);
  const newest = others.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST - 1);
  const next = Object.fromEntries([{ at, event }, ...newest].map((kept) => [kept.event.id, kept]));
  try {
    store('events', next);
  } catch (failure) {
    // Only a convenience: a full phone does without.
    console.info('activity not kept', failure);
  }
}

/** The activity as last seen, and when; null where it was not looked at here. */
export function keptEvent(id: Id): { at: Instant; event: EventDetail } | null {
  return readStored('events')?.[id] ?? null;
}
