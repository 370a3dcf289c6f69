import type { ErrorCode } from '@openday/shared/errors';
import { byInvitation, freeIn, type Pool, type SessionState } from './admission.rules';
import { enterpriseRefused } from './enterprise.rules';
import type { Registration } from './registration.entity';
import { isLive } from './standing.rules';

/** A party that its unit takes to another session of the same event; both sessions are under their locks. */

export interface Moving extends Pick<Registration, 'status' | 'seats' | 'enterprise' | 'ticketNo'> {
  /** Names of companions there are. */
  named: number;
  /** Its pool's name where it stands now. */
  pool: string;
}

/** A pool as it is named. */
export type NamedPool = Pool & { name: string };

/** Where it goes: the pool asked for, else that of the same name, else the public one. */
export function poolThere(pools: NamedPool[], wanted: string | undefined, name: string): NamedPool | undefined {
  if (wanted) return pools.find(({ id }) => id === wanted);
  return pools.find((pool) => pool.name === name) ?? pools.find(({ isDefault }) => isDefault);
}

/** Why the party cannot leave where it is; null = it can. A cancelled session can be left, however late. */
export function leavingRefused(from: SessionState, party: Moving, now: Date): ErrorCode | null {
  if (!isLive(party.status)) return 'NOT_LIVE';
  // A draw's list is hashed: nobody goes from it before it is drawn.
  if (party.status === 'applied' && party.ticketNo !== null) return 'MOVE_BY_LOT';
  return !from.cancelled && now >= from.startsAt ? 'REGISTRATION_CLOSED' : null;
}

/**
 * Why it cannot have seats there; null = it can. The unit decides as it does when it approves: neither the days of
 * registration nor an invitation's code are asked for; seats, the room, the party's size and its names are.
 */
export function comingRefused(
  to: SessionState,
  pool: NamedPool | undefined,
  party: Moving,
  drawn: boolean,
  now: Date,
): ErrorCode | null {
  if (!to.published) return 'NOT_PUBLISHED';
  if (to.cancelled) return 'SESSION_CANCELLED';
  if (to.mode === 'none') return 'NOT_ON_SALE';
  if (now >= to.startsAt) return 'REGISTRATION_CLOSED';
  if (!pool) return 'QUOTA_UNKNOWN';
  if (to.mode === 'draw' && !drawn && !byInvitation(to, pool) && !pool.approval) return 'MOVE_BY_LOT';
  if (party.seats > to.partyMax) return 'PARTY_TOO_LARGE';
  if (to.companions === 'named' && party.named < party.seats - 1) return 'NAMES_REQUIRED';
  // What they declared holds in a pool of the same name alone.
  if (pool.declares && pool.name !== party.pool) return 'DECLARATION_REQUIRED';
  return enterpriseRefused(pool, party.enterprise, party.seats) ?? (party.seats > freeIn(to, pool) ? 'FULL' : null);
}
