import type { DeviceState } from '@openday/shared/check-in';
import type { DoorRecord } from '@/platform/fact-storage';
import { aFact, someCounts } from '../../../test/support/door';
import { closingOf, mayExcuse, stretchesOf } from './closing-state';

const device = (change: Partial<DeviceState> = {}): DeviceState => ({
  deviceId: 'd1',
  name: '',
  operator: '小周',
  lastSeq: 21,
  missing: [],
  ended: false,
  lastAt: null,
  excused: null,
  ...change,
});
const third = device({ deviceId: 'd3', operator: '小林', lastSeq: 8, missing: [[5, 7]] });
const sent: DoorRecord[] = [{ fact: aFact(), ack: 1 }];
const ended: DoorRecord[] = [...sent, { fact: aFact({ id: 'device-0002', seq: 2, kind: 'end' }), ack: 2 }];

test('A26 a missing sequence: the closing names the device and whom to ask', () => {
  const counts = someCounts({ devices: [third, device()] });
  expect(closingOf(counts, sent, true, 'd9')).toMatchObject({
    ok: false,
    act: 'check',
    title: '还差 3 条，先别结束',
    sub: '请让小林打开 2 号机的“门口签到”，连上网会自己补传；交不齐的，在下面说明。',
  });
});

test('A26 a device that never said end: how many are awaited', () => {
  const counts = someCounts({ devices: [device({ ended: true }), device({ deviceId: 'd2' })] });
  expect(closingOf(counts, ended, true, 'd9')).toMatchObject({ ok: false, title: '这台手机结束了，还等 1 台' });
});

test('what this phone has not sent yet comes before everything', () => {
  const counts = someCounts({ devices: [device()] });
  expect(closingOf(counts, [{ fact: aFact() }], true, 'd9')).toMatchObject({
    ok: false,
    title: '这台手机还有 1 条没传',
  });
});

test('without network nothing is called whole', () => {
  const counts = someCounts({ devices: [device()], final: true });
  expect(closingOf(counts, sent, false, 'd9')).toMatchObject({ ok: false, act: 'check' });
  expect(closingOf(null, sent, true, 'd9')).toMatchObject({ ok: false, act: 'check' });
});

test('A26 nothing is called whole while another device has not said end: it may hold records nobody knows of', () => {
  const counts = someCounts({ devices: [device({ name: '东门' }), device({ deviceId: 'd9', lastSeq: 12 })] });
  expect(closingOf(counts, sent, true, 'd9')).toMatchObject({
    act: 'end',
    title: '这台手机都传完了，可以结束',
    sub: '东门还没结束，都结束了数字才算齐。',
  });
});

test('the last device to end: all there; all ended: done', () => {
  const counts = someCounts({ devices: [device({ ended: true }), device({ deviceId: 'd9', lastSeq: 12 })] });
  expect(closingOf(counts, sent, true, 'd9')).toMatchObject({
    ok: true,
    act: 'end',
    sub: '33 条一条不少，可以结束这一场。',
  });
  expect(closingOf({ ...counts, final: true }, ended, true, 'd9')).toMatchObject({ ok: true, act: 'done' });
});

test('who never stood at this door is not asked to end it, but told who is', () => {
  const counts = someCounts({ devices: [device({ name: '东门' }), device({ deviceId: 'd2', ended: true })] });
  expect(closingOf(counts, [], true, 'desk')).toMatchObject({
    act: 'check',
    title: '还等 1 台手机结束',
    sub: '请东门也点“结束这一场”；交不齐的，在下面说明。',
  });
});

test('where no phone took the list, the hand count alone closes the session', () => {
  expect(closingOf(someCounts(), [], true, 'desk')).toMatchObject({ ok: false, title: '还没有手机存过名单' });
  expect(closingOf(someCounts({ handCount: 45 }), [], true, 'desk')).toMatchObject({ ok: true, act: 'done' });
});

test('a sequence is drawn as stretches with its gaps', () => {
  expect(stretchesOf(third)).toEqual([
    { have: true, length: 4 },
    { have: false, length: 3 },
    { have: true, length: 1 },
  ]);
  expect(stretchesOf(device({ lastSeq: 0 }))).toEqual([]);
});

const lost = { by: '小周', reason: '手机丢了', at: new Date().toISOString() };

test('A26 a device somebody answered for is waited for no more: not its gaps, not its end', () => {
  const others = [device({ ended: true }), { ...third, excused: lost }, device({ deviceId: 'd4', excused: lost })];
  expect(closingOf(someCounts({ devices: others }), sent, true, 'd1')).toMatchObject({ ok: true, act: 'end' });
  expect(others.map(mayExcuse)).toEqual([false, false, false]);
  expect([third, device(), device({ lastSeq: 0 })].map(mayExcuse)).toEqual([true, true, true]);
});

test('what the server would not take holds this phone up until somebody answered for it', () => {
  const aside: DoorRecord[] = [{ fact: aFact(), rejected: 'malformed' }];
  const withOwn = (excused: DeviceState['excused']) => someCounts({ devices: [device({ excused })] });
  expect(closingOf(withOwn(null), aside, true, 'd1')).toMatchObject({ ok: false, act: 'check' });
  expect(closingOf(withOwn(lost), aside, true, 'd1')).toMatchObject({ ok: true, act: 'end' });
});
