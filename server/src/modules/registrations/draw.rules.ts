import { createHash } from 'node:crypto';
import type { DrawOutcome } from '@openday/shared/draws';

/**
 * The draw (抽签), a pure function of what was promised (the secret), what was closed (the list) and what nobody could
 * choose (the public number). Anybody can repeat it from the published result: docs/rules/admission.md
 */

/** A party as it stood when registration closed. */
export interface Ticket {
  ticketNo: number;
  /** The pool's name. */
  quota: string;
  seats: number;
  joinWaitlist: boolean;
}

export interface Lot extends Ticket {
  /** Ended between the closing of the list and the draw. */
  withdrawn: boolean;
}

/** Seats there are to give. */
export interface DrawPool {
  name: string;
  capacity: number;
}

export interface Drawn {
  ticketNo: number;
  /** Place in the drawn order of its pool, from 1; 0 for one withdrawn. */
  order: number;
  outcome: DrawOutcome;
}

/** SHA-256 of the secret's 32 bytes, hex; published before registration opens. */
export const commitmentOf = (secret: Buffer): string => sha256(secret);

/** SHA-256 (hex) of `[sessionId,[ticketNo,quota,seats,joinWaitlist],…]` as JSON without spaces, by ticket number. */
export function listHashOf(sessionId: string, tickets: Ticket[]): string {
  const lines = [...tickets]
    .sort((a, b) => a.ticketNo - b.ticketNo)
    .map(({ ticketNo, quota, seats, joinWaitlist }) => [ticketNo, quota, seats, joinWaitlist]);
  return sha256(JSON.stringify([sessionId, ...lines]));
}

/** SHA-256 (hex) of the secret's bytes, the list hash's bytes and the public number's UTF-8, one after the other. */
export const seedOf = (secret: Buffer, listHash: string, publicNumber: string | null): string =>
  sha256(secret, Buffer.from(listHash, 'hex'), publicNumber ?? '');

/**
 * Outcomes in drawn order: tickets by SHA-256 of the seed's bytes and the ticket number in decimal. Each party gets its
 * seats whole while its pool, and `ceiling` over all pools, has them; otherwise it waits where it wished to, or is declined.
 */
export function draw(seed: string, lots: Lot[], pools: DrawPool[], ceiling: number | null): Drawn[] {
  const free = new Map(pools.map(({ name, capacity }) => [name, capacity]));
  const places = new Map<string, number>();
  let left = ceiling ?? Number.POSITIVE_INFINITY;
  return shuffled(seed, lots).map(({ ticketNo, quota, seats, joinWaitlist, withdrawn }) => {
    if (withdrawn) return { ticketNo, order: 0, outcome: 'withdrawn' };
    const order = (places.get(quota) ?? 0) + 1;
    places.set(quota, order);
    if (seats > Math.min(free.get(quota) ?? 0, left))
      return { ticketNo, order, outcome: joinWaitlist ? 'waitlisted' : 'declined' };
    free.set(quota, (free.get(quota) ?? 0) - seats);
    left -= seats;
    return { ticketNo, order, outcome: 'confirmed' };
  });
}

function shuffled(seed: string, lots: Lot[]): Lot[] {
  const bytes = Buffer.from(seed, 'hex');
  return lots
    .map((lot) => ({ lot, key: sha256(bytes, String(lot.ticketNo)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ lot }) => lot);
}

function sha256(...parts: (Buffer | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
