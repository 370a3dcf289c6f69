import { readCode } from '@openday/shared/check-in-code';
import Taro from '@tarojs/taro';
import { screen, waitFor } from '@testing-library/react';
import { keepTicket } from '@/features/registrations/tickets';
import { api } from '@/lib/api';
import { offline } from '@/lib/api-error';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import { aRegistration, aSession, aTicket } from '../../../test/support/wire';
import TicketPage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const calls = api as unknown as jest.Mock<Promise<unknown>, [string]>;
const code = () => screen.queryByRole('img', { name: /入场码/ })?.getAttribute('data-code') ?? null;

beforeEach(() => {
  jest.clearAllMocks();
  Taro.clearStorageSync();
  router.params = { id: '7000000000000000006' };
});

test('shows the code without network once the ticket is in the phone', async () => {
  keepTicket(aTicket({ seats: 3 }));
  calls.mockRejectedValue(offline());
  renderPage(<TicketPage />);
  await waitFor(() => expect(calls).toHaveBeenCalled());
  const fields = readCode(code() ?? '');
  expect(fields).toMatchObject({ registrationId: '7000000000000000006', seats: 3, kind: 'live' });
  expect(Math.abs((fields?.counter ?? 0) - Date.now() / 30_000)).toBeLessThan(2);
});

test('says so when there is neither network nor a kept ticket', async () => {
  calls.mockRejectedValue(offline());
  renderPage(<TicketPage />);
  expect(await screen.findByText('这一页没打开')).toBeTruthy();
  expect(code()).toBeNull();
});

test('shows no code while waiting, and the place in the line', async () => {
  calls.mockImplementation(async (route) =>
    route === 'GET /registrations/:id'
      ? aRegistration({ status: 'waitlisted', position: 4 })
      : aTicket({ status: 'waitlisted' }),
  );
  renderPage(<TicketPage />);
  expect(await screen.findByText('排在第 4 位')).toBeTruthy();
  expect(code()).toBeNull();
  expect(Taro.setNavigationBarTitle).toHaveBeenLastCalledWith({ title: '我的报名' });
});

test.each([
  [12, /给您留 12 小时.*过时让给后面的人/],
  [null, /名额直接归您/],
])(
  'who waits reads how they will know, and with %s hours to answer what is asked of them',
  async (confirmHours, line) => {
    calls.mockImplementation(async (route) => {
      if (route === 'GET /sessions/:id') return aSession({ confirmHours });
      return route === 'GET /registrations/:id'
        ? aRegistration({ status: 'waitlisted', position: 4 })
        : aTicket({ status: 'waitlisted' });
    });
    const { container } = renderPage(<TicketPage />);
    await waitFor(() => expect(container.textContent).toMatch(line));
    expect(container.textContent).toContain('“消息”里会写');
  },
);

test('the ticket names the street too, for who has no network on the way', async () => {
  keepTicket(aTicket());
  calls.mockRejectedValue(offline());
  const { container } = renderPage(<TicketPage />);
  await waitFor(() => expect(container.textContent).toContain(aTicket().venue.address));
});

test.each([
  ['confirmed', '前一天提醒我', true],
  ['applied', '等单位确认', false],
  ['cancelled', '您取消了', false],
] as const)('just sent and %s: 报上了 is said only of a confirmed one', async (status, landmark, said) => {
  router.params = { id: '7000000000000000006', fresh: '1' };
  calls.mockImplementation(async (route) =>
    route === 'GET /registrations/:id' ? aRegistration({ status }) : aTicket({ status }),
  );
  renderPage(<TicketPage />);
  await screen.findByText(landmark);
  expect(screen.queryByText(/报上了/) !== null).toBe(said);
});

test('a registration cancelled elsewhere is not said to be through, whatever the ticket says', async () => {
  router.params = { id: '7000000000000000006', fresh: '1' };
  calls.mockImplementation(async (route) =>
    route === 'GET /registrations/:id' ? aRegistration({ status: 'cancelled' }) : aTicket(),
  );
  renderPage(<TicketPage />);
  await waitFor(() => expect(code()).not.toBeNull());
  await waitFor(() => expect(screen.queryByText(/报上了/)).toBeNull());
});

test('shows no code for a cancelled registration, kept or fetched', async () => {
  keepTicket(aTicket());
  calls.mockImplementation(async (route) =>
    route === 'GET /registrations/:id' ? aRegistration({ status: 'cancelled' }) : aTicket({ status: 'cancelled' }),
  );
  renderPage(<TicketPage />);
  expect(await screen.findByText('您取消了')).toBeTruthy();
  expect(code()).toBeNull();
});

test.each([
  [null, '没有网络也能用，不用截图'],
  [0, '没有网络也能用，不用截图'],
  [2, '2/3 已进，等其余的人'],
  [3, '3 人都进来了'],
])('while people come in, %s of three inside is said as %s', async (seats, line) => {
  const [startsAt, endsAt] = [-10, 50].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString());
  calls.mockImplementation(async (route) => {
    if (route === 'GET /registrations/:id/arrival') {
      if (seats === null) throw offline();
      return { seats };
    }
    return route === 'GET /registrations/:id' ? aRegistration({ seats: 3 }) : aTicket({ seats: 3, startsAt, endsAt });
  });
  renderPage(<TicketPage />);
  expect(await screen.findByText(line)).toBeTruthy();
});

test('days before nobody asks the doors', async () => {
  calls.mockImplementation(async (route) => (route === 'GET /registrations/:id' ? aRegistration() : aTicket()));
  renderPage(<TicketPage />);
  await screen.findByText('怎么去');
  expect(calls.mock.calls.map(([route]) => route)).not.toContain('GET /registrations/:id/arrival');
});
