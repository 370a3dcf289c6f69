import { finalSince, lateOf, type ReceivedFact } from './final.rules';

let made = 0;
const at = (minute: number) => new Date(Date.UTC(2026, 8, 11, 3, minute));
const fact = (deviceId: string, seq: number, minute: number, kind: ReceivedFact['kind'] = 'walkIn'): ReceivedFact => ({
  id: `f${++made}`,
  deviceId,
  seq,
  kind,
  registrationId: null,
  ref: null,
  seats: 1,
  at: 0,
  receivedAt: at(minute),
});
const [east, west] = ['east', 'west'].map((deviceId) => ({ deviceId, excusedAt: null }));
const whole = [fact('east', 1, 1), fact('east', 2, 5, 'end')];

test('A26 figures are final when the last device is whole, not before', () => {
  expect(finalSince(whole, [east!])).toEqual(at(5));
  expect(finalSince(whole, [east!, west!])).toBeNull();
  expect(finalSince([...whole, fact('west', 2, 6, 'end')], [east!, west!])).toBeNull();
  expect(finalSince([...whole, fact('west', 2, 6, 'end'), fact('west', 1, 9)], [east!, west!])).toEqual(at(9));
});

test('A26 an excused device is waited for from then on no more', () => {
  const lost = { ...west!, excusedAt: at(20) };
  expect(finalSince(whole, [east!, lost])).toEqual(at(20));
  const found = [...whole, fact('west', 1, 30), fact('west', 3, 30)];
  expect(finalSince(found, [east!, lost])).toEqual(at(20));
  expect(lateOf(found, at(20))).toHaveLength(2);
});

test('excused and whole all the same: final since the earlier', () => {
  expect(finalSince(whole, [{ ...east!, excusedAt: at(3) }])).toEqual(at(3));
  expect(finalSince(whole, [{ ...east!, excusedAt: at(9) }])).toEqual(at(5));
});

test('a correction after the end changes the number and reopens nothing; a device used again does', () => {
  const corrected = [...whole, fact('east', 3, 40, 'correction')];
  expect(finalSince(corrected, [east!])).toEqual(at(5));
  expect(lateOf(corrected, at(5))).toEqual([]);
  const again = [...whole, fact('east', 3, 40)];
  expect(finalSince(again, [east!])).toBeNull();
  expect(finalSince([...again, fact('east', 4, 50, 'end')], [east!])).toEqual(at(50));
});

test('without any device nothing is final, but a hand count somebody gave with a reason is', () => {
  expect(finalSince([], [])).toBeNull();
  expect(finalSince([fact('desk', 1, 2, 'correction')], [])).toEqual(at(2));
});
