import { freeIn, type Pool, type SessionState, seated } from './admission.rules';
import { enterpriseRefused, takeEnterprise } from './enterprise.rules';

/** Where freed seats go: reserves that are due, offers that ran out, then the waiting list in its order. */

/** A party on the waiting list, or one that was offered a seat. */
export interface Party {
  id: string;
  quotaId: string;
  seats: number;
  enterprise: string | null;
}

export interface Waiting extends Party {
  waitNumber: number;
  heldBackUntil: Date | null;
}

export interface Settled {
  /** Offers nobody accepted in time. */
  expired: Party[];
  /** In the order they get their seats. */
  promoted: Waiting[];
  /** They are offered the seat until then; null = they have it. */
  confirmBy: Date | null;
  session: SessionState;
}

/** `overdue`: offers whose time is over. Nobody gets a seat of a session that is cancelled or has started. */
export function settlement(session: SessionState, overdue: Party[], line: Waiting[], now: Date): Settled {
  let state = overdue.reduce(giveBack, session);
  const promoted: Waiting[] = [];
  const give = () => {
    for (const party of [...line].sort((a, b) => a.waitNumber - b.waitNumber)) {
      if (promoted.includes(party) || (party.heldBackUntil && party.heldBackUntil > now)) continue;
      const pool = state.pools.find(({ id }) => id === party.quotaId);
      if (!pool || party.seats > freeIn(state, pool) || enterpriseRefused(pool, party.enterprise, party.seats))
        continue;
      state = take(state, party);
      promoted.push(party);
    }
  };
  const open = !session.cancelled && now < session.startsAt;
  // A reserve's own line comes before the public one: its seats go on only when nobody in it can have them.
  if (open) give();
  const released = release(state, now);
  if (released !== state) {
    state = released;
    if (open) give();
  }
  const waiting = session.waiting - promoted.reduce((sum, { seats }) => sum + seats, 0);
  return { expired: overdue, promoted, confirmBy: confirmBy(session, now), session: { ...state, waiting } };
}

/** True where a reserve's time has come and it still has seats to give to the public pool. */
export const releaseDue = (session: SessionState, now: Date): boolean => release(session, now) !== session;

function release(session: SessionState, now: Date): SessionState {
  const due = session.pools.filter((p) => !p.isDefault && p.releasesAt && p.releasesAt <= now && p.capacity > p.taken);
  if (!due.length || !session.pools.some(({ isDefault }) => isDefault)) return session;
  const free = due.reduce((sum, { capacity, taken }) => sum + capacity - taken, 0);
  const pools = session.pools.map((pool) => {
    if (pool.isDefault) return { ...pool, capacity: pool.capacity + free };
    return due.includes(pool) ? { ...pool, capacity: pool.taken } : pool;
  });
  return { ...session, pools };
}

/** Who loses the seat where pools became smaller than what is taken: who registered first stays, whole parties. */
export function displaced<P extends Party>(pools: Pool[], parties: P[]): P[] {
  const free = new Map(pools.map(({ id, capacity }) => [id, capacity]));
  return [...parties].sort(byId).filter(({ quotaId, seats }) => {
    const left = free.get(quotaId) ?? 0;
    if (seats > left) return true;
    free.set(quotaId, left - seats);
    return false;
  });
}

/** Numbers that put parties before everybody who waits, in the order they registered. */
export function frontOfLine<P extends Party>(parties: P[], line: Pick<Waiting, 'waitNumber'>[]): Map<string, number> {
  const first = Math.min(1, ...line.map(({ waitNumber }) => waitNumber));
  return new Map([...parties].sort(byId).map(({ id }, i) => [id, first - parties.length + i]));
}

/** Ids are made in time's order. */
const byId = (a: Party, b: Party): number => (a.id < b.id ? -1 : 1);

/** Until when a seat that comes free now is offered; null = it is given at once. */
function confirmBy(session: SessionState, now: Date): Date | null {
  if (session.confirmHours === null) return null;
  return new Date(Math.min(now.getTime() + session.confirmHours * 3_600_000, session.startsAt.getTime()));
}

const take = (session: SessionState, party: Party): SessionState => change(session, party, party.seats);
export const giveBack = (session: SessionState, party: Party): SessionState => change(session, party, -party.seats);

function change(session: SessionState, { quotaId, enterprise }: Party, seats: number): SessionState {
  const pools = session.pools.map((pool) =>
    pool.id === quotaId ? takeEnterprise(seated(pool, seats), enterprise, seats) : pool,
  );
  return { ...session, pools };
}
