import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { useDoorState } from '@/features/door/door-state';
import { recordsOf } from '@/features/door/journal';
import { aPack, keepPack, newDoor, SESSION, someCounts } from '../../../test/support/door';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import ClosingPage from './index';

jest.mock('@/features/door/sync', () => ({
  watchDoor: () => () => undefined,
  nudge: jest.fn(),
  syncNow: jest.fn(async () => undefined),
}));

const asked = Taro.showModal as unknown as jest.Mock<Promise<{ confirm: boolean }>, [{ content: string }]>;
const ends = () => recordsOf(SESSION).filter(({ fact }) => fact.kind === 'end').length;
const tapEnd = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: '结束这一场' })));

beforeEach(async () => {
  asked.mockReset();
  await newDoor();
  router.params = { id: SESSION };
  useDoorState.setState({
    link: 'online',
    counts: { [SESSION]: { counts: someCounts({ checkedIn: 3, missing: 49 }), upTo: 0 } },
  });
});

test('one tap asks, and 再等等 ends nothing', async () => {
  await keepPack(aPack([]));
  asked.mockResolvedValue({ confirm: false });
  renderPage(<ClosingPage />);
  await tapEnd();
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    title: '结束这一场？',
    content: '活动还没到结束时间，还有 49 人没到。结束后名单从这台手机删掉。',
    confirmText: '结束',
    cancelText: '再等等',
  });
  expect(ends()).toBe(0);
});

test('a session that is over is ended after asking, once', async () => {
  const pack = aPack([]);
  await keepPack({ ...pack, session: { ...pack.session, endsAt: new Date(Date.now() - 1000).toISOString() } });
  asked.mockResolvedValue({ confirm: true });
  renderPage(<ClosingPage />);
  await tapEnd();
  expect(asked.mock.calls[0]?.[0].content).toBe('还有 49 人没到。结束后名单从这台手机删掉。');
  expect(ends()).toBe(1);
});
