import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { renderPage } from '../../../test/support/page';
import CalendarPage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const calls = api as unknown as jest.Mock<Promise<unknown>, [string]>;
const NOTHING = { total: 0, open: 0, days: [], forms: [], topics: [], organizers: [] };

test('of the days of a month nobody knows it is not said that there is nothing on', async () => {
  calls.mockRejectedValue(new ApiError('OFFLINE', '没有网络', 0));
  renderPage(<CalendarPage />);
  const again = await screen.findByText('再试一次');
  expect(screen.getAllByLabelText(/^\d+月\d+日/)).not.toHaveLength(0);
  expect(screen.queryAllByLabelText(/没有活动/)).toHaveLength(0);

  calls.mockImplementation(async (route) =>
    route === 'GET /sessions/summary' ? NOTHING : { items: [], nextCursor: null },
  );
  fireEvent.click(again);
  await waitFor(() => expect(screen.queryAllByLabelText(/没有活动/).length).toBeGreaterThan(27));
});
