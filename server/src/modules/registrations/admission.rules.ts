import type { ErrorCode } from '@openday/shared/errors';
import type { Mode } from '@openday/shared/events';

/** The rule of admission (docs/rules/admission.md), decided under the session's lock. */

export interface Pool {
  id: string;
  capacity: number;
  taken: number;
  isDefault: boolean;
}

export interface SessionState {
  mode: Mode;
  published: boolean;
  cancelled: boolean;
  startsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  partyMax: number;
  /** Seats waiting, and the last number given out. */
  waiting: number;
  waitNumber: number;
  pools: Pool[];
}

export interface Ask {
  seats: number;
  quotaId: string | null;
  joinWaitlist: boolean;
}

export type Decision =
  | { status: 'confirmed'; quotaId: string; waitNumber: null }
  | { status: 'waitlisted'; quotaId: string; waitNumber: number }
  | { refused: ErrorCode };

/** A party is admitted whole, waits whole, or is refused. */
export function decide(session: SessionState, ask: Ask, now: Date): Decision {
  if (!session.published) return { refused: 'NOT_FOUND' };
  if (session.cancelled) return { refused: 'SESSION_CANCELLED' };
  if (session.mode === 'none') return { refused: 'NOT_ON_SALE' };
  if (session.opensAt && now < session.opensAt) return { refused: 'NOT_OPEN_YET' };
  if (now >= (session.closesAt ?? session.startsAt)) return { refused: 'REGISTRATION_CLOSED' };
  if (ask.seats > session.partyMax) return { refused: 'PARTY_TOO_LARGE' };
  const pool = session.pools.find((p) => (ask.quotaId ? p.id === ask.quotaId : p.isDefault));
  if (!pool) return { refused: 'QUOTA_UNKNOWN' };
  if (fits(pool, ask.seats)) return { status: 'confirmed', quotaId: pool.id, waitNumber: null };
  if (!ask.joinWaitlist) return { refused: 'FULL' };
  return { status: 'waitlisted', quotaId: pool.id, waitNumber: session.waitNumber + 1 };
}

/** Why a standing party may not become `seats` large; null = it may. Fewer may come until the start. */
export function changeRefused(
  session: SessionState,
  party: { seats: number; quotaId: string; seated: boolean },
  seats: number,
  now: Date,
): ErrorCode | null {
  if (now >= session.startsAt) return 'REGISTRATION_CLOSED';
  const more = seats - party.seats;
  if (more <= 0) return null;
  if (session.cancelled) return 'SESSION_CANCELLED';
  if (now >= (session.closesAt ?? session.startsAt)) return 'REGISTRATION_CLOSED';
  if (seats > session.partyMax) return 'PARTY_TOO_LARGE';
  const pool = session.pools.find(({ id }) => id === party.quotaId);
  return party.seated && pool && !fits(pool, more) ? 'FULL' : null;
}

/** The state after a decision, for the next party of the same batch. */
export function afterDecision(session: SessionState, seats: number, decision: Decision): SessionState {
  if ('refused' in decision) return session;
  if (decision.status === 'waitlisted')
    return { ...session, waiting: session.waiting + seats, waitNumber: decision.waitNumber };
  return {
    ...session,
    pools: session.pools.map((p) => (p.id === decision.quotaId ? { ...p, taken: p.taken + seats } : p)),
  };
}

export interface Waiting {
  id: string;
  quotaId: string;
  seats: number;
  waitNumber: number;
}

/** Who of the waiting list gets the free seats: in order, passing over a party only when it cannot fit. */
export function promote(waiting: Waiting[], pools: Pool[]): Waiting[] {
  const left = new Map(pools.map((p) => [p.id, p.capacity - p.taken]));
  return [...waiting]
    .sort((a, b) => a.waitNumber - b.waitNumber)
    .filter(({ quotaId, seats }) => {
      const free = left.get(quotaId) ?? 0;
      if (seats > free) return false;
      left.set(quotaId, free - seats);
      return true;
    });
}

const fits = (pool: Pool, seats: number): boolean => pool.taken + seats <= pool.capacity;
