import { fromBase64 } from './base64';
import type { DoorPack, RosterEntry } from './check-in';
import { counterAt, FRESH_STEPS, isGenuine, readCode, registrationKey } from './check-in-code';
import { dayOf } from './dates';
import type { Id, Instant } from './wire';

/**
 * fresh, printed: come in · old: another counter (screenshot, wrong clock) · changed: another party size on the list ·
 * notListed: ours, but younger than the list · waiting: on the list without a seat · again: all in already ·
 * otherSession: of the same unit that day · notYetOpen: another day · cancelled, expired, declined: no longer stands ·
 * wrongEvent, unknownKey, altered: ours in form, not good here · unknown: no code of ours at all.
 */
export type VerdictCase =
  | 'fresh'
  | 'printed'
  | 'old'
  | 'changed'
  | 'notListed'
  | 'waiting'
  | 'again'
  | 'otherSession'
  | 'notYetOpen'
  | 'cancelled'
  | 'expired'
  | 'declined'
  | 'wrongEvent'
  | 'unknownKey'
  | 'altered'
  | 'unknown';

/** What this device recorded for a registration and the pack does not know yet. */
export interface LocalArrival {
  /** Net of undone ones; below zero where a fact the pack knows was undone. */
  seats: number;
  first: Instant | null;
}

export type LocalArrivals = ReadonlyMap<Id, LocalArrival>;

export interface Verdict {
  shown: 'go' | 'look' | 'stop';
  case: VerdictCase;
  /** Proven to be of this session; null where the code is not. */
  registrationId: Id | null;
  entry: RosterEntry | null;
  /** Party size: the list's, or the code's where it says more or the list says nothing; 0 where nothing is proven. */
  party: number;
  arrived: number;
  /** Of the party, not in yet. */
  seatsLeft: number;
  arrivedAt: Instant | null;
  other: DoorPack['others'][number] | null;
  /** Age of the code in ms, below zero where it is ahead of the door's clock; 0 for a printed slip. */
  ageMs: number;
}

/** People may come this long before the start, also when that is the evening before. */
const EARLY_MS = 4 * 3_600_000;

/** What the door shows for a code, decided on the device alone. `now` is server time in ms as far as the device knows. */
export function judge(text: string, pack: DoorPack, local: LocalArrivals, now: number): Verdict {
  const code = readCode(text);
  if (!code) return unproven('unknown', 'stop');
  if (code.sessionId !== pack.session.id) {
    const other = pack.others.find(({ id }) => id === code.sessionId);
    return other ? { ...unproven('otherSession', 'look'), other } : unproven('wrongEvent', 'stop');
  }
  const sessionKey = pack.keys.find(({ id }) => id === code.keyId)?.key;
  if (!sessionKey) return unproven('unknownKey', 'stop');
  const key = registrationKey(fromBase64(sessionKey), code.registrationId);
  if (!isGenuine(text, key)) return unproven('altered', 'stop');

  const entry = pack.roster.find(({ registrationId }) => registrationId === code.registrationId) ?? null;
  const steps = code.kind === 'printed' ? 0 : counterAt(now) - code.counter;
  const party = Math.max(entry?.seats ?? 0, code.seats);
  const standing = standingOf(code.registrationId, party, entry, local);
  const verdict = {
    registrationId: code.registrationId,
    entry,
    party,
    ...standing,
    other: null,
    ageMs: steps * 30_000,
  };
  const look = (which: VerdictCase): Verdict => ({ ...verdict, shown: 'look', case: which });
  if (entry && isOver(entry.status)) return { ...verdict, shown: 'stop', case: entry.status };
  if (standing.seatsLeft === 0) return look('again');
  if (isAnotherDay(pack.session.startsAt, now)) return look('notYetOpen');
  if (!entry) return look('notListed');
  if (entry.status === 'waitlisted' || entry.status === 'applied') return look('waiting');
  if (Math.abs(steps) > FRESH_STEPS) return look('old');
  if (entry.seats !== code.seats) return look('changed');
  return { ...verdict, shown: 'go', case: code.kind === 'printed' ? 'printed' : 'fresh' };
}

/** How many of a party are in, by the pack and by what this device recorded since. */
export function standingOf(
  registrationId: Id,
  party: number,
  entry: Pick<RosterEntry, 'arrived' | 'arrivedAt'> | null,
  local: LocalArrivals,
): Pick<Verdict, 'arrived' | 'seatsLeft' | 'arrivedAt'> {
  const here = local.get(registrationId);
  const arrived = Math.min(party, Math.max(0, (entry?.arrived ?? 0) + (here?.seats ?? 0)));
  const times = [entry?.arrivedAt, here?.first].filter((at) => typeof at === 'string').sort();
  return { arrived, seatsLeft: party - arrived, arrivedAt: arrived > 0 ? (times[0] ?? null) : null };
}

function unproven(which: VerdictCase, shown: Verdict['shown']): Verdict {
  const nobody = { registrationId: null, entry: null, party: 0, arrived: 0, seatsLeft: 0, arrivedAt: null };
  return { shown, case: which, ...nobody, other: null, ageMs: 0 };
}

function isOver(status: RosterEntry['status']): status is 'cancelled' | 'expired' | 'declined' {
  return status === 'cancelled' || status === 'expired' || status === 'declined';
}

function isAnotherDay(startsAt: Instant, now: number): boolean {
  return dayOf(now) < dayOf(startsAt) && Date.parse(startsAt) - now > EARLY_MS;
}
