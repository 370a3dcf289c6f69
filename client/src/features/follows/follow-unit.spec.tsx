import { act, fireEvent, screen } from '@testing-library/react';
import { api } from '@/lib/api';
import { setTokens } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { FollowUnitPill } from './FollowUnit';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

test('what was asked before the press, and is answered after it, does not undo it', async () => {
  const account = { id: '1', role: 'resident', name: '', phoneLast4: null, over60: false, organizer: null } as const;
  setTokens({ accessToken: 'a', refreshToken: 'r', account });
  let answersLate = (_: { following: boolean }) => {};
  (api as unknown as jest.Mock).mockImplementation((route: string) =>
    route.startsWith('GET') ? new Promise((resolve) => (answersLate = resolve)) : Promise.resolve({ following: true }),
  );
  renderPage(<FollowUnitPill organizerId="7" />);
  fireEvent.click(screen.getByText('关注'));
  await screen.findByText('已关注');
  answersLate({ following: false });
  // Until what came of it is drawn.
  await act(() => new Promise((done) => setTimeout(done, 50)));
  expect(screen.queryByText('已关注')).not.toBeNull();
});
