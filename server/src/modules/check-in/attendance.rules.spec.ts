import * as fc from 'fast-check';
import { aDoorWorld, type DoorWorld, shuffled } from '../../../test/support/door-world';
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

/** FAULTS=full is the size of the acceptance; what fails is printed with its seed, to be replayed. */
const FULL = process.env.FAULTS === 'full';
const DEVICES = ['east', 'west', 'north', 'south', 'desk'];

const storedOf = ({ facts }: DoorWorld): Fact[] =>
  facts.map(({ device, party, ...rest }) => ({
    ...rest,
    deviceId: DEVICES[device]!,
    registrationId: party === null ? null : `r${party}`,
  }));

/** What is filed and shown of these facts. */
function reportOf(facts: Fact[], { parties }: DoorWorld): string {
  const named = parties.map((seats, i) => ({ id: `r${i}`, seats, name: `某${i}` }));
  const { arrivals, ...numbers } = attendanceOf(facts, named);
  return JSON.stringify({ numbers, arrivals: [...arrivals], conflicts: conflictsOf(arrivals, named, (id) => id) });
}

test('A20 five devices, overlapping facts, 120 upload orders with repeats: one attendance, one conflict report', () => {
  const world = aDoorWorld(DEVICES.length, FULL ? 2000 : 400, 20);
  const facts = storedOf(world);
  const expected = reportOf(facts, world);
  expect(expected).toContain('"kind":"twoDoors"');
  expect(expected).toContain('"kind":"overParty"');
  fc.assert(
    fc.property(fc.integer(), (seed) => reportOf(shuffled(facts, seed), world) === expected),
    { numRuns: 120 },
  );
});

test('A20 whatever the facts are: any order with any repeats says the same', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, order, each) => {
      const world = aDoorWorld(3, each, seed);
      const facts = storedOf(world);
      return reportOf(shuffled(facts, order), world) === reportOf(facts, world);
    }),
    { numRuns: 200 },
  );
});

test('A26 a missing sequence and a device that never said end are named', () => {
  const seqs = (...numbers: number[]) => numbers.map((seq) => fact({ seq }));
  expect(sequenceOf(seqs(1, 2, 3, 4, 8, 9))).toEqual({ lastSeq: 9, missing: [[5, 7]], ended: false });
  expect(sequenceOf([...seqs(2, 1), fact({ seq: 3, kind: 'end' })])).toEqual({ lastSeq: 3, missing: [], ended: true });
  expect(sequenceOf([])).toEqual({ lastSeq: 0, missing: [], ended: false });
  const more = (kind: Fact['kind']) => sequenceOf([...seqs(1), fact({ seq: 2, kind: 'end' }), fact({ seq: 3, kind })]);
  expect(more('correction')).toEqual({ lastSeq: 3, missing: [], ended: true });
  expect(more('scan')).toEqual({ lastSeq: 3, missing: [], ended: false });
});
