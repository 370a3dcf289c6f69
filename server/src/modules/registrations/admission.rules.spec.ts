import * as fc from 'fast-check';
import { anAsk, aPool, aSession, later, now } from '../../../test/support/states';
import { afterDecision, decide } from './admission.rules';

const waits = { joinWaitlist: true };

test.each([
  ['a draft is not found', aSession({ published: false }), anAsk(1), 'NOT_FOUND'],
  ['a cancelled session takes nobody', aSession({ cancelled: true }), anAsk(1), 'SESSION_CANCELLED'],
  ['where nobody registers, nobody can', aSession({ mode: 'none' }), anAsk(1), 'NOT_ON_SALE'],
  ['before opening', aSession({ opensAt: later(1) }), anAsk(1), 'NOT_OPEN_YET'],
  ['at closing', aSession({ closesAt: now }), anAsk(1), 'REGISTRATION_CLOSED'],
  [
    'once it started, where no closing is set',
    aSession({ closesAt: null, startsAt: now }),
    anAsk(1),
    'REGISTRATION_CLOSED',
  ],
  ['more than a party may be', aSession(), anAsk(6), 'PARTY_TOO_LARGE'],
  ["another session's pool", aSession(), anAsk(1, { quotaId: 'other' }), 'QUOTA_UNKNOWN'],
  ['A2 a party of 5 with 4 left is refused whole', aSession({ pools: [aPool({ taken: 16 })] }), anAsk(5), 'FULL'],
])('refused: %s', (_, state, party, code) => {
  expect(decide(state, party, now)).toEqual({ refused: code });
});

test('opens at its very second', () => {
  expect(decide(aSession({ opensAt: now }), anAsk(1), now)).toMatchObject({ status: 'confirmed' });
});

test('A2 a party of 5 with 4 left waits whole, if it wants to wait', () => {
  const full = aSession({ pools: [aPool({ taken: 16 })], waitNumber: 7 });
  expect(decide(full, anAsk(5, waits), now)).toMatchObject({ status: 'waitlisted', quotaId: 'a', waitNumber: 8 });
});

test('a batch of any parties never takes more seats than there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b'))),
      fc.integer({ min: 0, max: 30 }),
      fc.option(fc.integer({ min: 1, max: 40 })),
      (parties, capacity, ceiling) => {
        let state = aSession({ ceiling, pools: [aPool({ capacity }), aPool({ id: 'b', isDefault: false })] });
        for (const [seats, quotaId] of parties) {
          const ask = anAsk(seats, { quotaId, ...waits });
          state = afterDecision(state, ask, decide(state, ask, now));
        }
        const [a, b] = state.pools.map(({ taken }) => taken) as [number, number];
        expect(a).toBeLessThanOrEqual(capacity);
        expect(b).toBeLessThanOrEqual(20);
        expect(a + b).toBeLessThanOrEqual(ceiling ?? Infinity);
        expect(a + b + state.waiting).toBe(parties.reduce((sum, [n]) => sum + n, 0));
      },
    ),
  );
});

const deputies = aPool({ id: 'd', isDefault: false, declares: true, capacity: 4 });
const guests = aPool({ id: 'g', isDefault: false, invited: true, capacity: 4 });
const firms = aPool({ id: 'f', isDefault: false, asksEnterprise: true, perEnterprise: 3 });
const pools = [aPool(), deputies, guests, firms];
const code = { id: 'i', quotaId: 'g', used: false };

test.each([
  ['without the declaration', anAsk(1, { quotaId: 'd' }), 'DECLARATION_REQUIRED'],
  ['without a code', anAsk(1, { quotaId: 'g' }), 'INVITATION_REQUIRED'],
  ['with a code nobody gave out', anAsk(1, { quotaId: 'g', invitation: 'unknown' }), 'INVITATION_INVALID'],
  ['with a used code', anAsk(1, { quotaId: 'g', invitation: { ...code, used: true } }), 'INVITATION_INVALID'],
  ["with another pool's code", anAsk(1, { quotaId: 'g', invitation: { ...code, quotaId: 'x' } }), 'INVITATION_INVALID'],
  ['of a pool unnamed with a code that is none', anAsk(1, { invitation: 'unknown' }), 'INVITATION_INVALID'],
  [
    "of a pool unnamed with another session's code",
    anAsk(1, { invitation: { ...code, quotaId: 'x' } }),
    'INVITATION_INVALID',
  ],
  ['without an enterprise', anAsk(1, { quotaId: 'f' }), 'ENTERPRISE_REQUIRED'],
  ['with more than one enterprise may have', anAsk(4, { quotaId: 'f', enterprise: '一厂' }), 'ENTERPRISE_FULL'],
])('a pool takes nobody %s', (_, ask, refused) => {
  expect(decide(aSession({ pools }), ask, now)).toEqual({ refused });
});

test.each([
  ['who declares', anAsk(1, { quotaId: 'd', declares: true }), 'd'],
  ['whose code is good', anAsk(1, { quotaId: 'g', invitation: code }), 'g'],
  ['whose code names the pool', anAsk(1, { invitation: code }), 'g'],
  ['whose enterprise has room', anAsk(3, { quotaId: 'f', enterprise: '一厂' }), 'f'],
  ['who asks for nothing special', anAsk(1), 'a'],
])('a pool takes those %s', (_, ask, quotaId) => {
  expect(decide(aSession({ pools }), ask, now)).toMatchObject({ status: 'confirmed', quotaId });
});

test('an enterprise is one, however its name is typed', () => {
  const first = anAsk(2, { quotaId: 'f', enterprise: '东阿 一厂（有限）公司' });
  const session = aSession({ pools });
  const state = afterDecision(session, first, decide(session, first, now));
  const more = anAsk(2, { quotaId: 'f', enterprise: '东阿一厂(有限)公司' });
  expect(decide(state, more, now)).toEqual({ refused: 'ENTERPRISE_FULL' });
  expect(decide(state, { ...more, enterprise: '东阿二厂' }, now)).toMatchObject({ status: 'confirmed' });
});

test('where all is by invitation, nobody comes without one', () => {
  const session = aSession({ mode: 'invited', pools: [guests] });
  expect(decide(session, anAsk(1), now)).toEqual({ refused: 'INVITATION_REQUIRED' });
  expect(decide(session, anAsk(1, { invitation: 'unknown' }), now)).toEqual({ refused: 'INVITATION_INVALID' });
  expect(decide(session, anAsk(1, { invitation: code }), now)).toMatchObject({ status: 'confirmed', quotaId: 'g' });
});

test('what needs approval is applied for and holds no seat; where nothing is left, only who would wait may apply', () => {
  const session = aSession({ mode: 'approval', pools: [aPool({ capacity: 2 })] });
  const decision = decide(session, anAsk(2), now);
  expect(decision).toMatchObject({ status: 'applied', ticketNo: null, waitNumber: null });
  expect(afterDecision(session, anAsk(2), decision).pools[0]!.taken).toBe(0);
  expect(decide(session, anAsk(3), now)).toEqual({ refused: 'FULL' });
  expect(decide(session, anAsk(3, waits), now)).toMatchObject({ status: 'applied' });
  const mixed = aSession({ pools: [aPool(), aPool({ id: 'b', isDefault: false, approval: true })] });
  expect(decide(mixed, anAsk(1), now)).toMatchObject({ status: 'confirmed' });
  expect(decide(mixed, anAsk(1, { quotaId: 'b' }), now)).toMatchObject({ status: 'applied' });
});

test('in a draw everybody gets a ticket, however many apply; who is invited has a seat', () => {
  let session = aSession({ mode: 'draw', pools: [aPool({ capacity: 1 }), guests] });
  for (const ticketNo of [1, 2, 3]) {
    const decision = decide(session, anAsk(2), now);
    expect(decision).toMatchObject({ status: 'applied', ticketNo });
    session = afterDecision(session, anAsk(2), decision);
  }
  expect(decide(session, anAsk(2, { invitation: code }), now)).toMatchObject({ status: 'confirmed', ticketNo: null });
});

test('the ceiling holds over all pools', () => {
  const session = aSession({
    ceiling: 10,
    pools: [aPool({ taken: 6 }), aPool({ id: 'b', isDefault: false, taken: 3 })],
  });
  expect(decide(session, anAsk(2), now)).toEqual({ refused: 'FULL' });
  expect(decide(session, anAsk(1), now)).toMatchObject({ status: 'confirmed' });
});

test('earlier no-shows wait although seats are left, unasked, until a day before the start at the latest', () => {
  const held = (restrictedUntil: Date, over = {}) => decide(aSession(over), anAsk(1, { restrictedUntil }), now);
  expect(held(later(5))).toMatchObject({ status: 'waitlisted', waitNumber: 1, heldBackUntil: later(5) });
  expect(held(later(500))).toMatchObject({ status: 'waitlisted', heldBackUntil: later(24) });
  expect(held(later(500), { startsAt: later(24) })).toMatchObject({ status: 'confirmed', heldBackUntil: null });
  expect(held(later(500), { mode: 'approval' })).toMatchObject({ status: 'applied', heldBackUntil: null });
});

test('what is wrong with the party is said only where it could come in', () => {
  expect(decide(aSession(), anAsk(1), now, 'NAMES_REQUIRED')).toEqual({ refused: 'NAMES_REQUIRED' });
  expect(decide(aSession({ closesAt: now }), anAsk(1), now, 'NAMES_REQUIRED')).toEqual({
    refused: 'REGISTRATION_CLOSED',
  });
});
