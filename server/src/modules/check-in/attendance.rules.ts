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
  const distinct = [...new Map(facts.map((f) => [f.id, f])).values()];
  const undone = new Set(distinct.flatMap((f) => (f.kind === 'undo' && f.ref ? [f.ref] : [])));
  const standing = distinct.filter((f) => !undone.has(f.id));
  const partySeats = new Map(parties.map((p) => [p.id, p.seats]));
  const arrivals = new Map<string, Arrival>();
  for (const fact of standing.filter((f) => f.kind === 'scan')) {
    const party = fact.registrationId ? partySeats.get(fact.registrationId) : undefined;
    if (!fact.registrationId || party === undefined) continue;
    const known = arrivals.get(fact.registrationId);
    const scanned = (known?.scanned ?? 0) + fact.seats;
    const doors = withDoor(known?.doors ?? [], fact);
    arrivals.set(fact.registrationId, { scanned, seats: Math.min(party, scanned), at: doors[0]!.at, doors });
  }
  const walkIns = total(standing.filter((f) => f.kind === 'walkIn'));
  const registered = [...arrivals.values()].reduce((sum, arrival) => sum + arrival.seats, 0);
  return { arrivals, walkIns, checkedIn: registered + walkIns, handCount: handCountOf(standing) };
}

function withDoor(doors: Arrival['doors'], { deviceId, seats, at }: Fact): Arrival['doors'] {
  const known = doors.find((door) => door.deviceId === deviceId);
  const door = { deviceId, seats: seats + (known?.seats ?? 0), at: Math.min(at, known?.at ?? at) };
  return [...doors.filter((one) => one !== known), door].sort(
    (a, b) => a.at - b.at || (a.deviceId < b.deviceId ? -1 : 1),
  );
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

/** What a device's sequence lacks, and whether its last item is its `end`. */
export function sequenceOf(facts: Fact[]): Pick<DeviceState, 'lastSeq' | 'missing' | 'ended'> {
  const sorted = [...facts].sort((a, b) => a.seq - b.seq);
  const missing: [number, number][] = [];
  let expected = 1;
  for (const { seq } of sorted) {
    if (seq > expected) missing.push([expected, seq - 1]);
    expected = seq + 1;
  }
  return { lastSeq: expected - 1, missing, ended: sorted.at(-1)?.kind === 'end' };
}

const total = (facts: Fact[]): number => facts.reduce((sum, fact) => sum + fact.seats, 0);
