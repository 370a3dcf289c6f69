import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import { open } from '@/lib/routes';
import { say } from '@/lib/say';
import { readStored, store } from '@/lib/stored';
import { setTokens } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { aRegistration, aSession, aTicket } from '../../../test/support/wire';
import { attemptOf } from './attempts';
import { RegisterSheet } from './RegisterSheet';
import { useCutShort } from './useCutShort';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/lib/say', () => ({ say: jest.fn(), sayFailure: jest.fn() }));
jest.mock('@/lib/routes', () => ({ ...jest.requireActual('@/lib/routes'), open: jest.fn() }));

const REGISTER = 'POST /sessions/:id/registrations';
const calls = api as unknown as jest.Mock<Promise<unknown>, [string, Record<string, unknown>]>;
const sent = () => calls.mock.calls.filter(([route]) => route === REGISTER).map(([, options]) => options);
let nth = 0;
/** Each test its own session: what is on its way outlives a page. */
const anotherSession = (over: Partial<SessionDetail> = {}) =>
  aSession({ id: `70000000000000001${++nth}`, theme: '走进社保大厅', ...over });

function signIn(id: string) {
  const account = { id, role: 'resident' as const, name: '王女士', phoneLast4: '0000', over60: false, organizer: null };
  setTokens({ accessToken: 'a', refreshToken: 'r', account });
}

/** Busy so often, then registered. */
function busyTimes(times: number) {
  let turn = 0;
  calls.mockImplementation(async (route) => {
    if (route !== REGISTER) return aTicket();
    if (turn++ < times) throw new ApiError('BUSY', '现在报名的人很多', 503, [], null, 2);
    return aRegistration();
  });
}

beforeEach(() => {
  jest.clearAllMocks();
  queryClient.clear();
  jest.useFakeTimers();
  Taro.clearStorageSync();
  signIn('1');
});
afterEach(() => jest.useRealTimers());

async function pressAndWait(session = anotherSession()) {
  const page = renderPage(<RegisterSheet session={session} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  fireEvent.click(screen.getByRole('button', { name: /同意并报名 1 人/ }));
  await act(() => jest.advanceTimersByTimeAsync(10));
  return { page, session };
}

test('whoever leaves the page keeps their turn under the same key, is told, and is taken nowhere', async () => {
  busyTimes(2);
  const { page, session } = await pressAndWait();
  page.unmount();
  expect(attemptOf(session.id).step).toBe('waiting');
  await act(() => jest.advanceTimersByTimeAsync(12_000));
  expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(sent()).toHaveLength(3);
  expect(say).toHaveBeenCalledWith('走进社保大厅：报上了');
  expect(open).not.toHaveBeenCalled();
});

test('what was just registered is in the list kept for where there is no network, though that was never opened', async () => {
  const registration = aRegistration();
  calls.mockImplementation(async (route) => {
    if (route === 'GET /registrations') return { items: [registration], nextCursor: null };
    return route === REGISTER ? registration : aTicket();
  });
  await pressAndWait();
  expect(readStored('mine')?.items).toEqual([registration]);
});

test('where the network went, it is sent again at the moment it is back; a busy server is not asked sooner for that', async () => {
  const back = () => {
    for (const [told] of jest.mocked(Taro.onNetworkStatusChange).mock.calls) {
      told({ isConnected: true, networkType: '4g' });
    }
    return act(() => jest.advanceTimersByTimeAsync(10));
  };
  const failures = [new ApiError('OFFLINE', '没有网络', 0), new ApiError('BUSY', '现在报名的人很多', 503, [], null, 2)];
  calls.mockImplementation(async (route) => {
    const failure = route === REGISTER ? failures.shift() : null;
    if (failure) throw failure;
    return route === REGISTER ? aRegistration() : aTicket();
  });
  const { session } = await pressAndWait();
  expect(sent()).toHaveLength(1);
  await back();
  expect(sent()).toHaveLength(2);
  expect(attemptOf(session.id).step).toBe('waiting');
  await back();
  expect(sent()).toHaveLength(2);
  await act(() => jest.advanceTimersByTimeAsync(4000));
  expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(sent()).toHaveLength(3);
});

function Back({ session }: { session: SessionDetail }) {
  useCutShort(session);
  return null;
}

describe('where the app was closed while it waited for the turn', () => {
  const body = { seats: 3 };
  /** Back on the page of a session that something was sent for, and not answered. */
  async function comesBack(standing: Registration[], over: Partial<SessionDetail> = {}) {
    const session = anotherSession(over);
    store('unanswered', { session: session.id, by: '1', key: 'old', body });
    calls.mockImplementation(async (route) => {
      if (route === 'GET /registrations') return { items: standing, nextCursor: null };
      return route === REGISTER ? aRegistration({ seats: 3 }) : aTicket();
    });
    renderPage(<Back session={session} />);
    await act(() => jest.advanceTimersByTimeAsync(10));
  }
  afterEach(() => expect(readStored('unanswered')).toBeNull());

  test('what was sent is kept until it is answered', async () => {
    busyTimes(1);
    const { session } = await pressAndWait();
    expect(readStored('unanswered')).toMatchObject({ session: session.id, by: '1', body: { seats: 1 } });
    await act(() => jest.advanceTimersByTimeAsync(12_000));
  });

  test('who agrees goes on under the same key, and is told what came of it', async () => {
    await comesBack([aRegistration({ status: 'cancelled' })]);
    expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '接着报名 3 人？' }));
    expect(sent()).toMatchObject([{ idempotencyKey: 'old', body }]);
    expect(say).toHaveBeenCalledWith('走进社保大厅：报上了');
  });

  test('what came to stand all the same is neither asked about nor sent', async () => {
    await comesBack([aRegistration()]);
    expect(Taro.showModal).not.toHaveBeenCalled();
    expect(sent()).toEqual([]);
  });

  test('who does not want it any more sends nothing; too late is said', async () => {
    jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
    await comesBack([]);
    await comesBack([], { phase: 'closed' });
    expect(Taro.showModal).toHaveBeenCalledTimes(1);
    expect(say).toHaveBeenCalledWith('上次没有报上');
    expect(sent()).toEqual([]);
  });
});

test('coming back finds the turn as it stands, and sends nothing anew', async () => {
  busyTimes(1);
  const { page, session } = await pressAndWait();
  page.unmount();
  renderPage(<RegisterSheet session={session} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  expect(screen.getByText('报名的人多，正在替您排队')).toBeTruthy();
  expect(sent()).toHaveLength(1);
});

test('a turn is never sent for somebody else who signed in meanwhile', async () => {
  busyTimes(9);
  const { page, session } = await pressAndWait();
  page.unmount();
  signIn('2');
  calls.mockImplementation(async (_route, options) => {
    const { signal } = options as { signal: AbortSignal };
    if (signal.aborted) throw signal.reason;
    return aRegistration();
  });
  await act(() => jest.advanceTimersByTimeAsync(5000));
  expect(attemptOf(session.id)).toEqual({ step: 'form', refusal: null });
  expect(say).not.toHaveBeenCalled();
});

test('a refusal that came while away is shown at coming back, and not a second time', async () => {
  busyTimes(1);
  const { page, session } = await pressAndWait();
  page.unmount();
  calls.mockImplementation(async () => {
    throw new ApiError('FULL', '报满了', 409);
  });
  await act(() => jest.advanceTimersByTimeAsync(5000));
  expect(say).toHaveBeenCalledWith('报满了');
  const sheet = <RegisterSheet session={session} questions={[]} restrictions={[]} onClose={jest.fn()} />;
  const back = renderPage(sheet);
  expect(screen.getByText('名额刚刚报满，可以排候补。')).toBeTruthy();
  back.unmount();
  renderPage(sheet);
  expect(screen.queryByText('名额刚刚报满，可以排候补。')).toBeNull();
});
