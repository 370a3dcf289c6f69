import type { BodyOf, Contract, ParamsOf, QueryOf, ReplyOf, Route } from '@openday/shared/contract';
import Taro from '@tarojs/taro';
import { ApiError, offline, refusal } from './api-error';
import { noteServerTime } from './clock';
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
  query?: Record<string, string | number | boolean | undefined>;
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

let refreshing: Promise<void> | null = null;

/** One refresh for all calls that found the token expired: a refresh token works once. */
function refresh(): Promise<void> {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function renew(): Promise<void> {
  const refreshToken = currentTokens()?.refreshToken;
  if (!refreshToken) return;
  try {
    setTokens(await api('POST /auth/refresh', { body: { refreshToken } }));
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
    // Signed out: what is public opens all the same when asked again.
    setTokens(null);
  }
}

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
      url: API_BASE + fill(path, params) + search(query),
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

function fill(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function search(query: Loose['query'] = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (pairs.length === 0) return '';
  return `?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`;
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
