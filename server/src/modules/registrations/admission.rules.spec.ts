import * as fc from 'fast-check';
import { afterDecision, changeRefused, decide, type Pool, promote, type SessionState } from './admission.rules';

const now = new Date('2026-09-01T02:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const pool = (over: Partial<Pool> = {}): Pool => ({ id: 'a', capacity: 20, taken: 0, isDefault: true, ...over });
const session = (over: Partial<SessionState> = {}): SessionState => ({
  mode: 'firstCome',
  published: true,
  cancelled: false,
  startsAt: later(48),
  opensAt: null,
  closesAt: later(24),
  partyMax: 5,
  waiting: 0,
  waitNumber: 0,
  pools: [pool()],
  ...over,
});
const ask = (seats: number, joinWaitlist = false, quotaId: string | null = null) => ({ seats, quotaId, joinWaitlist });

test.each([
  ['a draft is not found', session({ published: false }), ask(1), 'NOT_FOUND'],
  ['a cancelled session takes nobody', session({ cancelled: true }), ask(1), 'SESSION_CANCELLED'],
  ['where nobody registers, nobody can', session({ mode: 'none' }), ask(1), 'NOT_ON_SALE'],
  ['before opening', session({ opensAt: later(1) }), ask(1), 'NOT_OPEN_YET'],
  ['at closing', session({ closesAt: now }), ask(1), 'REGISTRATION_CLOSED'],
  [
    'once it started, where no closing is set',
    session({ closesAt: null, startsAt: now }),
    ask(1),
    'REGISTRATION_CLOSED',
  ],
  ['more than a party may be', session(), ask(6), 'PARTY_TOO_LARGE'],
  ["another session's pool", session(), ask(1, false, 'other'), 'QUOTA_UNKNOWN'],
  ['A2 a party of 5 with 4 left is refused whole', session({ pools: [pool({ taken: 16 })] }), ask(5), 'FULL'],
])('refused: %s', (_, state, party, code) => {
  expect(decide(state, party, now)).toEqual({ refused: code });
});

test('opens at its very second', () => {
  expect(decide(session({ opensAt: now }), ask(1), now)).toMatchObject({ status: 'confirmed' });
});

test('A2 a party of 5 with 4 left waits whole, if it wants to wait', () => {
  const full = session({ pools: [pool({ taken: 16 })], waitNumber: 7 });
  expect(decide(full, ask(5, true), now)).toEqual({ status: 'waitlisted', quotaId: 'a', waitNumber: 8 });
});

test('a batch of any parties never takes more seats than there are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 })), fc.integer({ min: 0, max: 30 }), (parties, capacity) => {
      let state = session({ pools: [pool({ capacity })] });
      for (const seats of parties) state = afterDecision(state, seats, decide(state, ask(seats, true), now));
      expect(state.pools[0]!.taken).toBeLessThanOrEqual(capacity);
      expect(state.pools[0]!.taken + state.waiting).toBe(parties.reduce((sum, n) => sum + n, 0));
    }),
  );
});

test('freed seats go in order, passing over a party only when it cannot fit', () => {
  const waiting = [
    { id: 'third', quotaId: 'a', seats: 1, waitNumber: 3 },
    { id: 'first', quotaId: 'a', seats: 3, waitNumber: 1 },
    { id: 'second', quotaId: 'a', seats: 2, waitNumber: 2 },
    { id: 'elsewhere', quotaId: 'b', seats: 1, waitNumber: 4 },
  ];
  const free = (n: number) => [pool({ taken: 20 - n })];
  expect(promote(waiting, free(2)).map((w) => w.id)).toEqual(['second']);
  expect(promote(waiting, free(4)).map((w) => w.id)).toEqual(['first', 'third']);
  expect(promote(waiting, free(0))).toEqual([]);
});

test.each([
  ['fewer after closing', session({ closesAt: now }), 1, null],
  ['more after closing', session({ closesAt: now }), 3, 'REGISTRATION_CLOSED'],
  ['fewer where it was cancelled', session({ cancelled: true }), 1, null],
  ['more where it was cancelled', session({ cancelled: true }), 3, 'SESSION_CANCELLED'],
  ['anything once it started', session({ startsAt: now }), 1, 'REGISTRATION_CLOSED'],
  ['more than a party may be', session(), 6, 'PARTY_TOO_LARGE'],
  ['fewer where seats are lacking', session({ pools: [pool({ capacity: 1, taken: 2 })] }), 1, null],
  ['more than fit', session({ pools: [pool({ taken: 18 })] }), 5, 'FULL'],
  ['as many as fit', session({ pools: [pool({ taken: 18 })] }), 4, null],
])('a standing party of two: %s', (_, state, seats, code) => {
  expect(changeRefused(state, { seats: 2, quotaId: 'a', seated: true }, seats, now)).toBe(code);
});
