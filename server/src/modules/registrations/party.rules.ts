import type { ErrorCode } from '@openday/shared/errors';
import type { NewCompanion, RegistrationStatus } from '@openday/shared/registrations';
import { freeIn, type SessionState } from './admission.rules';
import { enterpriseRefused } from './enterprise.rules';
import { isSeated } from './standing.rules';

/** What a party may be, and what becomes of one that stands; under the session's lock. */

export interface Standing {
  status: RegistrationStatus;
  seats: number;
  quotaId: string;
  enterprise: string | null;
}

/** Who is in the party must fit its size, and be named where the session asks. */
export function membersRefused(
  session: Pick<SessionState, 'companions'>,
  party: { seats: number; companions: NewCompanion[]; children: number },
): ErrorCode | null {
  if (party.companions.length > party.seats - 1 || party.children > party.seats) return 'BAD_REQUEST';
  const named = party.companions.filter(({ name }) => name?.trim()).length;
  return session.companions === 'named' && named < party.seats - 1 ? 'NAMES_REQUIRED' : null;
}

/** Why a standing party may not become `seats` large; null = it may. Fewer may come until the start. */
export function changeRefused(session: SessionState, party: Standing, seats: number, now: Date): ErrorCode | null {
  const closed = now >= (session.closesAt ?? session.startsAt);
  // A draw's list stands from closing on.
  const listed = session.mode === 'draw' && party.status === 'applied';
  if (now >= session.startsAt || (closed && listed)) return 'REGISTRATION_CLOSED';
  const more = seats - party.seats;
  if (more <= 0) return null;
  if (session.cancelled) return 'SESSION_CANCELLED';
  if (closed) return 'REGISTRATION_CLOSED';
  if (seats > session.partyMax) return 'PARTY_TOO_LARGE';
  const pool = session.pools.find(({ id }) => id === party.quotaId);
  if (!pool) return null;
  // One that waits is not counted with its enterprise yet, so all of it is new.
  const refused = enterpriseRefused(pool, party.enterprise, party.status === 'waitlisted' ? seats : more);
  if (refused) return refused;
  return isSeated(party.status) && more > freeIn(session, pool) ? 'FULL' : null;
}

/** Why a resident may not cancel any more; null = they may. Who has no seat yet may leave at any time. */
export function cancelRefused(session: SessionState, status: RegistrationStatus, now: Date): ErrorCode | null {
  if (status !== 'confirmed') return null;
  return now >= (session.cancelsUntil ?? session.startsAt) ? 'CANCEL_TOO_LATE' : null;
}

/** Why an offered seat cannot be accepted; null = it can. */
export function confirmRefused(
  session: SessionState,
  { status, confirmBy }: { status: RegistrationStatus; confirmBy: Date | null },
  now: Date,
): ErrorCode | null {
  if (session.cancelled) return 'SESSION_CANCELLED';
  if (status === 'expired') return 'OFFER_ENDED';
  if (status === 'declined' || status === 'cancelled') return 'NOT_LIVE';
  if (status !== 'offered') return 'BAD_REQUEST';
  return confirmBy && now >= confirmBy ? 'OFFER_ENDED' : null;
}
