import type { ErrorCode } from '@openday/shared/errors';
import type { CompanionKind, Mode } from '@openday/shared/sessions';
import { enterpriseRefused, takeEnterprise } from './enterprise.rules';

/** The rule of admission (docs/rules/admission.md), decided under the session's lock. */

export interface Pool {
  id: string;
  capacity: number;
  taken: number;
  isDefault: boolean;
  declares: boolean;
  approval: boolean;
  invited: boolean;
  asksEnterprise: boolean;
  /** Seats one enterprise may have; null = no limit. */
  perEnterprise: number | null;
  /** Its free seats go to the public pool from then on. */
  releasesAt: Date | null;
  /** Seats by enterprise; filled in where there is a limit. */
  byEnterprise: ReadonlyMap<string, number>;
}

export interface SessionState {
  id: string;
  eventId: string;
  mode: Mode;
  published: boolean;
  cancelled: boolean;
  startsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  cancelsUntil: Date | null;
  partyMax: number;
  /** Seats over all pools together; null = the pools' sum. */
  ceiling: number | null;
  companions: CompanionKind;
  /** Hours to accept a seat that came free; null = it is given at once. */
  confirmHours: number | null;
  /** Seats waiting, and the last number given out. */
  waiting: number;
  waitNumber: number;
  /** The last ticket given out for the draw. */
  ticketNumber: number;
  pools: Pool[];
}

/** The code that was shown, as it was found. */
export interface Invited {
  id: string;
  quotaId: string;
  used: boolean;
}

export interface Ask {
  seats: number;
  quotaId: string | null;
  joinWaitlist: boolean;
  declares: boolean;
  enterprise: string | null;
  /** null = no code was given, `unknown` = there is no such code. */
  invitation: Invited | 'unknown' | null;
  /** Earlier no-shows hold this person back until then; null = they do not. */
  restrictedUntil: Date | null;
}

/** What a party gets, as its row's columns. */
export interface Given {
  status: 'confirmed' | 'waitlisted' | 'applied';
  quotaId: string;
  waitNumber: number | null;
  ticketNo: number | null;
  heldBackUntil: Date | null;
}

export type Decision = Given | { refused: ErrorCode };

const HOLD_ENDS_BEFORE_MS = 24 * 3_600_000;

/** Why nobody can register at all now; null = it is open. */
function windowRefused(session: SessionState, now: Date): ErrorCode | null {
  if (!session.published) return 'NOT_FOUND';
  if (session.cancelled) return 'SESSION_CANCELLED';
  if (session.mode === 'none') return 'NOT_ON_SALE';
  if (session.opensAt && now < session.opensAt) return 'NOT_OPEN_YET';
  return now >= (session.closesAt ?? session.startsAt) ? 'REGISTRATION_CLOSED' : null;
}

/** The pool that is asked for: the named one, the invitation's, or the public one. */
function poolOf(session: SessionState, { quotaId, invitation }: Ask): Pool | undefined {
  const invitedTo = invitation && invitation !== 'unknown' ? invitation.quotaId : null;
  const wanted = quotaId ?? (session.pools.some(({ id }) => id === invitedTo) ? invitedTo : null);
  return session.pools.find((pool) => (wanted ? pool.id === wanted : pool.isDefault));
}

/** Why this party may not come into the pool, whatever is left in it; null = it may. */
function entryRefused(session: SessionState, pool: Pool | undefined, ask: Ask): ErrorCode | null {
  if (ask.seats > session.partyMax) return 'PARTY_TOO_LARGE';
  if (!pool) {
    if (ask.invitation === 'unknown') return 'INVITATION_INVALID';
    return ask.quotaId === null && session.pools.some((p) => byInvitation(session, p))
      ? 'INVITATION_REQUIRED'
      : 'QUOTA_UNKNOWN';
  }
  if (pool.declares && !ask.declares) return 'DECLARATION_REQUIRED';
  if (byInvitation(session, pool) || cameByCode(ask)) {
    if (ask.invitation === null) return 'INVITATION_REQUIRED';
    if (ask.invitation === 'unknown' || ask.invitation.used || ask.invitation.quotaId !== pool.id)
      return 'INVITATION_INVALID';
  }
  return enterpriseRefused(pool, ask.enterprise, ask.seats);
}

/** A code shown instead of a pool named is to be a good one: nobody ends up in the public pool by a typing error. */
const cameByCode = ({ quotaId, invitation }: Ask): boolean => quotaId === null && invitation !== null;

/**
 * A party is admitted whole, waits whole, applies whole, or is refused; `partyRefused`: what is wrong with the party
 * itself, said only to those who could come in otherwise.
 */
export function decide(session: SessionState, ask: Ask, now: Date, partyRefused: ErrorCode | null = null): Decision {
  const pool = poolOf(session, ask);
  const refused = windowRefused(session, now) ?? entryRefused(session, pool, ask) ?? partyRefused;
  if (refused || !pool) return { refused: refused ?? 'QUOTA_UNKNOWN' };
  const given = { quotaId: pool.id, waitNumber: null, ticketNo: null, heldBackUntil: null };
  if (drawn(session, pool)) return { ...given, status: 'applied', ticketNo: session.ticketNumber + 1 };
  const held = firstCome(session, pool) ? heldUntil(session, ask.restrictedUntil, now) : null;
  const waits = { ...given, status: 'waitlisted' as const, waitNumber: session.waitNumber + 1 };
  if (held) return { ...waits, heldBackUntil: held };
  const fits = ask.seats <= freeIn(session, pool);
  if (!fits && !ask.joinWaitlist) return { refused: 'FULL' };
  if (byApproval(session, pool)) return { ...given, status: 'applied' };
  return fits ? { ...given, status: 'confirmed' } : waits;
}

/** Seats a party can have there now: what the pool has left, and what all pools together may still give. */
export function freeIn(session: Pick<SessionState, 'ceiling' | 'pools'>, pool: Pool): number {
  const free = pool.capacity - pool.taken;
  if (session.ceiling === null) return free;
  return Math.min(free, session.ceiling - session.pools.reduce((sum, { taken }) => sum + taken, 0));
}

/** The state after a decision, for the next party of the same batch. */
export function afterDecision(session: SessionState, ask: Ask, decision: Decision): SessionState {
  if ('refused' in decision) return session;
  if (decision.status === 'waitlisted')
    return { ...session, waiting: session.waiting + ask.seats, waitNumber: session.waitNumber + 1 };
  const ticketNumber = decision.ticketNo ?? session.ticketNumber;
  const pools = session.pools.map((pool) =>
    pool.id === decision.quotaId
      ? takeEnterprise(decision.status === 'confirmed' ? seated(pool, ask.seats) : pool, ask.enterprise, ask.seats)
      : pool,
  );
  return { ...session, ticketNumber, pools };
}

/** The pool with so many seats more taken; negative: fewer. */
export const seated = (pool: Pool, seats: number): Pool => ({ ...pool, taken: pool.taken + seats });

export const byInvitation = (session: SessionState, pool: Pool): boolean => session.mode === 'invited' || pool.invited;
const byApproval = (session: SessionState, pool: Pool): boolean =>
  pool.approval || (session.mode === 'approval' && !pool.invited);
/** In a draw, pools by invitation or approval keep their own way in. */
const drawn = (session: SessionState, pool: Pool): boolean =>
  session.mode === 'draw' && !pool.invited && !pool.approval;
const firstCome = (session: SessionState, pool: Pool): boolean =>
  session.mode === 'firstCome' && !pool.invited && !pool.approval;

/** Nobody is held back on the last day before a session: a seat nobody else took is better used. */
function heldUntil(session: SessionState, restrictedUntil: Date | null, now: Date): Date | null {
  if (!restrictedUntil) return null;
  const until = new Date(Math.min(restrictedUntil.getTime(), session.startsAt.getTime() - HOLD_ENDS_BEFORE_MS));
  return until > now ? until : null;
}
