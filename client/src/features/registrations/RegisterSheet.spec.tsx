import type { Consent } from '@openday/shared/me';
import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { open } from '@/lib/routes';
import { store } from '@/lib/stored';
import { setTokens } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { aRegistration, aTicket, aSession as aUsualSession } from '../../../test/support/wire';
import { RegisterSheet } from './RegisterSheet';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/lib/routes', () => ({ ...jest.requireActual('@/lib/routes'), open: jest.fn() }));

const calls = api as unknown as jest.Mock<Promise<unknown>, [string, Record<string, unknown>]>;
const REGISTER = 'POST /sessions/:id/registrations';
const sent = () => calls.mock.calls.filter(([route]) => route === REGISTER).map(([, options]) => options);
const busy = () => new ApiError('BUSY', '现在报名的人很多', 503, [], null, 2);
const press = (words: string | RegExp) => fireEvent.click(screen.getByRole('button', { name: words }));

/** What the resident agreed to before. */
let agreed: Consent[] = [];
const changing = () => calls.mock.calls.map(([route]) => route).filter((route) => !route.startsWith('GET'));

/** Answers in turn to registering; the last one stands. */
function answering(...answers: (() => unknown)[]): void {
  let turn = 0;
  calls.mockImplementation(async (route) => {
    if (route === 'GET /me/consents') return { items: agreed };
    if (route === 'GET /auth/ways') return { demo: false, wechat: false, sms: true };
    if (route !== REGISTER) return aTicket();
    const answer = answers[Math.min(turn++, answers.length - 1)];
    return answer?.();
  });
}

const refused = (failure: ApiError) => () => {
  throw failure;
};

/** Each test its own: what is on its way outlives its page. */
let nth = 0;
const aSession = (change: Parameters<typeof aUsualSession>[0] = {}) =>
  aUsualSession({ id: `70000000000000002${nth}`, ...change });

beforeEach(() => {
  nth++;
  jest.clearAllMocks();
  agreed = [];
  jest.useRealTimers();
  Taro.clearStorageSync();
  const account = {
    id: '1',
    role: 'resident' as const,
    name: '王女士',
    phoneLast4: '0000',
    over60: false,
    organizer: null,
  };
  setTokens({ accessToken: 'a', refreshToken: 'r', account });
});

test('keeps one key over all tries of one registration while the server is busy', async () => {
  jest.useFakeTimers();
  answering(refused(busy()), refused(busy()), () => aRegistration());
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press(/同意并报名 1 人/);
  await act(() => jest.advanceTimersByTimeAsync(10));
  expect(screen.getByText('报名的人多，正在替您排队')).toBeTruthy();
  await act(() => jest.advanceTimersByTimeAsync(12_000));
  const keys = sent().map((options) => options.idempotencyKey);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(open).toHaveBeenCalledWith('/more/ticket/index?id=7000000000000000006&fresh=1');
});

test('waits at least as long as the server asks', async () => {
  jest.useFakeTimers();
  answering(refused(busy()), () => aRegistration());
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press(/同意并报名 1 人/);
  await act(() => jest.advanceTimersByTimeAsync(1990));
  expect(sent()).toHaveLength(1);
});

test('sends once however often the button is pressed', async () => {
  answering(() => new Promise(() => undefined));
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  const button = screen.getByRole('button', { name: /同意并报名/ });
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() => expect(sent()).toHaveLength(1));
});

test('another party is another registration, with a key of its own', async () => {
  answering(refused(new ApiError('PARTY_TOO_LARGE', '一次报的人太多了', 422)));
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press(/同意并报名 1 人/);
  await screen.findByText('一次报的人太多了');
  press('加一人');
  press(/同意并报名 2 人/);
  await waitFor(() => expect(sent()).toHaveLength(2));
  const [first, second] = sent();
  expect(first?.idempotencyKey).not.toBe(second?.idempotencyKey);
  expect(second?.body).toEqual({ seats: 2, companions: [{}], quotaId: '7000000000000000005' });
});

test('offers the waiting list when the seats are gone meanwhile, and only then asks for it', async () => {
  answering(refused(new ApiError('FULL', '名额报满了', 409)), () =>
    aRegistration({ status: 'waitlisted', position: 5 }),
  );
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press(/同意并报名 1 人/);
  await screen.findByText('名额刚刚报满，可以排候补。');
  press(/同意并排候补/);
  await waitFor(() => expect(open).toHaveBeenCalled());
  const bodies = sent().map((options) => options.body as { joinWaitlist?: boolean });
  expect(bodies.map((body) => body.joinWaitlist ?? false)).toEqual([false, true]);
});

test('what stands above the button is recorded as agreed to before the registration, once for each version', async () => {
  answering(() => aRegistration());
  const sheet = () => <RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />;
  const first = renderPage(sheet());
  press(/同意并报名 1 人/);
  await waitFor(() => expect(changing()).toEqual(['POST /me/consents', REGISTER]));
  first.unmount();
  calls.mockClear();
  agreed = [{ kind: 'privacy', version: '2026-11-22', agreedAt: '2026-11-21T00:00:00.000Z', withdrawnAt: null }];
  renderPage(sheet());
  // The answer to what was agreed before is in.
  await act(() => new Promise<void>((done) => setTimeout(done, 50)));
  press(/同意并报名 1 人/);
  await waitFor(() => expect(changing()).toEqual([REGISTER]));
});

test('a server too busy to write the consent down is registered with all the same, and writes it after', async () => {
  answering(() => aRegistration());
  const answer = calls.getMockImplementation();
  let tries = 0;
  calls.mockImplementation(async (route, options) => {
    if (route === 'POST /me/consents' && tries++ === 0) throw busy();
    return answer?.(route, options);
  });
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press(/同意并报名 1 人/);
  await waitFor(() => expect(changing()).toEqual(['POST /me/consents', REGISTER, 'POST /me/consents']));
});

test('asks a new resident for name and a proven phone before anything is sent', async () => {
  const account = { id: '1', role: 'resident' as const, name: '', phoneLast4: null, over60: false, organizer: null };
  setTokens({ accessToken: 'a', refreshToken: 'r', account });
  answering(() => aRegistration());
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press(/同意并报名/);
  expect(await screen.findByText('请填写怎么称呼')).toBeTruthy();
  expect(await screen.findByText('请先验证手机号')).toBeTruthy();
  expect(screen.getByRole('button', { name: '发验证码' })).toBeTruthy();
  expect(changing()).toEqual([]);
});

test('does not register for somebody who was not asked', async () => {
  answering(() => aRegistration());
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  fireEvent.click(screen.getByRole('switch', { name: '替家人报名，我不去' }));
  press(/同意并报名/);
  expect(await screen.findByText('要先跟他说好，再勾上')).toBeTruthy();
  expect(changing()).toEqual([]);
});

test('who is registered for somebody else starts alone, the button keeps the number, and my own party is as I left it', () => {
  store('family', { seats: 3, names: ['丈夫', '孩子'] });
  const session = aSession({ companions: 'named' });
  renderPage(<RegisterSheet session={session} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  press('减一人');
  expect(screen.getByRole('button', { name: '同意并报名 2 人' })).toBeTruthy();
  const proxy = screen.getByRole('switch', { name: '替家人报名，我不去' });
  fireEvent.click(proxy);
  expect(screen.queryByText('同来的第 2 位')).toBeNull();
  fireEvent.input(screen.getByPlaceholderText('比如 爸爸'), { target: { value: '爸爸' } });
  expect(screen.getByRole('button', { name: '同意并替爸爸报名' })).toBeTruthy();
  press('加一人');
  expect(screen.getByRole('button', { name: '同意并替爸爸报名 2 人' })).toBeTruthy();
  expect(screen.queryByDisplayValue('丈夫')).toBeNull();
  fireEvent.click(proxy);
  expect(screen.getByRole('button', { name: '同意并报名 2 人' })).toBeTruthy();
});

test('the consent and what is said of it stand in the pinned foot, by the button', () => {
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[]} onClose={jest.fn()} />);
  fireEvent.click(screen.getByRole('switch', { name: '替家人报名，我不去' }));
  press(/同意并报名/);
  const foot = screen.getByRole('button', { name: /同意并报名/ }).closest('.sheet__foot');
  expect(foot?.querySelector('[role="checkbox"]')?.textContent).toContain('要先跟他说好，再勾上');
});

test('who missed earlier ones is told before sending that this one waits, and until when; not for whom they register', async () => {
  const day = 86_400_000;
  const until = new Date(Date.now() + 3 * day).toISOString();
  const missed = [{ theme: '解读小麦补贴', startsAt: new Date(Date.now() - 9 * day).toISOString() }];
  const programme = { id: '7000000000000000009', title: '开放月' };
  const restriction = {
    id: '1',
    programme,
    name: '王**',
    phoneLast4: '0000',
    from: until,
    until,
    missed,
    clearedAt: null,
  };
  renderPage(<RegisterSheet session={aSession()} questions={[]} restrictions={[restriction]} onClose={jest.fn()} />);
  expect(screen.getByText(/前几次报了没来，/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '同意并排候补，1 人' })).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: '替家人报名，我不去' }));
  expect(screen.queryByText(/前几次报了没来，/)).toBeNull();
  expect(screen.getByRole('button', { name: '同意并报名 1 人' })).toBeTruthy();
});
