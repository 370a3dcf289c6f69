import type { ScanFact } from '@openday/shared/check-in';
import type { DoorRecord } from '@/platform/fact-storage';
import { aFact, anEntry, aPack, someCounts } from '../../../test/support/door';
import { isListBehind, liveCount, tallyOf } from './tally';

const liu = anEntry();
const wang = anEntry({ registrationId: '7000000000000000102', name: '王*军', seats: 1 });
const pack = aPack([liu, wang]);
const kept = (upTo = 0, roster = [liu, wang]) => ({
  pack: { ...pack, roster },
  upTo,
  savedAt: pack.now,
  offsetMs: 0,
});

let seq = 0;
const fact = (change: Partial<ScanFact>, ack?: number): DoorRecord => {
  seq += 1;
  const made = aFact({ id: `device-${seq}`, seq, ...change });
  return ack === undefined ? { fact: made } : { fact: made, ack };
};
const scan = (seats: number, ack?: number, who = liu) =>
  fact({ kind: 'scan', registrationId: who.registrationId, seats }, ack);

test('without network the count is the list and what was recorded here', () => {
  const records = [scan(2), scan(1, undefined, wang), fact({ kind: 'walkIn', seats: 4 })];
  expect(liveCount(kept(), null, records)).toEqual({
    corrected: false,
    checkedIn: 7,
    walkIns: 4,
    registered: 4,
    missing: 1,
    handCount: null,
  });
});

test('what the server has acknowledged and counted is not counted twice', () => {
  const records = [scan(2, 1), scan(1)];
  const polled = { counts: someCounts({ registered: 4, checkedIn: 2, missing: 2 }), upTo: 1 };
  expect(liveCount(kept(), polled, records)).toMatchObject({ checkedIn: 3, missing: 1 });
});

test('acknowledged after the poll went out: still added here', () => {
  const records = [scan(2, 1), scan(1, 2)];
  const polled = { counts: someCounts({ registered: 4, checkedIn: 2, missing: 2 }), upTo: 1 };
  expect(liveCount(kept(), polled, records)).toMatchObject({ checkedIn: 3, missing: 1 });
});

test('never more than the party, however often it is scanned', () => {
  const records = [scan(3), scan(3), scan(3)];
  expect(liveCount(kept(), null, records)).toMatchObject({ checkedIn: 3, missing: 1 });
});

test('undone: taken off again, also when the server knew it', () => {
  const known = scan(3, 1);
  const undo = fact({ kind: 'undo', ref: known.fact.id, seats: 0 });
  const polled = { counts: someCounts({ registered: 4, checkedIn: 3, missing: 1 }), upTo: 1 };
  const listed = kept(1, [{ ...liu, arrived: 3, arrivedAt: pack.now }, wang]);
  expect(liveCount(listed, polled, [known, undo])).toMatchObject({ checkedIn: 0, missing: 4 });
  expect(tallyOf([known, undo], 1).arrivals.get(liu.registrationId)).toEqual({ seats: -3, first: null });
});

test('what was set aside is not counted: the server never will', () => {
  const refused: DoorRecord = { ...scan(1), rejected: 'badCode' };
  expect(liveCount(kept(), null, [refused])).toMatchObject({ checkedIn: 0, missing: 4 });
});

test('the hand count is a number of its own', () => {
  const records = [
    fact({ kind: 'count', seats: 1 }),
    fact({ kind: 'count', seats: 1 }),
    fact({ kind: 'count', seats: -1 }),
  ];
  const polled = { counts: someCounts({ handCount: 40 }), upTo: 0 };
  expect(liveCount(kept(), polled, records)).toMatchObject({ checkedIn: 0, handCount: 41 });
});

test('A19 a door clock ten minutes off: arrivals stand at the server’s time', () => {
  const at = '2026-09-11T01:40:00.000Z';
  const records = [fact({ kind: 'scan', registrationId: liu.registrationId, seats: 1, at, clockOffsetMs: -600_000 })];
  expect(tallyOf(records, 0).arrivals.get(liu.registrationId)?.first).toBe('2026-09-11T01:30:00.000Z');
});

test('the list is fetched again only where others changed something', () => {
  const records = [scan(2, 1)];
  const polled = (checkedIn: number, registered = 4) => ({ counts: someCounts({ checkedIn, registered }), upTo: 1 });
  expect(isListBehind(kept(), polled(2), records)).toBe(false);
  expect(isListBehind(kept(), polled(3), records)).toBe(true);
  expect(isListBehind(kept(), polled(2, 3), records)).toBe(true);
});
