import type { DoorCounts, RosterEntry } from '@openday/shared/check-in';
import { type LocalArrival, type LocalArrivals, standingOf } from '@openday/shared/door-verdict';
import type { Id, Instant } from '@openday/shared/wire';
import type { KeptPack } from '@/lib/kept-lists';
import type { DoorRecord } from '@/platform/fact-storage';

/** Pure arithmetic of the door: what the server counts already, and what this device recorded beyond it. */

interface Tally {
  arrivals: Map<Id, LocalArrival>;
  walkIns: number;
  count: number;
  /** The hand count itself, where it was corrected beyond that state. */
  correction: number | null;
}

/** Counts as polled; facts acknowledged up to `upTo` are in them. */
export interface KeptCounts {
  counts: DoorCounts;
  upTo: number;
  /** By which the server knows them again; without, it sends them anew. */
  etag?: string | null;
}

/** A list, and up to which acknowledgement it counts. */
type Counted = Pick<KeptPack, 'pack' | 'upTo'>;

export interface LiveCount {
  checkedIn: number;
  walkIns: number;
  /** Null where nobody registers. */
  registered: number | null;
  missing: number;
  handCount: number | null;
  /** Somebody counted again, here or elsewhere: single steps change it no more. */
  corrected: boolean;
}

/** What these records add to a server state that holds those acknowledged up to `upTo`. */
export function tallyOf(records: DoorRecord[], upTo: number): Tally {
  const valid = records.filter(({ rejected }) => !rejected);
  const all = effectOf(valid);
  const known = effectOf(valid.filter(({ ack }) => ack !== undefined && ack <= upTo));
  const arrivals = new Map<Id, LocalArrival>();
  for (const id of new Set([...all.scans.keys(), ...known.scans.keys()])) {
    const seats = (all.scans.get(id)?.seats ?? 0) - (known.scans.get(id)?.seats ?? 0);
    arrivals.set(id, { seats, first: all.scans.get(id)?.first ?? null });
  }
  const correction = all.corrections > known.corrections ? all.correction : null;
  return { arrivals, walkIns: all.walkIns - known.walkIns, count: all.count - known.count, correction };
}

/** The numbers the door shows at once: the server's, and everything recorded here since. */
export function liveCount({ pack, upTo }: Counted, polled: KeptCounts | null, records: DoorRecord[]): LiveCount {
  const base = polled ? { ...polled.counts, upTo: polled.upTo } : { ...fromPack(pack), upTo };
  const since = tallyOf(records, base.upTo);
  const before = tallyOf(
    records.filter(({ ack }) => ack !== undefined && ack <= base.upTo),
    upTo,
  ).arrivals;
  const after = tallyOf(records, upTo).arrivals;
  let came = 0;
  let seated = 0;
  for (const id of after.keys()) {
    const entry = pack.roster.find(({ registrationId }) => registrationId === id) ?? null;
    const more = arrivedOf(id, entry, after) - arrivedOf(id, entry, before);
    came += more;
    if (!entry || isSeated(entry)) seated += more;
  }
  const elsewhere = polled !== null && polled.counts.corrections.length > 0;
  const corrected = elsewhere || records.some(({ fact, rejected }) => fact.kind === 'correction' && !rejected);
  const stepped =
    base.handCount === null && since.count === 0 ? null : Math.max(0, (base.handCount ?? 0) + since.count);
  return {
    checkedIn: Math.max(0, base.checkedIn + came + since.walkIns),
    walkIns: Math.max(0, base.walkIns + since.walkIns),
    registered: pack.session.registered === null ? null : base.registered,
    missing: Math.max(0, base.missing - seated),
    handCount: since.correction ?? (corrected ? base.handCount : stepped),
    corrected,
  };
}

/** Whether the server counts more than our list and our own facts explain: another door, a cancellation. */
export function isListBehind(kept: Counted, polled: KeptCounts, records: DoorRecord[]): boolean {
  const sent = records.filter(({ ack }) => ack !== undefined && ack <= polled.upTo);
  const expected = liveCount(kept, null, sent);
  const { checkedIn, registered } = polled.counts;
  return expected.checkedIn !== checkedIn || (expected.registered ?? registered) !== registered;
}

interface Effect {
  scans: Map<Id, { seats: number; first: Instant }>;
  walkIns: number;
  count: number;
  corrections: number;
  correction: number | null;
}

function effectOf(records: DoorRecord[]): Effect {
  const undone = new Set(records.flatMap(({ fact }) => (fact.kind === 'undo' && fact.ref ? [fact.ref] : [])));
  const effect: Effect = { scans: new Map(), walkIns: 0, count: 0, corrections: 0, correction: null };
  for (const { fact } of records) {
    if (undone.has(fact.id)) continue;
    if (fact.kind === 'walkIn') effect.walkIns += fact.seats;
    if (fact.kind === 'count') effect.count += fact.seats;
    if (fact.kind === 'correction') {
      effect.corrections += 1;
      effect.correction = fact.seats;
    }
    if (fact.kind !== 'scan' || !fact.registrationId) continue;
    const at = new Date(Date.parse(fact.at) + fact.clockOffsetMs).toISOString();
    const known = effect.scans.get(fact.registrationId);
    effect.scans.set(fact.registrationId, {
      seats: (known?.seats ?? 0) + fact.seats,
      first: known && known.first < at ? known.first : at,
    });
  }
  return effect;
}

function arrivedOf(id: Id, entry: RosterEntry | null, local: LocalArrivals): number {
  // A party that is not on the list is as large as was let in.
  return standingOf(id, entry?.seats ?? Number.MAX_SAFE_INTEGER, entry, local).arrived;
}

function fromPack(pack: Counted['pack']) {
  const arrived = (entries: RosterEntry[]) => entries.reduce((sum, entry) => sum + entry.arrived, 0);
  const registered = pack.session.registered ?? 0;
  return {
    checkedIn: arrived(pack.roster) + pack.walkIns,
    walkIns: pack.walkIns,
    registered,
    missing: registered - arrived(pack.roster.filter(isSeated)),
    handCount: pack.handCount,
  };
}

const isSeated = ({ status }: RosterEntry): boolean => status === 'confirmed' || status === 'offered';
