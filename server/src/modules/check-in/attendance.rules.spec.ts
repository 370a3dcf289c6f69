import * as fc from 'fast-check';
import { attendanceOf, conflictsOf, type Fact, sequenceOf } from './attendance.rules';

let made = 0;
const fact = (over: Partial<Fact> = {}): Fact => {
  made++;
  return {
    id: `f${made}`,
    deviceId: 'east',
    seq: made,
    kind: 'scan',
    registrationId: 'r1',
    ref: null,
    seats: 1,
    at: made,
    ...over,
  };
};
const named = (deviceId: string) => (deviceId === 'east' ? '东门' : deviceId);
const party = { id: 'r1', seats: 3, name: '刘*芳' };

test('a party of three may come in two scans', () => {
  const { arrivals, checkedIn } = attendanceOf([fact({ seats: 2, at: 20 }), fact({ seats: 1, at: 10 })], [party]);
  expect(arrivals.get('r1')).toMatchObject({ seats: 3, scanned: 3, at: 10 });
  expect(checkedIn).toBe(3);
});

test('more than the party counts as the party and is shown as a conflict, by doors', () => {
  const one = attendanceOf([fact({ seats: 3 }), fact({ seats: 1 })], [party]);
  expect(one.checkedIn).toBe(3);
  expect(conflictsOf(one.arrivals, [party], named)).toMatchObject([
    {
      registrationId: 'r1',
      name: '刘*芳',
      kind: 'overParty',
      party: 3,
      scanned: 4,
      doors: [{ name: '东门', seats: 4 }],
    },
  ]);
  const two = attendanceOf([fact({ seats: 3 }), fact({ seats: 3, deviceId: 'west' })], [party]);
  expect(conflictsOf(two.arrivals, [party], named)[0]).toMatchObject({
    kind: 'twoDoors',
    scanned: 6,
    doors: [
      { name: '东门', seats: 3 },
      { name: 'west', seats: 3 },
    ],
  });
});

test('an undone fact counts no more, even when its undo arrives first', () => {
  const scan = fact({ seats: 3 });
  const undo = fact({ kind: 'undo', ref: scan.id, registrationId: null });
  expect(attendanceOf([undo, scan], [party]).checkedIn).toBe(0);
});

test('walk-ins count, the hand count stays apart, a correction replaces it', () => {
  const facts = [
    fact({ kind: 'walkIn', registrationId: null, seats: 2 }),
    fact({ kind: 'count', registrationId: null, seats: 1 }),
    fact({ kind: 'count', registrationId: null, seats: 1 }),
    fact({ kind: 'count', registrationId: null, seats: -1 }),
  ];
  expect(attendanceOf(facts, [])).toMatchObject({ checkedIn: 2, walkIns: 2, handCount: 1 });
  expect(attendanceOf([...facts, fact({ kind: 'correction', registrationId: null, seats: 51 })], []).handCount).toBe(
    51,
  );
  expect(attendanceOf([], []).handCount).toBeNull();
});

test('A20 any upload order with any repeats gives the same attendance and conflicts', () => {
  const facts = Array.from({ length: 60 }, (_, i) =>
    fact({
      id: `x${i}`,
      registrationId: `r${i % 7}`,
      deviceId: `d${i % 5}`,
      seq: i,
      seats: 1 + (i % 3),
      at: i * 7,
      ...(i % 11 === 0 && { kind: 'undo' as const, ref: `x${(i * 5) % 60}`, registrationId: null }),
    }),
  );
  const parties = Array.from({ length: 7 }, (_, i) => ({ id: `r${i}`, seats: 1 + (i % 4), name: '某' }));
  const result = (all: Fact[]) => {
    const { arrivals, ...rest } = attendanceOf(all, parties);
    return { ...rest, arrivals: [...arrivals].sort(), conflicts: conflictsOf(arrivals, parties, named) };
  };
  const expected = result(facts);
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.subarray(facts), (order, repeats) => {
      expect(result([...order, ...repeats])).toEqual(expected);
    }),
  );
});

test('A26 a missing sequence and a device that never said end are named', () => {
  const seqs = (...numbers: number[]) => numbers.map((seq) => fact({ seq }));
  expect(sequenceOf(seqs(1, 2, 3, 4, 8, 9))).toEqual({ lastSeq: 9, missing: [[5, 7]], ended: false });
  expect(sequenceOf([...seqs(2, 1), fact({ seq: 3, kind: 'end' })])).toEqual({ lastSeq: 3, missing: [], ended: true });
  expect(sequenceOf([])).toEqual({ lastSeq: 0, missing: [], ended: false });
});
