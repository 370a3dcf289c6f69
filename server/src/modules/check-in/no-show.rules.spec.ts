import * as fc from 'fast-check';
import type { Fact } from './attendance.rules';
import { type Missed, type PastParty, pastOf, restrictionsDue } from './no-show.rules';

const party = (id: string, over: Partial<PastParty> = {}): PastParty => ({
  id,
  seats: 2,
  status: 'confirmed',
  subject: `phone of ${id}`,
  relation: null,
  ...over,
});
const scan = (registrationId: string, over: Partial<Fact> = {}): Fact => ({
  id: `scan of ${registrationId}`,
  deviceId: 'door',
  seq: 1,
  kind: 'scan',
  registrationId,
  ref: null,
  seats: 1,
  at: 0,
  ...over,
});
const missedIds = (parties: PastParty[], facts: Fact[]) => pastOf(parties, facts).missed.map((m) => m.registrationId);

test('who is confirmed and was not let in did not come; one of a party is enough', () => {
  expect(missedIds([party('a'), party('b')], [scan('a')])).toEqual(['b']);
});

test('where check-in was not used nobody is a no-show, walk-ins and hand counts or not', () => {
  expect(missedIds([party('a')], [])).toEqual([]);
  const walkIn = scan('', { kind: 'walkIn', registrationId: null });
  expect(missedIds([party('a')], [walkIn, scan('', { id: 'n', kind: 'count', registrationId: null })])).toEqual([]);
});

test('a scan that was undone is no arrival', () => {
  const undo = scan('', { id: 'u', kind: 'undo', ref: 'scan of b', registrationId: null });
  expect(missedIds([party('a'), party('b')], [scan('a'), scan('b'), undo])).toEqual(['b']);
});

test.each<[string, Partial<PastParty>]>([
  ['registered by somebody else', { relation: 'served' }],
  ['without a phone, or after retention', { subject: null }],
  ['cancelled', { status: 'cancelled' }],
  ['waiting', { status: 'waitlisted' }],
  ['who let an offer pass', { status: 'expired' }],
])('a party %s misses nothing', (_, over) => {
  expect(missedIds([party('a'), party('b', over)], [scan('a')])).toEqual([]);
});

test('a restriction is due at the limit, for what no restriction has counted', () => {
  const missed = ['1', '2', '3'].map((registrationId) => ({ registrationId, subject: 's' }));
  expect(restrictionsDue(missed, new Set(), 3)).toEqual(new Map([['s', ['1', '2', '3']]]));
  expect(restrictionsDue(missed, new Set(['1']), 3).size).toBe(0);
  expect(restrictionsDue(missed.slice(1), new Set(), 3).size).toBe(0);
});

test('a no-show counts in one restriction only: asking again right after imposes nothing', () => {
  const many: fc.Arbitrary<Missed[]> = fc.uniqueArray(
    fc.record({ registrationId: fc.stringMatching(/^\d{3}$/), subject: fc.constantFrom('a', 'b', 'c') }),
    { selector: ({ registrationId }) => registrationId },
  );
  fc.assert(
    fc.property(many, fc.integer({ min: 1, max: 5 }), (missed, limit) => {
      const due = restrictionsDue(missed, new Set(), limit);
      for (const ids of due.values()) expect(ids.length).toBeGreaterThanOrEqual(limit);
      expect(restrictionsDue(missed, new Set([...due.values()].flat()), limit).size).toBe(0);
    }),
  );
});
