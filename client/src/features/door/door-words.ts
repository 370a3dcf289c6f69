import type { DoorPack, RosterEntry, ScanFact } from '@openday/shared/check-in';
import { clockOf } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';
import { door } from '@/lib/text/door';
import type { DoorRecord } from '@/platform/fact-storage';
import { doorName } from './device';
import type { LiveCount } from './tally';

/** `9:31`, as the door says it. */
export function clock(at: Instant | number): string {
  return clockOf(at).replace(/^0/, '');
}

/** Seats nobody registered or took; null where the venue sets no limit. */
export function roomOf({ session }: DoorPack, { registered, walkIns, checkedIn }: LiveCount): number | null {
  if (session.capacity === null) return null;
  return Math.max(0, session.capacity - (registered === null ? checkedIn : registered + walkIns));
}

/** Whom a fact let in: 刘*芳, 现场来访. */
export function admittedName({ kind, registrationId }: ScanFact, { roster }: DoorPack): string {
  if (kind === 'walkIn') return door.scan.walkIn;
  return roster.find((entry) => entry.registrationId === registrationId)?.name ?? door.scan.unlisted;
}

/** At which door they came in, as people call it: 东门. `here`: this device let somebody of them in. */
export function doorOf(entry: RosterEntry | null, arrivedAt: Instant | null, here: boolean): string {
  if (entry?.arrivedAtDoor && entry.arrivedAt === arrivedAt) return entry.arrivedAtDoor;
  return here ? (doorName() ?? door.where.here) : door.where.other;
}

/** Whether this device let somebody of the party in. */
export function wasHere(records: DoorRecord[], registrationId: string): boolean {
  const undone = new Set(records.map(({ fact }) => fact.ref));
  return records.some(({ fact }) => fact.registrationId === registrationId && !undone.has(fact.id));
}
