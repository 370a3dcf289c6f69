import type { NewRegistration } from '@openday/shared/registrations';
import type { DemoSession } from './event';
import { COMPANIONS, REGISTERED_BY_OTHERS, RESIDENTS } from './people';

export interface DemoParty {
  /** Who asks: a place in RESIDENTS. */
  resident: number;
  pool: string;
  body: NewRegistration;
}

/** Party sizes as they come in; the last party of a pool takes what is left. */
const SIZES = [1, 2, 1, 1, 3, 2, 1, 4, 1, 2];
/** Where the demo's own resident stands on a waiting list: third. */
const OWN_PLACE = 2;

/** Who registers for a session, in order; the same for the same row of the plan, whenever it is seeded. */
export function partiesOf(no: number, { pools, waiting = [], own = 0 }: DemoSession): DemoParty[] {
  const parties: DemoParty[] = [];
  // 0 is the demo's own resident; neighbouring rows of the plan draw other people.
  const next = () => 1 + ((no * 13 + parties.length) % (RESIDENTS.length - 1));
  const ownWaits = own > 0 && waiting.length > 0;
  for (const [at, [pool, , booked]] of pools.entries()) {
    let left = booked;
    if (at === 0 && own > 0 && !ownWaits) {
      parties.push({ resident: 0, pool, body: partyOf(own, 0) });
      left -= own;
    }
    while (left > 0) {
      const turn = parties.length;
      const seats = Math.min(left, SIZES[(turn + no) % SIZES.length]!);
      parties.push({ resident: next(), pool, body: partyOf(seats, turn, turn % 9 === 6 ? no + turn : null) });
      left -= seats;
    }
  }
  const line = parties.length;
  for (const seats of waiting)
    parties.push({ resident: next(), pool: pools[0]![0], body: { ...partyOf(seats, line), joinWaitlist: true } });
  if (ownWaits)
    parties.splice(line + OWN_PLACE, 0, {
      resident: 0,
      pool: pools[0]![0],
      body: { ...partyOf(own, line), joinWaitlist: true },
    });
  return parties;
}

/** The first companion of some parties has a name; the others are only counted. */
function partyOf(seats: number, turn: number, forOther: number | null = null): NewRegistration {
  const named = seats > 1 && turn % 2 === 0 ? [{ name: COMPANIONS[turn % COMPANIONS.length]! }] : [];
  const other = forOther === null ? null : REGISTERED_BY_OTHERS[forOther % REGISTERED_BY_OTHERS.length]!;
  return { seats, ...(named.length && { companions: named }), ...(other && { onBehalfOf: other }) };
}
