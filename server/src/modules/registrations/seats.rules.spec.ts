import * as fc from 'fast-check';
import { aPool, aSession, later, now, waits } from '../../../test/support/states';
import { displaced, frontOfLine, releaseDue, settlement, type Waiting } from './seats.rules';

const free = (n: number) => [aPool({ taken: 20 - n })];
const promoted = (pools = free(0), line: Waiting[] = [], over = {}) =>
  settlement(aSession({ pools, ...over }), [], line, now).promoted.map(({ id }) => id);

const line = [
  waits('third', 1, 3),
  waits('first', 3, 1),
  waits('second', 2, 2),
  waits('elsewhere', 1, 4, { quotaId: 'b' }),
];

test('freed seats go in order, passing over a party only when it cannot fit', () => {
  expect(promoted(free(2), line)).toEqual(['second']);
  expect(promoted(free(4), line)).toEqual(['first', 'third']);
  expect(promoted(free(0), line)).toEqual([]);
});

test('nobody gets a seat of a session that was cancelled or has started', () => {
  expect(promoted(free(9), line, { cancelled: true })).toEqual([]);
  expect(promoted(free(9), line, { startsAt: now })).toEqual([]);
});

test('who is held back is passed over until then', () => {
  expect(promoted(free(1), [waits('held', 1, 1, { heldBackUntil: later(1) }), waits('next', 1, 2)])).toEqual(['next']);
  expect(promoted(free(1), [waits('held', 1, 1, { heldBackUntil: now }), waits('next', 1, 2)])).toEqual(['held']);
});

test('the line gives no enterprise more than it may have', () => {
  const pool = aPool({ perEnterprise: 2, asksEnterprise: true, byEnterprise: new Map([['一厂', 1]]) });
  const firm = (id: string, seats: number, n: number, enterprise: string) => waits(id, seats, n, { enterprise });
  const parties = [
    firm('two', 2, 1, '一厂'),
    firm('one', 1, 2, '一 厂'),
    firm('more', 1, 3, '一厂'),
    firm('b', 1, 4, '二厂'),
  ];
  expect(promoted([pool], parties)).toEqual(['one', 'b']);
});

test('the line keeps under the ceiling', () => {
  expect(promoted([aPool({ taken: 5 })], [waits('two', 2, 1), waits('one', 1, 2)], { ceiling: 6 })).toEqual(['one']);
});

test('offers that ran out go to the next, who is asked again, until the start at the latest', () => {
  const session = aSession({ pools: free(0), confirmHours: 12, waiting: 2 });
  const settled = settlement(
    session,
    [{ id: 'late', quotaId: 'a', seats: 2, enterprise: null }],
    [waits('next', 2, 1)],
    now,
  );
  expect(settled.promoted.map(({ id }) => id)).toEqual(['next']);
  expect(settled.confirmBy).toEqual(later(12));
  expect(settled.session).toMatchObject({ waiting: 0, pools: [{ taken: 20 }] });
  expect(settlement({ ...session, startsAt: later(5) }, [], [], now).confirmBy).toEqual(later(5));
  expect(settlement({ ...session, confirmHours: null }, [], [], now).confirmBy).toBeNull();
});

const reserve = (over = {}) => aPool({ id: 'r', isDefault: false, capacity: 10, taken: 4, releasesAt: now, ...over });

test('what a reserve has left when its time comes is the public pool’s, and later what comes free in it', () => {
  const session = aSession({ pools: [aPool({ taken: 20 }), reserve()], waiting: 8 });
  expect(releaseDue(session, now)).toBe(true);
  expect(releaseDue(session, later(-1))).toBe(false);
  const first = settlement(session, [], [waits('public', 6, 1), waits('own', 2, 2, { quotaId: 'r' })], now);
  expect(first.promoted.map(({ id }) => id)).toEqual(['own']);
  expect(first.session.pools).toMatchObject([
    { capacity: 24, taken: 20 },
    { capacity: 6, taken: 6 },
  ]);
  const [all, left] = first.session.pools as [ReturnType<typeof aPool>, ReturnType<typeof aPool>];
  const later_ = settlement(
    { ...first.session, pools: [all, { ...left, taken: 4 }] },
    [],
    [waits('public', 6, 1)],
    now,
  );
  expect(later_.promoted.map(({ id }) => id)).toEqual(['public']);
  expect(later_.session.pools).toMatchObject([
    { capacity: 26, taken: 26 },
    { capacity: 4, taken: 4 },
  ]);
});

test('a reserve without a public pool keeps its seats', () => {
  expect(releaseDue(aSession({ pools: [reserve()] }), now)).toBe(false);
});

test('a smaller pool: the last registered lose their seats, whole parties, and stand first in line in their order', () => {
  const seated = [
    { id: '1', quotaId: 'a', seats: 3, enterprise: null },
    { id: '2', quotaId: 'a', seats: 2, enterprise: null },
    { id: '3', quotaId: 'a', seats: 4, enterprise: null },
    { id: '4', quotaId: 'b', seats: 9, enterprise: null },
  ];
  const over = displaced([aPool({ taken: 9, capacity: 4 }), aPool({ id: 'b', taken: 9, capacity: 9 })], seated);
  expect(over.map(({ id }) => id)).toEqual(['2', '3']);
  expect([...frontOfLine(over, [waits('waiting', 1, 1)])]).toEqual([
    ['2', -1],
    ['3', 0],
  ]);
  expect([...frontOfLine(over, [waits('displaced before', 1, -4)])]).toEqual([
    ['2', -6],
    ['3', -5],
  ]);
});

test('a smaller pool keeps a later party that still fits', () => {
  const parties = [3, 2, 1].map((seats, i) => ({ id: String(i), quotaId: 'a', seats, enterprise: null }));
  expect(displaced([aPool({ taken: 6, capacity: 4 })], parties).map(({ id }) => id)).toEqual(['1']);
});

test('settling never gives more than there is, keeps all seats, and leaves nobody waiting who fits', () => {
  const party = fc.record({ seats: fc.integer({ min: 1, max: 5 }), quotaId: fc.constantFrom('a', 'r') });
  const capacity = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(
      fc.array(party),
      capacity,
      capacity,
      fc.option(capacity),
      fc.boolean(),
      (parties, a, r, ceiling, due) => {
        const waiting = parties.map(({ seats, quotaId }, i) => waits(String(i), seats, i + 1, { quotaId }));
        const pools = [aPool({ capacity: a }), reserve({ capacity: r, taken: 0, releasesAt: due ? now : later(1) })];
        const before = aSession({ ceiling, pools, waiting: waiting.reduce((sum, { seats }) => sum + seats, 0) });
        const { session, promoted: given } = settlement(before, [], waiting, now);
        const sum = (of: 'capacity' | 'taken') => session.pools.reduce((all, pool) => all + pool[of], 0);
        expect(sum('capacity')).toBe(a + r);
        expect(sum('taken')).toBeLessThanOrEqual(Math.min(a + r, ceiling ?? Infinity));
        expect(sum('taken')).toBe(given.reduce((all, { seats }) => all + seats, 0));
        expect(session.waiting).toBe(before.waiting - sum('taken'));
        for (const pool of session.pools) expect(pool.taken).toBeLessThanOrEqual(pool.capacity);
        expect(
          settlement(
            session,
            [],
            waiting.filter((w) => !given.includes(w)),
            now,
          ).promoted,
        ).toEqual([]);
      },
    ),
  );
});
