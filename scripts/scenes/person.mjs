// Somebody who uses the product over HTTP, so that a page has something to show.
import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export const inHours = (hours) => new Date(Date.now() + hours * HOUR).toISOString();
export const inMinutes = (minutes) => new Date(Date.now() + minutes * MINUTE).toISOString();

/** A clock time in China so many days from now. */
export function dayAt(days, clock) {
  const day = new Date(Date.now() + 8 * HOUR + days * 24 * HOUR).toISOString().slice(0, 10);
  return new Date(`${day}T${clock}:00+08:00`).toISOString();
}

export class Person {
  constructor(url, tokens) {
    this.url = url;
    this.tokens = tokens;
  }

  /** Signs in to the demo; the same role and name is the same account. */
  static async of(url, role, name) {
    return new Person(url, await new Person(url, null).post('/auth/demo', { role, name }));
  }

  get(path) {
    return this.call('GET', path);
  }

  post(path, body = {}) {
    return this.call('POST', path, body);
  }

  put(path, body) {
    return this.call('PUT', path, body);
  }

  patch(path, body) {
    return this.call('PATCH', path, body);
  }

  register(session, body = { seats: 1 }) {
    return this.post(`/sessions/${session.id}/registrations`, { quotaId: session.quotas[0]?.id, ...body });
  }

  /** A public event with one session, in four days by default; the session, with its event's id in it. */
  async publishes(theme, session = {}, event = {}) {
    const one = { ...this.usual, startsAt: dayAt(4, '09:30'), endsAt: dayAt(4, '11:00'), ...session };
    const { id } = await this.post('/events', { theme, forms: ['visit', 'talk'], ...event, sessions: [one] });
    const { sessions } = await this.post(`/events/${id}/publish`);
    return sessions[0];
  }

  /** What a session of theirs has where nothing else is said. */
  usual = {
    venue: { name: '便民服务中心二楼会议室', address: '一号路 1 号', lng: 116.0113, lat: 36.4478, capacity: 60 },
    mode: 'firstCome',
    quotas: [{ name: '居民', capacity: 20 }],
  };

  async call(method, path, body) {
    const reply = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        ...(this.tokens && { authorization: `Bearer ${this.tokens.accessToken}` }),
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }
}
