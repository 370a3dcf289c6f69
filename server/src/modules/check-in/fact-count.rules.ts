import type { ScanKind } from '@openday/shared/check-in';
import { arrivedMore, type ScannedParty } from '../registrations/session-count.rules';

/** How kept counters follow the door's facts, a batch at a time (docs/rules/board.md). `attendanceOf` says the same of all facts. */

/** A fact as far as counters know it. */
export interface CountedFact {
  id: string;
  sessionId: string;
  kind: ScanKind;
  registrationId: string | null;
  /** The fact an undo takes back. */
  ref: string | null;
  seats: number;
  /** Door time corrected by its offset, ms. */
  at: number;
}

export interface CountedParty extends ScannedParty {
  id: string;
  sessionId: string;
}

/** What a batch adds to a session's counters; negative where facts are taken back. */
export interface CountChange {
  arrived: number;
  walkIns: number;
  tally: number;
  tallies: number;
  /** Hand counts put right that now stand, and those that no longer do. */
  corrections: CountedFact[];
  retracted: string[];
}

export interface CountChanges {
  /** By session. */
  sessions: Map<string, CountChange>;
  /** Seats scanned more or fewer, by registration. */
  scanned: Map<string, number>;
}

/** What is known of a batch's facts from before it. */
export interface Before {
  /** Undos that are stored already and name a fact of the batch, or one that an undo of the batch names. */
  undos: Pick<CountedFact, 'ref' | 'sessionId'>[];
  /** Stored facts that undos of the batch name. */
  targets: CountedFact[];
  /** The parties of all scans concerned. */
  parties: Map<string, CountedParty>;
}

/** `fresh`: facts that are stored now and were not before. An undo counts only within its session, and once. */
export function countChanges(fresh: readonly CountedFact[], { undos, targets, parties }: Before): CountChanges {
  const undoneBefore = new Set(undos.map(placeOf));
  const undoneNow = new Set(fresh.filter(({ kind }) => kind === 'undo').map(placeOf));
  const own = (fact: CountedFact) => placeOf({ sessionId: fact.sessionId, ref: fact.id });
  const gained = fresh.filter((fact) => !undoneBefore.has(own(fact)) && !undoneNow.has(own(fact)));
  const lost = targets.filter((fact) => undoneNow.has(own(fact)) && !undoneBefore.has(own(fact)));
  const changes: CountChanges = { sessions: new Map(), scanned: new Map() };
  for (const fact of gained) add(changes, fact, 1);
  for (const fact of lost) add(changes, fact, -1);
  for (const [id, seats] of changes.scanned) {
    const party = parties.get(id);
    if (!party) throw new Error(`a scan of ${id}, which is not there`);
    changeOf(changes, party.sessionId).arrived += arrivedMore(party, { scanned: party.scanned + seats });
  }
  return changes;
}

/** Of hand counts put right the last by the door's true time; of two at once, the larger id. */
export function lastCorrection<C extends Pick<CountedFact, 'id' | 'at'>>(corrections: readonly C[]): C | null {
  const later = (one: C, other: C) => one.at > other.at || (one.at === other.at && one.id > other.id);
  return corrections.reduce<C | null>((last, one) => (last && !later(one, last) ? last : one), null);
}

function add(changes: CountChanges, fact: CountedFact, sign: 1 | -1): void {
  const { kind, registrationId, seats, sessionId } = fact;
  if (kind === 'scan' && registrationId) {
    changes.scanned.set(registrationId, (changes.scanned.get(registrationId) ?? 0) + sign * seats);
    return;
  }
  const change = changeOf(changes, sessionId);
  if (kind === 'walkIn') change.walkIns += sign * seats;
  if (kind === 'count') {
    change.tally += sign * seats;
    change.tallies += sign;
  }
  if (kind !== 'correction') return;
  if (sign > 0) change.corrections.push(fact);
  else change.retracted.push(fact.id);
}

function changeOf({ sessions }: CountChanges, sessionId: string): CountChange {
  const known = sessions.get(sessionId);
  if (known) return known;
  const none: CountChange = { arrived: 0, walkIns: 0, tally: 0, tallies: 0, corrections: [], retracted: [] };
  sessions.set(sessionId, none);
  return none;
}

const placeOf = ({ ref, sessionId }: Pick<CountedFact, 'ref' | 'sessionId'>): string => `${sessionId} ${ref}`;
