import Taro from '@tarojs/taro';
import { api, apiIfChanged } from './api';
import { currentTokens, setTokens } from './tokens';

interface Sent {
  url: string;
  method: string;
  header: Record<string, string>;
  data: unknown;
  success: (reply: { statusCode: number; data: unknown; header: Record<string, string> }) => void;
  fail: () => void;
}

const account = { id: '1', role: 'resident' as const, name: '', phoneLast4: null, over60: false, organizer: null };
const tokens = (n: number) => ({ accessToken: `access-${n}`, refreshToken: `refresh-${n}-0123456789`, account });
const sent: Sent[] = [];

/** A server: what it answers to each request, by route. */
function server(answer: (request: Sent) => { status: number; data: unknown; etag?: string } | 'unreached'): void {
  Taro.request = ((request: Sent) => {
    sent.push(request);
    queueMicrotask(() => {
      const reply = answer(request);
      if (reply === 'unreached') request.fail();
      else request.success({ statusCode: reply.status, data: reply.data, header: { ETag: reply.etag ?? '' } });
    });
    return { abort: () => request.fail() };
  }) as unknown as typeof Taro.request;
}

const refusal = (code: string) => ({ code, message: '话', requestId: 'r1' });

beforeEach(() => {
  sent.length = 0;
  setTokens(tokens(1));
});

test('fills ids into the path and leaves out what was not given', async () => {
  server(() => ({ status: 200, data: {} }));
  await api('GET /events/:id', { params: { id: '7' } });
  await api('GET /sessions', { query: { q: '社 保', cursor: undefined, limit: 5 } });
  expect(sent.map(({ url }) => url)).toEqual(['/api/events/7', '/api/sessions?q=%E7%A4%BE%20%E4%BF%9D&limit=5']);
});

test('an expired token is renewed once for all calls that met it, and each is asked again', async () => {
  server(({ url, header }) => {
    if (url === '/api/auth/refresh') return { status: 200, data: tokens(2) };
    if (header.Authorization === 'Bearer access-2') return { status: 200, data: account };
    return { status: 401, data: refusal('TOKEN_EXPIRED') };
  });
  await Promise.all([api('GET /me'), api('GET /me'), api('GET /me')]);
  expect(sent.filter(({ url }) => url === '/api/auth/refresh')).toHaveLength(1);
  expect(currentTokens()?.refreshToken).toBe(tokens(2).refreshToken);
});

test('a refused refresh signs out, and what is public opens all the same', async () => {
  server(({ url, header }) => {
    if (url === '/api/auth/refresh' || header.Authorization) return { status: 401, data: refusal('TOKEN_EXPIRED') };
    return url === '/api/me'
      ? { status: 401, data: refusal('UNAUTHENTICATED') }
      : { status: 200, data: { groups: [] } };
  });
  await expect(api('GET /places')).resolves.toEqual({ groups: [] });
  expect(currentTokens()).toBeNull();
  await expect(api('GET /me')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('no network while refreshing keeps the resident signed in', async () => {
  server(({ url }) => (url === '/api/auth/refresh' ? 'unreached' : { status: 401, data: refusal('TOKEN_EXPIRED') }));
  await expect(api('GET /me')).rejects.toMatchObject({ code: 'OFFLINE' });
  expect(currentTokens()).not.toBeNull();
});

test('a proxy’s page is not taken for an answer', async () => {
  server(() => ({ status: 502, data: '<html>Bad Gateway</html>' }));
  await expect(api('GET /me')).rejects.toMatchObject({ code: 'NOT_READY', status: 502 });
});

test('an aborted call rejects with the abort, not as a lost network', async () => {
  server(() => ({ status: 200, data: account }));
  const control = new AbortController();
  const call = api('GET /me', { signal: control.signal });
  control.abort(new Error('left the page'));
  await expect(call).rejects.toThrow('left the page');
});

test('what is polled is asked for with its ETag, and nothing comes back while it is the same', async () => {
  server(({ header }) =>
    header['If-None-Match'] === '"2"' ? { status: 304, data: '' } : { status: 200, data: account, etag: '"2"' },
  );
  const first = await apiIfChanged('GET /me', null, {});
  expect(first).toEqual({ reply: account, etag: '"2"' });
  await expect(apiIfChanged('GET /me', first?.etag ?? null, {})).resolves.toBeNull();
});
