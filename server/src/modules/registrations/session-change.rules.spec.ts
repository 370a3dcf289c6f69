import {
  type Change,
  changedTimes as changed,
  changeProblems,
  type Drawing,
  displacedNames,
  displacing,
  effects,
  type Times,
} from './session-change.rules';

const now = new Date('2026-09-01T02:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const text = (hours: number) => at(hours).toISOString();
const times = (over: Partial<Times> = {}): Times => ({
  startsAt: at(48),
  endsAt: at(50),
  opensAt: null,
  closesAt: at(24),
  cancelsUntil: null,
  ...over,
});
const changedTimes = (before: Times, change: Change, elsewhere = false) => changed(before, change, elsewhere, now);
const fields = (after: Times, before = times(), draw: Drawing | null = null) =>
  changeProblems(before, after, draw, now).map(({ field }) => field);

test('a session that is moved lasts as long as it did, unless it is said', () => {
  expect(changedTimes(times(), { startsAt: text(72) })).toMatchObject({ startsAt: at(72), endsAt: at(74) });
  expect(changedTimes(times(), { startsAt: text(72), endsAt: text(73) })).toMatchObject({ endsAt: at(73) });
  expect(changedTimes(times(), { endsAt: text(51) })).toMatchObject({ startsAt: at(48), endsAt: at(51) });
});

test('a closing that was the start stays the start; one that was set stays', () => {
  expect(changedTimes(times({ closesAt: at(48) }), { startsAt: text(72) }).closesAt).toEqual(at(72));
  expect(changedTimes(times(), { startsAt: text(72) }).closesAt).toEqual(at(24));
  expect(changedTimes(times(), { closesAt: text(30) }).closesAt).toEqual(at(30));
});

test('the last moment to cancel keeps its distance to the start', () => {
  const before = times({ cancelsUntil: at(40) });
  expect(changedTimes(before, { startsAt: text(36) }).cancelsUntil).toEqual(at(28));
  expect(changedTimes(before, { startsAt: text(72) }).cancelsUntil).toEqual(at(64));
  expect(changedTimes(before, { endsAt: text(51) }).cancelsUntil).toEqual(at(40));
  expect(changedTimes(times(), { startsAt: text(72) }).cancelsUntil).toBeNull();
});

test('whom the news reaches after the last moment to cancel can cancel until the start', () => {
  const late = times({ cancelsUntil: at(-1) });
  expect(changedTimes(late, {}, true).cancelsUntil).toEqual(at(48));
  expect(changedTimes(late, { renamed: true }).cancelsUntil).toEqual(at(48));
  expect(changedTimes(late, { closesAt: text(20) }).cancelsUntil).toEqual(at(-1));
  expect(changedTimes(times({ cancelsUntil: at(10) }), { startsAt: text(30) }).cancelsUntil).toEqual(at(30));
});

test('when, where and what it is are told; when registration closes is not', () => {
  expect(changedTimes(times(), { startsAt: text(72) }).told).toBe(true);
  expect(changedTimes(times(), { endsAt: text(51) }).told).toBe(true);
  expect(changedTimes(times(), {}, true).told).toBe(true);
  expect(changedTimes(times(), { renamed: true }).told).toBe(true);
  expect(changedTimes(times(), { closesAt: text(20), opensAt: text(1) }).told).toBe(false);
});

test('nobody loses a seat of what has started, or starts within two hours', () => {
  const refused = (before: Times, after: Times, over = 3) => displacing(before, after, over, now).length === 1;
  expect(refused(times(), times())).toBe(false);
  expect(refused(times({ startsAt: at(-1) }), times({ startsAt: at(-1) }))).toBe(true);
  expect(refused(times({ startsAt: at(2) }), times({ startsAt: at(2) }))).toBe(true);
  expect(refused(times({ startsAt: at(1) }), times())).toBe(false);
  expect(refused(times({ startsAt: at(-1) }), times({ startsAt: at(-1) }), 0)).toBe(false);
});

test.each([
  ['nothing', times(), []],
  ['into the past', times({ startsAt: at(-2), closesAt: null }), ['startsAt']],
  ['ending before it starts', times({ endsAt: at(48) }), ['endsAt']],
  ['closing after its end', times({ closesAt: at(51) }), ['closesAt']],
  ['opening when it has closed', times({ opensAt: at(24) }), ['opensAt']],
])('a change to %s', (_, after, problems) => {
  expect(fields(after)).toEqual(problems);
});

test('what is over is not changed', () => {
  const over = times({ startsAt: at(-4), endsAt: at(-2), closesAt: null });
  expect(fields(over, over)).toEqual(['endsAt']);
});

test('a draw stays between closing and start, and its closed list stands', () => {
  const draw = { drawsAt: at(30), closed: false };
  expect(fields(times(), times(), draw)).toEqual([]);
  expect(fields(times({ closesAt: at(31) }), times(), draw)).toEqual(['startsAt']);
  expect(fields(times({ startsAt: at(29) }), times(), draw)).toEqual(['startsAt']);
  expect(fields(times({ startsAt: at(30) }), times(), draw)).toEqual(['startsAt']);
  expect(fields(times({ closesAt: at(26) }), times(), { ...draw, closed: true })).toEqual(['closesAt']);
  expect(fields(times({ startsAt: at(49) }), times(), { ...draw, closed: true })).toEqual([]);
});

test('who would lose their seat is named by a mask, and a long list is cut', () => {
  const party = { name: '刘小芳', phoneLast4: '0417', seats: 3 };
  expect(displacedNames([party, { name: '妈妈', phoneLast4: null, seats: 1 }]).map(({ message }) => message)).toEqual([
    '刘*芳，尾号 0417，3 人',
    '妈*，1 人',
  ]);
  const many = displacedNames(Array.from({ length: 42 }, () => party));
  expect([many.length, many.at(-1)]).toEqual([31, { field: 'displaced', message: '还有 12 份' }]);
});

test('a unit decides by how many are told and how many lose their seat', () => {
  expect(effects({ told: 0, displacedSeats: 0 })).toEqual([]);
  expect(effects({ told: 12, displacedSeats: 3 }).map(({ message }) => message)).toEqual([
    '已报名的 12 人会收到通知',
    '有 3 人要回到候补最前面',
  ]);
});
