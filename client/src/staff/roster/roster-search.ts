import type { RosterEntry } from '@openday/shared/check-in';
import { type LocalArrivals, standingOf } from '@openday/shared/door-verdict';

export interface Found {
  entry: RosterEntry;
  arrived: number;
  seatsLeft: number;
  arrivedAt: string | null;
}

/** Parties that fit the words, those who may still come in first. Everybody at once: nothing is asked of the server. */
export function searchRoster(roster: RosterEntry[], local: LocalArrivals, words: string) {
  const wanted = words.trim().toLowerCase();
  const found = roster
    .filter((entry) => fits(entry, wanted))
    .map((entry): Found => ({ entry, ...standingOf(entry.registrationId, entry.seats, entry, local) }))
    .sort((a, b) => order(a.entry, b.entry));
  const comes = (each: Found) => isLive(each.entry) && each.seatsLeft > 0;
  return { missing: found.filter(comes), others: found.filter((each) => !comes(each)) };
}

/** A seat is held: whoever stands so may come in. */
function isLive({ status }: RosterEntry): boolean {
  return status === 'confirmed' || status === 'offered';
}

/** The part of the last four digits that was typed, to be marked: [before, hit, after]. */
export function markDigits(last4: string, words: string): [before: string, hit: string, after: string] {
  const wanted = words.trim();
  const at = wanted === '' ? -1 : last4.indexOf(wanted);
  if (at < 0) return [last4, '', ''];
  return [last4.slice(0, at), wanted, last4.slice(at + wanted.length)];
}

/** By last four digits, by initials from the first, by the characters of the masked name that can be seen. */
function fits({ name, initials, last4 }: RosterEntry, wanted: string): boolean {
  if (wanted === '') return true;
  if (/^\d+$/.test(wanted)) return last4?.includes(wanted) ?? false;
  if (/^[a-z]+$/.test(wanted)) return initials.startsWith(wanted);
  return matchesMask(name, wanted);
}

/** `刘秀芳` finds `刘*芳`: what is masked may be anything. */
function matchesMask(name: string, wanted: string): boolean {
  const shown = [...name];
  return [...wanted].every((char, i) => shown[i] === char || shown[i] === '*') && wanted.length <= shown.length;
}

function order(a: RosterEntry, b: RosterEntry): number {
  return a.initials.localeCompare(b.initials) || (a.last4 ?? '').localeCompare(b.last4 ?? '');
}
