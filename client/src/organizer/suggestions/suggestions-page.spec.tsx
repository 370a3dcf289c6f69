import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { offline } from '@/lib/api-error';
import { useAccount } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import SuggestionsPage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/lib/tokens', () => ({ ...jest.requireActual('@/lib/tokens'), useAccount: jest.fn() }));

const asked = api as unknown as jest.Mock;
const none = { stages: { new: 0, working: 0, waiting: 0, done: 0 }, sources: {}, phone: {} };
const answer = async (route: string) =>
  route === 'GET /desk/suggestions' ? { items: [], nextCursor: null } : { items: [], ...none };

beforeEach(() => {
  jest.resetAllMocks();
  (useAccount as jest.Mock).mockReturnValue({ id: '1', role: 'organizer', name: '', organizer: null });
});

test('without network the page says so once, and one press reads all of it again', async () => {
  asked.mockImplementation(async () => {
    throw offline();
  });
  renderPage(<SuggestionsPage />);
  await waitFor(() => expect(screen.getByText('这一页没打开')).toBeTruthy());
  asked.mockImplementation(answer);
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await waitFor(() => expect(screen.queryByText('这一页没打开')).toBeNull());
  await waitFor(() => expect(screen.getByText('没有待接的')).toBeTruthy());
});

test('one list alone that does not open says so in its column; the others stay', async () => {
  asked.mockImplementation(async (route: string, { query }: { query?: { stage?: string } } = {}) => {
    if (query?.stage === 'done') throw offline();
    return answer(route);
  });
  renderPage(<SuggestionsPage />);
  await waitFor(() => expect(screen.getByText('这一页没打开')).toBeTruthy());
  expect(screen.getByText('没有待接的')).toBeTruthy();
});
