import type { Board } from '@openday/shared/board';
import { BOARD_NUMBERS } from '@openday/shared/reports';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { renderPage } from '../../../test/support/page';
import { NO_ASKS, queryOf, weeksQueryOf } from './board-asks';
import { Legend } from './Legend';
import { Weeks } from './Weeks';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
const asked = api as unknown as jest.Mock;
beforeEach(() => jest.resetAllMocks());

const sessions = (some: Partial<Board['sessions']>) => ({
  ...(Object.fromEntries(BOARD_NUMBERS.map((of) => [of, 0])) as Board['sessions']),
  ...some,
});
const board = (over: Partial<Board> = {}): Board => ({
  asOf: '2026-09-11T01:40:00.000Z',
  totals: {
    sessions: 9,
    planned: 200,
    plannedOpen: true,
    capacity: 350,
    registered: 241,
    checkedIn: 130,
    handCount: 0,
  },
  full: { part: 241, whole: 310 },
  came: { part: 92, whole: 110 },
  sessions: sessions({ planned: 9, capacity: 8, registered: 8, checkedIn: 5, noUpper: 1, unlimited: 1 }),
  ...over,
});
const week = (monday: string, over = {}) => ({
  ...{ week: '2026-W37', monday, sessions: 2, planned: 40, registered: 30, checkedIn: 20, handCount: null, ...over },
});

test('every number says how many sessions are behind it and opens them; what nobody has is a dash', () => {
  const onOf = jest.fn();
  renderPage(<Legend board={board()} of={null} onOf={onOf} />);
  fireEvent.click(screen.getByRole('button', { name: /^签到\s*130/ }));
  expect(onOf).toHaveBeenLastCalledWith('checkedIn');
  expect(screen.getByRole('button', { name: /^现场计数\s*—/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^报满\s*78%/ }));
  expect(onOf).toHaveBeenLastCalledWith('registered');
  expect(screen.getByRole('button', { name: /^到场\s*84%/ })).toBeTruthy();
});

test('pressing the number that is shown takes the choice back', () => {
  const onOf = jest.fn();
  renderPage(<Legend board={board()} of="checkedIn" onOf={onOf} />);
  fireEvent.click(screen.getByRole('button', { name: /^签到\s*130/ }));
  expect(onOf).toHaveBeenLastCalledWith(null);
});

test('a week says its numbers and opens its sessions; a week without any is there, and empty', async () => {
  const none = { sessions: 0, planned: null, registered: null, checkedIn: null };
  asked.mockResolvedValue({ items: [week('2026-09-07'), week('2026-09-14', none), week('2026-09-21')] });
  const onWeek = jest.fn();
  renderPage(<Weeks asks={NO_ASKS} onWeek={onWeek} />);
  const first = await screen.findByRole('button', {
    name: /9.7 那周，2 场，计划 40，报名 30，签到 20，现场计数 没有/,
  });
  fireEvent.click(first);
  expect(onWeek).toHaveBeenCalledWith('2026-09-07');
  expect(screen.getByRole('button', { name: /9.14 那周，0 场，没有场次/ })).toBeTruthy();
});

test('one week is no trend, and neither is a trend that could not be fetched', async () => {
  asked.mockResolvedValueOnce({ items: [week('2026-09-07')] });
  const { container, unmount } = renderPage(<Weeks asks={NO_ASKS} onWeek={jest.fn()} />);
  await waitFor(() => expect(asked).toHaveBeenCalled());
  expect(container.querySelector('.weeks')).toBeNull();
  unmount();
  asked.mockRejectedValueOnce(new ApiError('OFFLINE', '没有网络', 0));
  renderPage(<Weeks asks={NO_ASKS} onWeek={jest.fn()} />);
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(screen.queryByText('按周看')).toBeNull();
});

test('a week chosen on the chart stands for the period; the chart goes on showing the weeks around it', () => {
  const now = Date.parse('2026-09-11T01:40:00.000Z');
  const asks = { ...NO_ASKS, week: '2026-08-31', organizer: '1000000000000000001' };
  expect(queryOf(asks, now)).toEqual({
    organizer: '1000000000000000001',
    from: '2026-08-30T16:00:00.000Z',
    to: '2026-09-06T16:00:00.000Z',
  });
  expect(weeksQueryOf(asks, now)).toMatchObject({ from: '2026-07-26T16:00:00.000Z', to: '2026-10-11T16:00:00.000Z' });
});
