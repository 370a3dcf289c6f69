import type { Conflict, DeviceState, ScanKind } from '@openday/shared/check-in';

/** Who came, derived from the door's facts; the same in whatever order they arrive (docs/rules/check-in.md). */

export interface Fact {
  id: string;
  deviceId: string;
  seq: number;
  kind: ScanKind;
  registrationId: string | null;
  ref: string | null;
  seats: number;
  /** Door time corrected by its offset, ms. */
  at: number;
}

export interface Party {
  id: string;
  seats: number;
}

export interface Arrival {
  /** Seats in, never more than the party. */
  seats: number;
  /** Seats scanned, which may be more. */
  scanned: number;
  at: number;
  /** What each door scanned, and when first; in order of time. */
  doors: { deviceId: string; seats: number; at: number }[];
}

export interface Attendance {
  arrivals: Map<string, Arrival>;
  walkIns: number;
  checkedIn: number;
  handCount: number | null;
}

export function attendanceOf(facts: Fact[], parties: Party[]): Attendance {
  const distinct = new Map<string, Fact>();
  const undone = new Set<string>();
  for (const fact of facts) {
    distinct.set(fact.id, fact);
    if (fact.kind === 'undo' && fact.ref) undone.add(fact.ref);
  }
  const standing = [...distinct.values()].filter(({ id }) => !undone.has(id));
  const arrivals = arrivalsOf(standing, parties);
  const walkIns = total(standing.filter((f) => f.kind === 'walkIn'));
  let checkedIn = walkIns;
  for (const { seats } of arrivals.values()) checkedIn += seats;
  return { arrivals, walkIns, checkedIn, handCount: handCountOf(standing) };
}

function arrivalsOf(standing: Fact[], parties: Party[]): Map<string, Arrival> {
  const scans = new Map<string, Map<string, Arrival['doors'][number]>>(parties.map(({ id }) => [id, new Map()]));
  for (const { kind, registrationId, deviceId, seats, at } of standing) {
    const doors = kind === 'scan' && registrationId ? scans.get(registrationId) : undefined;
    const door = doors?.get(deviceId);
    if (door) {
      door.seats += seats;
      door.at = Math.min(door.at, at);
    } else doors?.set(deviceId, { deviceId, seats, at });
  }
  const arrivals = new Map<string, Arrival>();
  for (const { id, seats: party } of parties) {
    const doors = [...(scans.get(id)?.values() ?? [])];
    const [first] = doors.sort((a, b) => a.at - b.at || (a.deviceId < b.deviceId ? -1 : 1));
    if (!first) continue;
    const scanned = doors.reduce((sum, { seats }) => sum + seats, 0);
    arrivals.set(id, { scanned, seats: Math.min(party, scanned), at: first.at, doors });
  }
  return arrivals;
}

/** The last correction, else the sum of the tally; null when nobody counted. */
function handCountOf(facts: Fact[]): number | null {
  const [correction] = facts
    .filter((f) => f.kind === 'correction')
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  if (correction) return correction.seats;
  const tally = facts.filter((f) => f.kind === 'count');
  return tally.length ? Math.max(0, total(tally)) : null;
}

/** More people scanned than registered: at one door, or at two. `doorName`: what a device is called. */
export function conflictsOf(
  arrivals: Map<string, Arrival>,
  parties: (Party & { name: string })[],
  doorName: (deviceId: string) => string,
): Conflict[] {
  return parties.flatMap(({ id, seats, name }) => {
    const arrival = arrivals.get(id);
    if (!arrival || arrival.scanned <= seats) return [];
    const doors = arrival.doors.map(({ deviceId, seats: scanned, at }) => ({
      name: doorName(deviceId),
      seats: scanned,
      at: new Date(at).toISOString(),
    }));
    const kind = doors.length > 1 ? 'twoDoors' : 'overParty';
    return [{ registrationId: id, name, kind, party: seats, scanned: arrival.scanned, doors }];
  });
}

/** What a device's sequence lacks, and whether its last item is its `end`; corrections may follow one. */
export function sequenceOf(facts: Fact[]): Pick<DeviceState, 'lastSeq' | 'missing' | 'ended'> {
  const sorted = [...facts].sort((a, b) => a.seq - b.seq);
  const missing: [number, number][] = [];
  let expected = 1;
  let ended = false;
  for (const { seq, kind } of sorted) {
    if (seq > expected) missing.push([expected, seq - 1]);
    expected = seq + 1;
    if (kind !== 'correction') ended = kind === 'end';
  }
  return { lastSeq: expected - 1, missing, ended };
}

const total = (facts: Fact[]): number => facts.reduce((sum, fact) => sum + fact.seats, 0);
