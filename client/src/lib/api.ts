import type { Tokens } from '@openday/shared/auth';
import type { BodyOf, Contract, ParamsOf, QueryOf, ReplyOf, Route } from '@openday/shared/contract';
import Taro from '@tarojs/taro';
import { loginCode } from '@/platform/login-code';
import { addressOf, type Query } from './api-address';
import { ApiError, offline, refusal } from './api-error';
import { noteServerTime } from './clock';
import { oneAtATime } from './one-at-a-time';
import { currentTokens, setTokens } from './tokens';

type Part<K extends string, V> = [V] extends [undefined]
  ? unknown
  : unknown extends V
    ? unknown
    : Record<never, never> extends V
      ? { [P in K]?: V }
      : { [P in K]: V };
type KeyPart<R extends Route> = Contract[R] extends { headers: { 'idempotency-key': string } }
  ? { idempotencyKey: string }
  : unknown;

export type ApiOptions<R extends Route> = { signal?: AbortSignal } & Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  Part<'body', BodyOf<R>> &
  KeyPart<R>;

type Header = Record<string, unknown>;

interface Reply {
  status: number;
  body: unknown;
  etag: string | null;
}

interface Loose {
  signal?: AbortSignal;
  params?: Record<string, string>;
  query?: Query;
  body?: unknown;
  idempotencyKey?: string;
}

const TIMEOUT_MS = 15_000;
const NO_REFRESH: Route[] = [
  'POST /auth/demo',
  'POST /auth/password',
  'POST /auth/door',
  'POST /auth/refresh',
  'POST /auth/logout',
];

/** Calls one route of the contract. Rejects with ApiError only, or with the signal's abort. */
export async function api<R extends Route>(
  route: R,
  ...[options]: Record<never, never> extends ApiOptions<R> ? [ApiOptions<R>?] : [ApiOptions<R>]
): Promise<ReplyOf<R>> {
  const { body } = await withRefresh(route, () => send(route, options ?? {}));
  return body as ReplyOf<R>;
}

/**
 * Asks again for what is polled: null where it is still as in the reply that carried `etag`. Rejects as `api` does.
 */
export async function apiIfChanged<R extends Route>(
  route: R,
  etag: string | null,
  options: ApiOptions<R>,
): Promise<{ reply: ReplyOf<R>; etag: string | null } | null> {
  const reply = await withRefresh(route, () => send(route, options, etag));
  return reply.status === 304 ? null : { reply: reply.body as ReplyOf<R>, etag: reply.etag };
}

/** Sends a file as multipart `file`, with further fields, to a route that takes one. */
export async function upload<R extends Route>(
  route: R,
  file: { path: string; name: string },
  fields: Record<string, string>,
): Promise<ReplyOf<R>> {
  const { body } = await withRefresh(route, () => sendFile(route, file, fields));
  return body as ReplyOf<R>;
}

async function withRefresh(route: Route, call: () => Promise<Reply>): Promise<Reply> {
  try {
    return await call();
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.code !== 'TOKEN_EXPIRED' || NO_REFRESH.includes(route)) throw failure;
    await refresh();
    return call();
  }
}

/** A refresh token works once. */
const refresh = oneAtATime(renew);

async function renew(): Promise<void> {
  const tokens = currentTokens();
  if (!tokens) return;
  const { refreshToken, account } = tokens;
  try {
    setTokens(await api('POST /auth/refresh', { body: { refreshToken } }));
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
    // Signed out: WeChat says again who it is; where it does not, what is public opens all the same when asked again.
    setTokens(null);
    if (account.role === 'resident') setTokens(await tokensByWechat().catch(noneNow));
  }
}

function noneNow(failure: unknown): null {
  console.info('not signed in again', failure);
  return null;
}

/** Signs in by WeChat without a word. Null where this is not WeChat, or the server takes nobody by it. */
export const tokensByWechat = oneAtATime(async (): Promise<Tokens | null> => {
  if (!loginCode || !(await api('GET /auth/ways')).wechat) return null;
  const code = await loginCode();
  return code === null ? null : api('POST /auth/wechat', { body: { code } });
});

function send(
  route: Route,
  { params, query, body, idempotencyKey, signal }: Loose,
  etag: string | null = null,
): Promise<Reply> {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string];
  const header = authHeader();
  if (idempotencyKey) header['Idempotency-Key'] = idempotencyKey;
  if (etag) header['If-None-Match'] = etag;
  // WeChat calls every request JSON, and the server's parser refuses JSON without a body.
  const data = method === 'GET' ? undefined : (body ?? {});
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const task = Taro.request({
      url: addressOf(path, params, query),
      method,
      header,
      data,
      timeout: TIMEOUT_MS,
      success: (reply) => settle(reply.statusCode, reply.data, reply.header, resolve, reject),
      fail: () => reject(signal?.aborted ? signal.reason : offline()),
    });
    // Taro's H5 request also returns a promise; the callbacks have already told what it would.
    Promise.resolve(task).catch(() => undefined);
    signal?.addEventListener('abort', () => task.abort());
  });
}

function sendFile(route: Route, file: { path: string; name: string }, fields: Record<string, string>) {
  return new Promise<Reply>((resolve, reject) => {
    const task = Taro.uploadFile({
      url: API_BASE + (route.split(' ')[1] ?? ''),
      filePath: file.path,
      fileName: file.name,
      name: 'file',
      formData: fields,
      header: authHeader(),
      timeout: TIMEOUT_MS * 4,
      success: (reply) => settle(reply.statusCode, parsed(reply.data), undefined, resolve, reject),
      fail: () => reject(offline()),
    });
    Promise.resolve(task).catch(() => undefined);
  });
}

function settle(
  status: number,
  body: unknown,
  header: Header | undefined,
  resolve: (reply: Reply) => void,
  reject: (failure: ApiError) => void,
) {
  const etag = headerOf(header, 'etag');
  if (status === 304) return resolve({ status, body: null, etag });
  if (status < 200 || status >= 300) return reject(refusal(status, body, retryAfter(header)));
  if (typeof body === 'object' && body !== null && 'now' in body && typeof body.now === 'string') {
    noteServerTime(body.now);
  }
  return resolve({ status, body, etag });
}

function authHeader(): Record<string, string> {
  const token = currentTokens()?.accessToken;
  return token ? { Authorization: `Bearer ${token}` } : {};
}

function retryAfter(header: Header | undefined): number | null {
  const seconds = Number(headerOf(header, 'retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/** WeChat keeps the server's capitals, a browser does not. */
function headerOf(header: Header | undefined, name: string): string | null {
  const key = Object.keys(header ?? {}).find((each) => each.toLowerCase() === name);
  const value = key && header?.[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not our server's reply; the status says what it is.
    return text;
  }
}
