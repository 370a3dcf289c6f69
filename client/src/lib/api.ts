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
  const loose: Loose = options ?? {};
  const reply = await withRefresh(route, () => send(route, loose));
  return reply as ReplyOf<R>;
}

/** Sends a file as multipart `file`, with further fields, to a route that takes one. */
export async function upload<R extends Route>(
  route: R,
  file: { path: string; name: string },
  fields: Record<string, string>,
): Promise<ReplyOf<R>> {
  const reply = await withRefresh(route, () => sendFile(route, file, fields));
  return reply as ReplyOf<R>;
}

async function withRefresh(route: Route, call: () => Promise<unknown>): Promise<unknown> {
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

function send(route: Route, { params, query, body, idempotencyKey, signal }: Loose): Promise<unknown> {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string];
  const header = authHeader();
  if (idempotencyKey) header['Idempotency-Key'] = idempotencyKey;
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
      success: (reply) => settle(reply.statusCode, reply.data, retryAfter(reply.header), resolve, reject),
      fail: () => reject(signal?.aborted ? signal.reason : offline()),
    });
    // Taro's H5 request also returns a promise; the callbacks have already told what it would.
    Promise.resolve(task).catch(() => undefined);
    signal?.addEventListener('abort', () => task.abort());
  });
}

function sendFile(route: Route, file: { path: string; name: string }, fields: Record<string, string>) {
  return new Promise<unknown>((resolve, reject) => {
    const task = Taro.uploadFile({
      url: API_BASE + (route.split(' ')[1] ?? ''),
      filePath: file.path,
      fileName: file.name,
      name: 'file',
      formData: fields,
      header: authHeader(),
      timeout: TIMEOUT_MS * 4,
      success: (reply) => settle(reply.statusCode, parsed(reply.data), null, resolve, reject),
      fail: () => reject(offline()),
    });
    Promise.resolve(task).catch(() => undefined);
  });
}

function settle(
  status: number,
  data: unknown,
  wait: number | null,
  resolve: (reply: unknown) => void,
  reject: (failure: ApiError) => void,
) {
  if (status < 200 || status >= 300) return reject(refusal(status, data, wait));
  if (typeof data === 'object' && data !== null && 'now' in data && typeof data.now === 'string') {
    noteServerTime(data.now);
  }
  return resolve(data);
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

function retryAfter(header: Record<string, unknown> | undefined): number | null {
  const name = Object.keys(header ?? {}).find((key) => key.toLowerCase() === 'retry-after');
  const seconds = name ? Number(header?.[name]) : Number.NaN;
  return Number.isFinite(seconds) ? seconds : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not our server's reply; the status says what it is.
    return text;
  }
}
