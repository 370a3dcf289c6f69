import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { queryClient } from '@/lib/query';
import { readStored } from '@/lib/stored';
import { renderPage } from '../../../test/support/page';
import { aRegistration, aSession } from '../../../test/support/wire';
import { CancelSheet } from './CancelSheet';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const calls = api as unknown as jest.Mock<Promise<unknown>, [string, { query: { cursor?: string } }]>;

test.each([
  [4, '点一个原因，就取消了，3 个名额让给候补的人', '已取消，3 个名额让给候补的人了'],
  [0, '点一个原因，就取消了', '已取消，不用来了'],
])('with %s waiting, who gets the seats is said as it is, and that it is cancelled', async (waiting, before, after) => {
  const cancelsUntil = new Date(Date.now() + 86_400_000).toISOString();
  calls.mockImplementation(async (route) => (route === 'GET /sessions/:id' ? aSession({ waiting }) : undefined));
  const onClose = jest.fn();
  const { container } = renderPage(
    <CancelSheet registration={aRegistration({ seats: 3, cancelsUntil })} onClose={onClose} />,
  );
  await waitFor(() => expect(container.querySelector('.sheet__head')?.textContent).toBe(`来不了？没关系${before}`));
  expect(container.querySelector('.cell__go')).toBeNull();
  fireEvent.click(screen.getByText('时间凑不上'));
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: after })));
  expect(onClose).toHaveBeenCalled();
});

test('what was cancelled is so in the list kept for where there is no network, though that is not opened', async () => {
  const registration = aRegistration({ status: 'waitlisted' });
  const cancelled = { ...registration, status: 'cancelled' };
  calls.mockImplementation(async (route) =>
    route === 'GET /registrations' ? { items: [cancelled], nextCursor: null } : undefined,
  );
  renderPage(<CancelSheet registration={registration} onClose={jest.fn()} />);
  fireEvent.click(screen.getByText('时间凑不上'));
  await waitFor(() => expect(readStored('mine')?.items).toEqual([cancelled]));
});

test('also where further pages of that list have been read', async () => {
  const registration = aRegistration({ status: 'waitlisted' });
  const cancelled = { ...registration, status: 'cancelled' };
  const page = (one: unknown, nextCursor: string | null) => ({ items: [one], nextCursor });
  queryClient.setQueryData(['registrations', 'all'], {
    pages: [page(registration, 'next'), page(aRegistration({ id: '6' }), null)],
    pageParams: ['', 'next'],
  });
  calls.mockImplementation(async (route, asked) => {
    if (route !== 'GET /registrations') return undefined;
    return asked.query.cursor ? page(aRegistration({ id: '6' }), null) : page(cancelled, 'next');
  });
  renderPage(<CancelSheet registration={registration} onClose={jest.fn()} />);
  fireEvent.click(screen.getByText('时间凑不上'));
  await waitFor(() => expect(readStored('mine')?.items).toEqual([cancelled]));
  await waitFor(() => expect(queryClient.getQueryState(['registrations', 'all'])?.fetchStatus).toBe('idle'));
  expect(queryClient.getQueryState(['registrations', 'all'])?.status).toBe('success');
});
