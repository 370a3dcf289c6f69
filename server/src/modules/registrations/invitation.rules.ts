/** Codes that are read out over the telephone: no 0 O, 1 I L, 8 B, 2 Z, 5 S. */
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';
const LENGTH = 8;

/** `pick(n)`: an unguessable whole number below n. */
export const newInvitationCode = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)]).join('');

/** What is sealed into the blind index: however a resident typed it, it is one code. */
export const plainInvitation = (code: string): string => code.toUpperCase().replaceAll('-', '');
