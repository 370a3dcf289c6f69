import { screen } from '@testing-library/react';
import { api } from '@/lib/api';
import { offline } from '@/lib/api-error';
import { anEntry, aPack, keepPack, newDoor, SESSION } from '../../../test/support/door';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import PaperPage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn(), apiIfChanged: jest.fn() }));

beforeEach(async () => {
  await newDoor();
  router.params = { id: SESSION };
});

test('a desk that keeps no list prints it all the same, as no device of the door', async () => {
  jest.mocked(api).mockResolvedValue(aPack([anEntry({ seats: 3 })]));
  renderPage(<PaperPage />);
  await screen.findByText(/1 份 · 3 人/);
  expect(jest.mocked(api)).toHaveBeenCalledWith(
    'GET /check-in/sessions/:id/pack',
    expect.objectContaining({ params: { id: SESSION }, query: {} }),
  );
});

test('without network the list on this device is what is printed', async () => {
  jest.mocked(api).mockRejectedValue(offline());
  await keepPack(aPack([anEntry({ seats: 2 })]));
  renderPage(<PaperPage />);
  await screen.findByText(/1 份 · 2 人/);
});
