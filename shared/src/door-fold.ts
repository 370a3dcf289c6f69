import type { DoorPack, RosterEntry } from './check-in';
import type { RegistrationStatus } from './registrations';
import type { Id } from './wire';

/**
 * A door's list as a phone keeps it: an entry is a row, and words that repeat stand once. A mini program keeps 1 MB a
 * key and sealing makes it 1.4 times as much; as it comes, a list of 5,000 is 1.05 MB unsealed.
 */
export type FoldedPack = Omit<DoorPack, 'roster'> & { words: string[]; rows: FoldedEntry[] };

/** `quota`, `status` and `door` are places in `words`, -1 for none; `at` is in ms, 0 for not yet. */
type FoldedEntry = [
  registrationId: Id,
  name: string,
  initials: string,
  last4: string | null,
  seats: number,
  quota: number,
  status: number,
  arrived: number,
  at: number,
  door: number,
];

export function foldPack({ roster, ...pack }: DoorPack): FoldedPack {
  const places = new Map<string, number>();
  const place = (word: string | null): number => {
    if (word === null) return -1;
    const known = places.get(word) ?? places.size;
    places.set(word, known);
    return known;
  };
  const rows = roster.map(
    ({
      registrationId,
      name,
      initials,
      last4,
      seats,
      quota,
      status,
      arrived,
      arrivedAt,
      arrivedAtDoor,
    }): FoldedEntry => [
      registrationId,
      name,
      initials,
      last4,
      seats,
      place(quota),
      place(status),
      arrived,
      arrivedAt ? Date.parse(arrivedAt) : 0,
      place(arrivedAtDoor),
    ],
  );
  return { ...pack, words: [...places.keys()], rows };
}

export function unfoldPack({ words, rows, ...pack }: FoldedPack): DoorPack {
  const roster = rows.map(
    ([registrationId, name, initials, last4, seats, quota, status, arrived, at, door]): RosterEntry => ({
      registrationId,
      name,
      initials,
      last4,
      seats,
      quota: words[quota] ?? '',
      status: words[status] as RegistrationStatus,
      arrived,
      arrivedAt: at ? new Date(at).toISOString() : null,
      arrivedAtDoor: words[door] ?? null,
    }),
  );
  return { ...pack, roster };
}
