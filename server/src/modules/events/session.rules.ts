import type { Mode, NewSession, Phase } from '@openday/shared/sessions';
import type { ErrorDetail, Seats } from '@openday/shared/wire';
import { setupProblems } from './setup.rules';

interface Timed {
  mode: Mode;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  cancelledAt: Date | null;
}

/** What a session is to a resident at `now`. */
export function phaseOf(session: Timed, seats: Seats | null, now: Date): Phase {
  if (session.cancelledAt) return 'cancelled';
  if (now >= session.endsAt) return 'ended';
  if (now >= session.startsAt) return 'ongoing';
  if (session.mode === 'none' || !seats) return 'walkIn';
  if (session.opensAt && now < session.opensAt) return 'soon';
  if (session.closesAt && now >= session.closesAt) return 'closed';
  // A draw takes everybody's ticket.
  return seats.left > 0 || session.mode === 'draw' ? 'open' : 'full';
}

/** What is contradictory in a session somebody wants to hold; empty = nothing. `at` is its field path. */
export function sessionProblems(session: NewSession, at: string): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  if (session.endsAt <= session.startsAt) problems.push({ field: `${at}.endsAt`, message: '结束要晚于开始' });
  if (!session.venueId && !session.venue) problems.push({ field: `${at}.venueId`, message: '请选一个场地' });
  return [...problems, ...setupProblems(session, session, `${at}.`)];
}
