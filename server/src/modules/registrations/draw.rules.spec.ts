import type { DrawView } from '@openday/shared/draws';
import * as fc from 'fast-check';
import { commitmentOf, type DrawPool, draw, type Lot, listHashOf, seedOf } from './draw.rules';
import { drawDifference } from './draw-check.rules';

const SESSION = '1234567890123456789';
const NAMES = ['居民', '企业代表', '人大代表'];

const pools: fc.Arbitrary<DrawPool[]> = fc.tuple(
  ...NAMES.map((name) => fc.record({ name: fc.constant(name), capacity: fc.nat(20) })),
);
const lots: fc.Arbitrary<Lot[]> = fc
  .array(
    fc.record({
      quota: fc.constantFrom(...NAMES),
      seats: fc.integer({ min: 1, max: 6 }),
      joinWaitlist: fc.boolean(),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((lot, i) => ({ ...lot, ticketNo: i + 1 })));
const ceiling = fc.option(fc.nat(40));
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const seed = secret.map((bytes) => bytes.toString('hex'));

const seatsOf = (all: Lot[], won: (lot: Lot) => boolean) => all.filter(won).reduce((sum, { seats }) => sum + seats, 0);

test('every ticket has one outcome, whole parties only, never above a pool or the ceiling', () => {
  fc.assert(
    fc.property(seed, lots, pools, ceiling, (from, all, to, limit) => {
      const drawn = draw(from, all, to, limit);
      expect(drawn.map(({ ticketNo }) => ticketNo).sort((a, b) => a - b)).toEqual(all.map(({ ticketNo }) => ticketNo));
      const outcome = new Map(drawn.map((one) => [one.ticketNo, one.outcome]));
      const won = ({ ticketNo }: Lot) => outcome.get(ticketNo) === 'confirmed';
      for (const { name, capacity } of to)
        expect(seatsOf(all, (lot) => lot.quota === name && won(lot))).toBeLessThanOrEqual(capacity);
      if (limit !== null) expect(seatsOf(all, won)).toBeLessThanOrEqual(limit);
      for (const lot of all) {
        const others = ['confirmed', lot.joinWaitlist ? 'waitlisted' : 'declined'];
        expect(lot.withdrawn ? ['withdrawn'] : others).toContain(outcome.get(lot.ticketNo));
      }
    }),
  );
});

test('in a pool’s drawn order nobody is passed over who still fitted', () => {
  fc.assert(
    fc.property(seed, lots, pools, (from, all, to) => {
      const bySeat = new Map(all.map((lot) => [lot.ticketNo, lot]));
      const free = new Map(to.map(({ name, capacity }) => [name, capacity]));
      for (const { ticketNo, outcome } of draw(from, all, to, null)) {
        const { quota, seats, withdrawn } = bySeat.get(ticketNo)!;
        if (withdrawn) continue;
        expect(outcome === 'confirmed').toBe(seats <= free.get(quota)!);
        if (outcome === 'confirmed') free.set(quota, free.get(quota)! - seats);
      }
    }),
  );
});

test('places count from 1 in each pool, without gaps', () => {
  fc.assert(
    fc.property(seed, lots, pools, ceiling, (from, all, to, limit) => {
      const drawn = draw(from, all, to, limit);
      for (const name of NAMES) {
        const mine = new Set(all.filter((lot) => lot.quota === name && !lot.withdrawn).map(({ ticketNo }) => ticketNo));
        const places = drawn.filter(({ ticketNo }) => mine.has(ticketNo)).map(({ order }) => order);
        expect(places).toEqual(places.map((_, i) => i + 1));
      }
    }),
  );
});

test('the same input draws the same, in whatever order the list is given', () => {
  fc.assert(
    fc.property(seed, lots, pools, ceiling, (from, all, to, limit) => {
      expect(draw(from, [...all].reverse(), to, limit)).toEqual(draw(from, all, to, limit));
      expect(listHashOf(SESSION, [...all].reverse())).toBe(listHashOf(SESSION, all));
    }),
  );
});

test('a changed list changes the hash, and another number the seed', () => {
  const changes: ((lot: Lot) => Lot)[] = [
    (lot) => ({ ...lot, seats: lot.seats + 1 }),
    (lot) => ({ ...lot, joinWaitlist: !lot.joinWaitlist }),
    (lot) => ({ ...lot, quota: `${lot.quota}二` }),
    (lot) => ({ ...lot, ticketNo: lot.ticketNo + 1000 }),
  ];
  fc.assert(
    fc.property(lots, fc.nat(59), fc.constantFrom(...changes), secret, (all, at, change, bytes) => {
      fc.pre(all.length > 0);
      const hash = listHashOf(SESSION, all);
      const place = at % all.length;
      expect(
        listHashOf(
          SESSION,
          all.map((lot, i) => (i === place ? change(lot) : lot)),
        ),
      ).not.toBe(hash);
      expect(listHashOf(SESSION, all.slice(1))).not.toBe(hash);
      expect(listHashOf('1234567890123456788', all)).not.toBe(hash);
      expect(seedOf(bytes, hash, '070312')).not.toBe(seedOf(bytes, hash, '070313'));
    }),
  );
});

test('every ticket is drawn first about as often: 2,000 draws of four', () => {
  const four = [1, 2, 3, 4].map((ticketNo) => ({
    ticketNo,
    quota: '居民',
    seats: 1,
    joinWaitlist: false,
    withdrawn: false,
  }));
  const first = new Map<number, number>();
  for (let i = 0; i < 2000; i++) {
    const winner = draw(seedOf(Buffer.alloc(32, 7), listHashOf(SESSION, four), String(i)), four, [], null)[0]!.ticketNo;
    first.set(winner, (first.get(winner) ?? 0) + 1);
  }
  // Fixed input: the counts are always the same; 500 ± 4 standard deviations is fair.
  for (const ticketNo of [1, 2, 3, 4]) expect(Math.abs((first.get(ticketNo) ?? 0) - 500)).toBeLessThan(78);
});

test('a known draw stays as it is: hashes that others have computed must not change', () => {
  const bytes = Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex');
  const list = [
    { ticketNo: 1, quota: '居民', seats: 2, joinWaitlist: true, withdrawn: false },
    { ticketNo: 2, quota: '居民', seats: 1, joinWaitlist: false, withdrawn: false },
  ];
  expect(commitmentOf(bytes)).toMatchInlineSnapshot(
    `"4773d12e2371bb935b9a0f5439b4a1c3ad3f2414b86980f8418d1cfabdfadfef"`,
  );
  const hash = listHashOf(SESSION, list);
  expect(hash).toMatchInlineSnapshot(`"fa5dc2a822ce50b25f0fd4999382dee1661994713a352b0c193878b898ad6cda"`);
  expect(seedOf(bytes, hash, '070312')).toMatchInlineSnapshot(
    `"0efd5acb5ca50b674e51a371f5533a9f1916f76ceb02bfc71d8b4a652ac0d8b4"`,
  );
});

function published(all: Lot[], to: DrawPool[], limit: number | null, bytes: Buffer): DrawView {
  const listHash = listHashOf(SESSION, all);
  const from = seedOf(bytes, listHash, '070312');
  const drawn = new Map(draw(from, all, to, limit).map((one) => [one.ticketNo, one]));
  return {
    sessionId: SESSION,
    theme: '开放日',
    startsAt: '2026-09-06T01:30:00.000Z',
    commitment: commitmentOf(bytes),
    drawsAt: '2026-09-01T01:30:00.000Z',
    publicSource: '某日公布的公开数字',
    applied: all.length,
    listHash,
    result: {
      secret: bytes.toString('hex'),
      listHash,
      publicNumber: '070312',
      seed: from,
      drawnAt: '2026-09-01T01:30:00.000Z',
      quotas: to,
      ceiling: limit,
      entries: all.map((lot) => ({ ...lot, name: '刘*芳', ...drawn.get(lot.ticketNo)! })),
    },
  };
}

test('a published draw is repeated, and whatever is altered in it is named', () => {
  fc.assert(
    fc.property(lots, pools, ceiling, secret, (all, to, limit, bytes) => {
      const view = published(all, to, limit, bytes);
      expect(drawDifference(view)).toBeNull();
      const result = view.result!;
      const altered = (over: Partial<typeof result>) => drawDifference({ ...view, result: { ...result, ...over } });
      expect(drawDifference({ ...view, commitment: '0'.repeat(64) })).toContain('密钥');
      expect(drawDifference(view, '0'.repeat(64))).toContain('事先');
      expect(altered({ publicNumber: '070313' })).toContain('种子');
      const [one, ...rest] = result.entries;
      if (!one) return;
      expect(altered({ entries: rest })).toContain('名单');
      expect(altered({ entries: [{ ...one, seats: one.seats + 1 }, ...rest] })).toContain('名单');
      const better = one.outcome === 'confirmed' ? ('declined' as const) : ('confirmed' as const);
      expect(altered({ entries: [{ ...one, outcome: better }, ...rest] })).not.toBeNull();
      expect(altered({ entries: [{ ...one, order: one.order + 1 }, ...rest] })).toContain('次序');
    }),
  );
});
