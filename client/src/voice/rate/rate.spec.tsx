import type { MyResponse, MyResponses } from '@openday/shared/responses';
import Taro from '@tarojs/taro';
import { screen } from '@testing-library/react';
import { useRated } from '@/features/registrations/useRated';
import { api } from '@/lib/api';
import { forgetAccount } from '@/lib/auth';
import { setTokens } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import RatePage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const MINE = '7000000000000000006';
const PARENTS = '7000000000000000007';
const account = {
  id: '1',
  role: 'resident' as const,
  name: '王女士',
  phoneLast4: '0000',
  over60: false,
  organizer: null,
};
const daysAway = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

function responses(): MyResponses {
  const response: MyResponse = {
    ...{ registrationId: MINE, satisfaction: 'good', clarity: 'clear', line: null, suggestionId: null },
    updatedAt: daysAway(-1),
  };
  const item = { name: '王女士', seats: 1, came: true };
  return {
    session: { id: '1', eventId: '2', theme: '走进社保大厅', startsAt: daysAway(-2), endsAt: daysAway(-2) },
    organizer: { id: '3', name: '社保中心' },
    items: [
      { ...item, registrationId: MINE, onBehalf: false, response },
      { ...item, registrationId: PARENTS, onBehalf: true, response: null },
    ],
    ...{ opensAt: daysAway(-2), closesAt: daysAway(28), now: daysAway(0) },
  };
}

const Card = ({ of }: { of: string }) => <p>{useRated(of) ? '改评价' : '评一评'}</p>;
const cards = () => {
  const { container, unmount } = renderPage([MINE, PARENTS].map((of) => <Card key={of} of={of} />) as never);
  const words = container.textContent;
  unmount();
  return words;
};

test('what was answered is known on this phone, each party of its own, until its owner signs out', async () => {
  Taro.clearStorageSync();
  setTokens({ accessToken: 'a', refreshToken: 'r', account });
  jest.mocked(api).mockResolvedValue(responses() as never);
  router.params = { session: '1' };
  expect(cards()).toBe('评一评评一评');
  const page = renderPage(<RatePage />);
  await screen.findByText('走进社保大厅');
  page.unmount();
  expect(cards()).toBe('改评价评一评');
  await forgetAccount();
  expect(cards()).toBe('评一评评一评');
});
