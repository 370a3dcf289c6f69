import { aRegistration } from '../../../test/support/wire';
import { standing } from './standing';

const NOW = Date.parse('2026-09-04T02:00:00.000Z');
const line = (...args: Parameters<typeof standing>) => standing(...args).line;

test('an offer says how many seats are held, and until when', () => {
  const offered = aRegistration({ status: 'offered', seats: 2, confirmBy: '2026-09-04T10:00:00.000Z' });
  expect(standing(offered, NOW)).toMatchObject({
    line: '轮到您了',
    sub: '给您留着 2 个名额，9月4日 晚上6:00 前定下来，过时让给后面的人',
  });
});

test('a place on the waiting list counts parties ahead, and people apart from them', () => {
  const waiting = aRegistration({ status: 'waitlisted', position: 3 });
  expect(standing(waiting, NOW, { waiting: 9 })).toEqual({
    line: '排在第 3 位',
    sub: '前面还有 2 份报名，一份可能不止一人。候补的一共 9 人。有人不来，按顺序补上，补上就有入场码。',
  });
  expect(standing({ ...waiting, position: 1 }, NOW).sub).toContain('下一个就是您');
});

test('who is held back is told so, and until when at the latest', () => {
  const held = aRegistration({ status: 'waitlisted', position: 2, heldBackUntil: '2026-09-30T02:00:00.000Z' });
  expect(line(held, NOW)).toBe('先排候补，排在第 2 位');
  expect(standing(held, NOW).sub).toContain('9月30日 上午10:00 还有名额就轮到您');
});

test.each([
  ['confirmed', '您抽中了，1 人都能来'],
  ['waitlisted', '这次没抽中，您排在候补第 4 位'],
  ['declined', '这次没抽中'],
  ['applied', '等抽签'],
] as const)('in a draw, %s is said as what the lot gave', (status, words) => {
  expect(line(aRegistration({ status, ticketNo: 12, position: status === 'waitlisted' ? 4 : null }), NOW)).toBe(words);
});

test('what the unit ended is told apart from what the resident cancelled, with the unit’s reason', () => {
  const removed = aRegistration({ status: 'cancelled', endReason: '重复报名' });
  expect(standing(removed, NOW)).toEqual({ line: '单位取消了这份报名', sub: '单位说：重复报名' });
  expect(line(aRegistration({ status: 'cancelled' }), NOW)).toBe('您取消了');
});
