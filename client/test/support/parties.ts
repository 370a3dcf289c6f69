import { fromBase64 } from '@openday/shared/base64';
import { registrationCode } from '@openday/shared/check-in-code';
import type { Ticket } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Id } from '@openday/shared/wire';
import { Account } from './account';

/** A party with the code on its paper slip, which stays good. */
export interface Party {
  registrationId: Id;
  seats: number;
  code: string;
}

/** Registers so many parties, every fifth of two, the others of one. */
export async function partiesFor(origin: string, session: SessionDetail, count: number): Promise<Party[]> {
  const parties: Party[] = [];
  for (let n = 0; n < count; n++) {
    const seats = n % 5 === 0 ? 2 : 1;
    const resident = await Account.of(origin, 'resident', `居民${n}`);
    const { id } = await resident.register(session, seats);
    const { keyId, codeKey } = await resident.get<Ticket>(`/registrations/${id}/ticket`);
    const fields = { keyId, sessionId: session.id, registrationId: id, kind: 'printed', seats, counter: 0 } as const;
    parties.push({ registrationId: id, seats, code: registrationCode(fields, fromBase64(codeKey)) });
  }
  return parties;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
