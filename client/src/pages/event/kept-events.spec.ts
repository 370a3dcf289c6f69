import Taro from '@tarojs/taro';
import { anEvent } from '../../../test/support/wire';
import { keepEvent, keptEvent } from './kept-events';

beforeEach(() => Taro.clearStorageSync());

test('an activity looked at is there again, with when it was seen', () => {
  keepEvent(anEvent({ id: '7' }), '2026-09-04T02:20:00.000Z');
  expect(keptEvent('7')).toMatchObject({ at: '2026-09-04T02:20:00.000Z', event: { id: '7' } });
  expect(keptEvent('8')).toBeNull();
});

test('only the last dozen stay', () => {
  for (let n = 10; n < 30; n++) keepEvent(anEvent({ id: String(n) }), `2026-09-04T02:${n}:00.000Z`);
  expect(keptEvent('17')).toBeNull();
  expect(keptEvent('18')).not.toBeNull();
  expect(keptEvent('29')).not.toBeNull();
});
