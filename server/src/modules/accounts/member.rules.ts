import type { MemberRole } from '@openday/shared/people';

/** Who may make whom: the district makes its like, at the district itself; a unit makes who acts or looks in its subtree. */
export function roleRefused(
  caller: { role: string; organizerId: string | null },
  wanted: { role: MemberRole; organizerId: string },
): boolean {
  if (wanted.role !== 'district') return false;
  return caller.role !== 'district' || wanted.organizerId !== caller.organizerId;
}

/** A password that is read out or written on a slip: no letters or digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const EACH = 4;

/** `pick(n)`: an unguessable whole number below n. 79 bits, in groups of four. */
export const handedOut = (pick: (below: number) => number): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: EACH }, () => ALPHABET[pick(ALPHABET.length)]).join(''),
  ).join('-');

/** Days a password that was handed out may wait to be replaced. */
export const ONCE_DAYS = 7;
