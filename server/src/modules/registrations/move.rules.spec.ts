import type { SessionState } from './admission.rules';
import { comingRefused, leavingRefused, type Moving, type NamedPool, poolThere } from './move.rules';

const NOW = new Date('2026-09-01T00:00:00Z');
const LATER = new Date('2026-09-06T00:00:00Z');
const EARLIER = new Date('2026-08-30T00:00:00Z');

const pool = (over: Partial<NamedPool> = {}): NamedPool => ({
  ...{ id: '1', name: '居民', capacity: 5, taken: 0, isDefault: true, declares: false, approval: false },
  ...{ invited: false, asksEnterprise: false, perEnterprise: null, releasesAt: null, byEnterprise: new Map() },
  ...over,
});
const session = (over: Partial<SessionState> = {}, ...pools: NamedPool[]): SessionState => ({
  ...{ id: '1', eventId: '9', mode: 'firstCome', published: true, cancelled: false, startsAt: LATER, opensAt: null },
  ...{ closesAt: null, cancelsUntil: null, partyMax: 5, ceiling: null, companions: 'counted', confirmHours: null },
  ...{ waiting: 0, waitNumber: 0, ticketNumber: 0, pools: pools.length ? pools : [pool()] },
  ...over,
});
const party = (over: Partial<Moving> = {}): Moving => ({
  ...{ status: 'confirmed', seats: 2, enterprise: null, ticketNo: null, named: 0, pool: '居民' },
  ...over,
});

test.each([
  ['a seat, before the start', session(), party(), null],
  ['a place in line', session(), party({ status: 'waitlisted' }), null],
  ['what waits for the unit', session(), party({ status: 'applied' }), null],
  ['what ended', session(), party({ status: 'cancelled' }), 'NOT_LIVE'],
  ['a ticket that is not drawn', session({ mode: 'draw' }), party({ status: 'applied', ticketNo: 3 }), 'MOVE_BY_LOT'],
  ['a session that began', session({ startsAt: EARLIER }), party(), 'REGISTRATION_CLOSED'],
  ['one that was cancelled, however late', session({ startsAt: EARLIER, cancelled: true }), party(), null],
])('leaving %s', (_, from, moving, refused) => {
  expect(leavingRefused(from, moving, NOW)).toBe(refused);
});

const there = (
  to: SessionState,
  moving = party(),
  into: NamedPool | undefined = to.pools[0] as NamedPool,
  drawn = false,
) => comingRefused(to, into, moving, drawn, NOW);

test.each([
  ['a session with seats', session(), party(), null],
  ['after registration closed: the unit decides', session({ closesAt: EARLIER }), party(), null],
  ['before it is public', session({ published: false }), party(), 'NOT_PUBLISHED'],
  ['one that is cancelled', session({ cancelled: true }), party(), 'SESSION_CANCELLED'],
  ['one without registration', session({ mode: 'none' }), party(), 'NOT_ON_SALE'],
  ['one that began', session({ startsAt: EARLIER }), party(), 'REGISTRATION_CLOSED'],
  ['a party larger than it takes', session({ partyMax: 1 }), party(), 'PARTY_TOO_LARGE'],
  ['without the names it asks', session({ companions: 'named' }), party(), 'NAMES_REQUIRED'],
  ['with them', session({ companions: 'named' }), party({ named: 1 }), null],
  ['whole or not at all', session({}, pool({ taken: 4 })), party(), 'FULL'],
  ['under the ceiling of all pools', session({ ceiling: 1 }), party(), 'FULL'],
  ['by approval: the unit has approved', session({ mode: 'approval' }), party(), null],
  ['by invitation: the unit invites', session({ mode: 'invited' }), party(), null],
  ['by lot, before it is drawn', session({ mode: 'draw' }), party(), 'MOVE_BY_LOT'],
  ['what was declared for a pool of that name', session({}, pool({ declares: true })), party(), null],
  ['what was not', session({}, pool({ declares: true })), party({ pool: '企业' }), 'DECLARATION_REQUIRED'],
  ['a pool of enterprises without one', session({}, pool({ asksEnterprise: true })), party(), 'ENTERPRISE_REQUIRED'],
])('coming to %s', (_, to, moving, refused) => {
  expect(there(to, moving)).toBe(refused);
});

test('by lot once it is drawn, and to no pool there is not', () => {
  expect(there(session({ mode: 'draw' }), party(), pool(), true)).toBeNull();
  expect(comingRefused(session(), undefined, party(), false, NOW)).toBe('QUOTA_UNKNOWN');
});

test('to the pool asked for, else that of the same name, else the public one', () => {
  const pools = [pool(), pool({ id: '2', name: '企业', isDefault: false })];
  expect(poolThere(pools, '2', '居民')?.id).toBe('2');
  expect(poolThere(pools, undefined, '企业')?.id).toBe('2');
  expect(poolThere(pools, undefined, '代表')?.id).toBe('1');
  expect(poolThere(pools, '3', '居民')).toBeUndefined();
});
