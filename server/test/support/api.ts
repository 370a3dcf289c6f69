import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ErrorBody } from '@openday/shared/wire';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Calls the API in process, as one account or as nobody. */
export class Api {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token: string | null,
  ) {}

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('GET', path, undefined, headers);
  }

  post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('POST', path, body, headers);
  }

  patch<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PATCH', path, body, {});
  }

  put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PUT', path, body, {});
  }

  delete<T>(path: string): Promise<Answer<T>> {
    return this.call('DELETE', path, undefined, {});
  }

  /** The error envelope of a call that must be refused. */
  async refused(
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ErrorBody & { status: number }> {
    const answer = await this.call<ErrorBody>(method, path, body, headers);
    if (answer.status < 400) throw new Error(`${method} ${path} was not refused: ${JSON.stringify(answer.body)}`);
    return { ...answer.body, status: answer.status };
  }

  async call<T>(method: Method, path: string, body: unknown, headers: Record<string, string>): Promise<Answer<T>> {
    const raw = typeof body === 'string' || body instanceof Buffer;
    const answer = await this.app.inject({
      method,
      url: path.startsWith('/health') || path.startsWith('/docs') ? path : `/api${path}`,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: raw ? (body as string | Buffer) : JSON.stringify(body) }),
    });
    const json = answer.body !== '' && String(answer.headers['content-type'] ?? '').includes('json');
    return { status: answer.statusCode, body: (json ? answer.json() : answer.body) as T, headers: answer.headers };
  }
}
