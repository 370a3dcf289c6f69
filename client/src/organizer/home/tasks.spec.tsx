import type { DeskTask } from '@openday/shared/board';
import { dayOf } from '@openday/shared/dates';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { open } from '@/lib/routes';
import { renderPage } from '../../../test/support/page';
import { Tasks } from './Tasks';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/features/desk/may-act', () => ({ useMayAct: jest.fn() }));
jest.mock('@/lib/routes', () => ({ ...jest.requireActual('@/lib/routes'), open: jest.fn() }));
jest.mock('@/features/plans/usePlans', () => ({
  useOpenPlans: () => ({ plans: [], listed: true, none: false, failure: null, again: jest.fn() }),
}));
const asked = api as unknown as jest.Mock;
beforeEach(() => {
  jest.resetAllMocks();
  jest.mocked(useMayAct).mockReturnValue(true);
});

const DAY_MS = 86_400_000;
const day = (n: number) => dayOf(Date.now() + n * DAY_MS);
const session = {
  id: '1000000000000000001',
  theme: '高层住宅消防演练观摩',
  startsAt: new Date(Date.now() + DAY_MS).toISOString(),
  registered: 36,
};

test('tasks stand by the day they are due, overdue with today; each opens where it is done; then there is nothing else', async () => {
  const items: DeskTask[] = [
    { kind: 'suggestions', due: day(-1), at: new Date(Date.now() - DAY_MS).toISOString(), count: 2, session: null },
    { kind: 'doorStaff', due: day(0), at: null, count: 1, session },
    { kind: 'approvals', due: day(3), at: null, count: 6, session: { ...session, registered: null } },
  ];
  asked.mockResolvedValue({ items });
  renderPage(<Tasks />);
  await waitFor(() => expect(screen.getByText('今天到期 2 件')).toBeTruthy());
  expect(screen.getByText('过期了')).toBeTruthy();
  expect(screen.getByText('往后几天 1 件')).toBeTruthy();
  expect(screen.getByText('明天的场次还没有门口人员')).toBeTruthy();
  expect(screen.getByText(/高层住宅消防演练观摩 · .* · 已报名 36 人/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '安排人员' }));
  expect(open).toHaveBeenCalledWith('/organizer/door/index?id=1000000000000000001');
  expect(screen.getByText('做完这 3 件，就没有别的事了。')).toBeTruthy();
});

test('who only looks reads what waits, and is told to do none of it', async () => {
  jest.mocked(useMayAct).mockReturnValue(false);
  asked.mockResolvedValue({ items: [{ kind: 'doorStaff', due: day(0), at: null, count: 1, session }] });
  renderPage(<Tasks />);
  await waitFor(() => expect(screen.getByText('明天的场次还没有门口人员')).toBeTruthy());
  expect(screen.queryByRole('button', { name: '安排人员' })).toBeNull();
  expect(screen.queryByText(/就没有别的事了/)).toBeNull();
});

test('nothing to do is said', async () => {
  asked.mockResolvedValue({ items: [] });
  renderPage(<Tasks />);
  await waitFor(() => expect(screen.getByText('没有别的事了。')).toBeTruthy());
});

test('where it is not known whether something waits, that is said instead of that nothing does', async () => {
  asked.mockRejectedValueOnce(new Error('没有网络')).mockResolvedValue({ items: [] });
  renderPage(<Tasks />);
  await waitFor(() => expect(screen.getByText('要办的事可能没列全：没有网络')).toBeTruthy());
  expect(screen.queryByText('没有别的事了。')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await waitFor(() => expect(screen.getByText('没有别的事了。')).toBeTruthy());
});
