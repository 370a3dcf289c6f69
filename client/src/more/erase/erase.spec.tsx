import type { RegistrationStatus } from '@openday/shared/registrations';
import { screen } from '@testing-library/react';
import { api } from '@/lib/api';
import { setTokens } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import ErasePage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const calls = api as unknown as jest.Mock<Promise<unknown>>;
const one = (status: RegistrationStatus, at: number) => ({
  id: `700000000000000000${at}`,
  theme: '走进社保大厅',
  startsAt: '2099-09-10T01:00:00.000Z',
  endsAt: '2099-09-10T02:00:00.000Z',
  name: '王女士',
  seats: 2,
  status,
});

test.each<[RegistrationStatus[], string]>([
  [['confirmed', 'offered', 'waitlisted'], '3 份报名会取消，马上空出 4 个名额'],
  [['waitlisted', 'applied'], '2 份报名会取消，不再排了'],
])('of what is %s, it is said how many seats come free', async (statuses, head) => {
  const account = {
    id: '1',
    role: 'resident',
    name: '王女士',
    phoneLast4: '0000',
    over60: false,
    organizer: null,
  } as const;
  setTokens({ accessToken: 'a', refreshToken: 'r', account });
  calls.mockResolvedValue({ cancels: statuses.map(one), emptied: 0, follows: 0 });
  renderPage(<ErasePage />);
  await screen.findByText(head);
  expect(screen.queryAllByText(/候补/)).toHaveLength(1);
  expect(screen.queryByText(/报上了/)).toBeNull();
});
