import { type SessionState, seated } from './admission.rules';
import type { Drawn } from './draw.rules';

/** What a draw does to the parties that took part, and to their session. */

export interface DrawnParty {
  id: string;
  quotaId: string;
  seats: number;
}

export interface Outcomes<P extends DrawnParty = DrawnParty> {
  confirmed: P[];
  /** In drawn order. */
  waitlisted: P[];
  declined: P[];
}

/** `standing`: by ticket number, those that were not withdrawn. */
export function outcomesOf<P extends DrawnParty>(drawn: Drawn[], standing: Map<number, P>): Outcomes<P> {
  const of = (outcome: Drawn['outcome']) =>
    drawn.flatMap((one) => (one.outcome === outcome ? (standing.get(one.ticketNo) ?? []) : []));
  return { confirmed: of('confirmed'), waitlisted: of('waitlisted'), declined: of('declined') };
}

export const drawnState = (session: SessionState, { confirmed, waitlisted }: Outcomes): SessionState => ({
  ...session,
  waiting: session.waiting + waitlisted.reduce((sum, { seats }) => sum + seats, 0),
  waitNumber: session.waitNumber + waitlisted.length,
  pools: confirmed.reduce(
    (pools, { quotaId, seats }) => pools.map((pool) => (pool.id === quotaId ? seated(pool, seats) : pool)),
    session.pools,
  ),
});
