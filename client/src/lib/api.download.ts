import type { Contract, ParamsOf, QueryOf } from '@openday/shared/contract';
import Taro from '@tarojs/taro';
import { api } from './api';
import { offline, refusal } from './api-error';
import { currentTokens } from './tokens';

/** Routes that answer with a file for Word, Excel or a table, or with a mini code. */
type FileRoute = Extract<
  keyof Contract,
  `GET /${string}.${'xlsx' | 'csv' | 'docx'}` | 'GET /exports/:id/file' | `GET /${string}/mini-code`
>;

export interface FileAsked<R extends FileRoute> {
  params?: ParamsOf<R>;
  query?: QueryOf<R>;
}

/** Long ones arrive while they are still being written. */
const TIMEOUT_MS = 180_000;

/** Fetches a file to where the device keeps it for a while; the path there. Rejects with ApiError only. */
export async function download<R extends FileRoute>(route: R, { params, query }: FileAsked<R> = {}): Promise<string> {
  // Signed in for long enough: a file cannot be asked for twice as a refused request can.
  if (currentTokens()) await api('GET /me');
  const path = route.slice('GET '.length).replace(/:(\w+)/g, (_, name: string) => String(Object(params)[name] ?? ''));
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const search = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
  const token = currentTokens()?.accessToken;
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${API_BASE}${path}${search && `?${search}`}`,
    header: token ? { Authorization: `Bearer ${token}` } : {},
    timeout: TIMEOUT_MS,
  }).catch(() => {
    throw offline();
  });
  if (statusCode !== 200) throw refusal(statusCode, null, null);
  return tempFilePath;
}
