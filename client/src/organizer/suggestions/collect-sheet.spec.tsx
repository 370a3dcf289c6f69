import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { renderPage } from '../../../test/support/page';
import { CollectSheet } from './CollectSheet';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const THEME = '社区食堂后厨开放日';

test('what was said on paper is written down as said of its activity, which brings the unit and the plan', async () => {
  const asked = api as unknown as jest.Mock;
  asked.mockImplementation(async (route: string) => ({
    items: route === 'GET /desk/events' ? [{ id: '7', theme: THEME, startsAt: null }] : [],
    nextCursor: null,
  }));
  renderPage(<CollectSheet onClose={jest.fn()} />);
  fireEvent.input(screen.getByLabelText('说了什么'), { target: { value: '盐少放一点' } });
  fireEvent.click(screen.getByRole('button', { name: /^哪个活动上说的/ }));
  fireEvent.click(await screen.findByText(THEME));
  expect(screen.queryByRole('button', { name: /^哪一份计划/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '录入' }));
  const body = { source: 'paper', kind: 'suggestion', text: '盐少放一点', eventId: '7' };
  await waitFor(() =>
    expect(asked).toHaveBeenCalledWith('POST /desk/suggestions', { body, idempotencyKey: expect.any(String) }),
  );
});
