import { aFact, aPack, someCounts } from '../../../test/support/door';
import { isEnded } from './journal';
import { liveCount } from './tally';

const kept = { pack: aPack([]), upTo: 0, savedAt: '', offsetMs: 0 };
const polled = (handCount: number | null, upTo: number) => ({ counts: someCounts({ handCount }), upTo });
const step = { fact: aFact({ kind: 'count' as const }) };
const corrected = {
  fact: aFact({ id: 'device-0002', kind: 'correction' as const, seats: 40, reason: '照纸名单重数' }),
};

test('a correction is the hand count at once, whatever was tallied before and after', () => {
  expect(liveCount(kept, polled(12, 0), [step, corrected, step])).toMatchObject({ handCount: 40, corrected: true });
});

test('once the server counts it, the server’s number stands', () => {
  const known = [step, { ...corrected, ack: 2 }];
  expect(liveCount(kept, polled(40, 2), known)).toMatchObject({ handCount: 40, corrected: true });
  expect(liveCount(kept, polled(38, 2), known).handCount).toBe(38);
});

test('a correction that was set aside changes nothing', () => {
  const refused = { ...corrected, rejected: 'malformed' as const };
  expect(liveCount(kept, polled(12, 0), [refused, step])).toMatchObject({ handCount: 13, corrected: false });
});

test('a correction made at the desk holds at the door too: a step changes nothing any more', () => {
  const corrections = [{ seats: 40, by: '经办人', reason: '照纸名单重数', at: '' }];
  const atDesk = { counts: someCounts({ handCount: 40, corrections }), upTo: 0 };
  expect(liveCount(kept, atDesk, [step])).toMatchObject({ handCount: 40, corrected: true });
});

test('a correction after the end opens nothing again, once both are acknowledged', () => {
  const end = { fact: aFact({ id: 'device-0003', kind: 'end' as const }), ack: 2 };
  expect(isEnded([step, end, corrected].map((one, i) => ({ ...one, ack: i + 1 })))).toBe(true);
  expect(isEnded([{ ...step, ack: 1 }, end, corrected])).toBe(false);
  expect(isEnded([end, { ...step, ack: 3 }])).toBe(false);
});
