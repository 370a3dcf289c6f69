import { randomUUID } from 'node:crypto';
import type { Role, Tokens } from '@openday/shared/auth';
import type { EventDetail, NewEvent } from '@openday/shared/events';
import type { Registration } from '@openday/shared/registrations';
import type { NewSession, SessionDetail } from '@openday/shared/sessions';

const HOUR = 3_600_000;

/** Somebody else than who is tested, at work over HTTP. Throws with the server's words where it refuses. */
export class Account {
  private constructor(
    private readonly origin: string,
    /** As the client keeps them; null = not signed in. */
    readonly tokens: Tokens | null,
  ) {}

  /** Signs in to the demo; the same name is the same account. */
  static async of(origin: string, role: Role, name?: string): Promise<Account> {
    return new Account(origin, await new Account(origin, null).post<Tokens>('/auth/demo', { role, name }));
  }

  /** Signs in by a password. */
  static async byPassword(origin: string, username: string, password: string): Promise<Account> {
    return new Account(origin, await new Account(origin, null).post<Tokens>('/auth/password', { username, password }));
  }

  /** Signed in elsewhere. */
  static with(origin: string, tokens: Tokens): Account {
    return new Account(origin, tokens);
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call('POST', path, body);
  }

  delete<T>(path: string): Promise<T> {
    return this.call('DELETE', path);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.call('PATCH', path, body);
  }

  register(session: SessionDetail, seats: number): Promise<Registration> {
    return this.post(`/sessions/${session.id}/registrations`, { seats });
  }

  /** A published event with one session, by default open to register and starting in an hour. */
  async publishes(
    theme: string,
    session: Partial<NewSession> = {},
    event: Partial<NewEvent> = {},
  ): Promise<SessionDetail> {
    const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
    const one: NewSession = {
      venue: { name: '便民服务大厅', address: '一号路 1 号', lng: 116.0113, lat: 36.4478 },
      startsAt: inHours(1),
      endsAt: inHours(3),
      mode: 'firstCome',
      quotas: [{ name: '居民', capacity: 20 }],
      ...session,
    };
    const { sessions } = await this.announces({ theme, sessions: [one], ...event });
    const [made] = sessions;
    if (!made) throw new Error('published without a session');
    return made;
  }

  /** An event made public, with sessions or only with a window. */
  async announces(event: NewEvent): Promise<EventDetail> {
    const { id } = await this.post<EventDetail>('/events', event);
    return this.post(`/events/${id}/publish`);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const reply = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        ...(this.tokens && { authorization: `Bearer ${this.tokens.accessToken}` }),
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  }
}
