import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Registration as Registered } from '@openday/shared/registrations';
import { batches } from '../src/metrics/metrics';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { AdmissionWriter } from '../src/modules/registrations/admission.writer';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { lockSession } from '../src/modules/registrations/locked-session.queries';
import { Registration } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  // Fewer connections than anybody who asks at once.
  test_ = await startApp({ DATABASE_POOL: '5' });
  desk = await theDistrict(test_);
});
afterEach(async () => {
  expect(await ledgerFaults(test_.database.read)).toEqual([]);
});
afterAll(() => test_.stop());

/** What jest must leave as it is, so that only the date is another. */
const NOT_THE_DATE = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

/** Keeps the session's row locked until the answer is called. */
async function hold(sessionId: string): Promise<() => Promise<void>> {
  const [locked, freed] = [new AbortController(), new AbortController()];
  const holder = test_.database.write(async (manager) => {
    await lockSession(manager, sessionId);
    locked.abort();
    await once(freed.signal, 'abort');
  });
  await Promise.race([once(locked.signal, 'abort'), holder]);
  return () => {
    freed.abort();
    return holder;
  };
}

/** How many transactions of admission have begun: the metrics are the process's. */
async function begun(): Promise<number> {
  const { values } = await batches.get();
  return values.find(({ metricName }) => metricName?.endsWith('_count'))?.value ?? 0;
}

const crowd = (count: number, name: string) =>
  Promise.all(Array.from({ length: count }, (_, i) => test_.as('resident', `${name}${i}`)));

test('A11 a pool of five connections and 200 transactions at once: none hangs', async () => {
  const sessions = await Promise.all([1, 2, 3, 4].map(() => aPublishedSession(desk)));
  const residents = await crowd(40, '连接');
  const made = await Promise.all(
    residents.map((who, i) => register(who, sessions[i % 4]!.id, { seats: 2, joinWaitlist: true })),
  );
  const acts = made.flatMap(({ body }, i) => {
    const [who, path] = [residents[i]!, `/registrations/${body.id}`];
    return [
      who.patch<Registered>(path, { seats: 1 }),
      who.patch<Registered>(path, { seats: 2 }),
      who.patch<Registered>(path, { seats: 1 }),
      who.get<Registered>(path),
      who.post<Registered>(`${path}/cancel`, {}),
    ];
  });
  const statuses = (await Promise.all(acts)).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
});

test('A12 more than a server can take is refused at once with Retry-After; what it took is finished', async () => {
  const session = await aPublishedSession(desk);
  const [first, late] = (await crowd(2, '拥挤')) as [Api, Api];
  const free = await hold(session.id);
  const before = await begun();
  const taken = register(first, session.id);
  while ((await begun()) === before) await wait(5);
  const admission = test_.app.get(AdmissionWriter);
  const body = { seats: 1 };
  const queued = Array.from({ length: 5000 }, (_, i) =>
    admission.submit({ accountId: '1', sessionId: session.id, body, keyId: `k${i}`, bodyHash: '' }).catch(() => null),
  );
  expect(await register(late, session.id)).toMatchObject({
    status: 503,
    body: { code: 'BUSY' },
    headers: { 'retry-after': '2' },
  });
  expect((await test_.anonymous.get('/health/live')).status).toBe(200);
  await free();
  expect((await taken).status).toBe(201);
  await Promise.all(queued);
  expect((await register(late, session.id)).status).toBe(201);
});

test('A13 who gives up before the answer came and asks again with the key gets the same answer', async () => {
  const session = await aPublishedSession(desk);
  const [who] = (await crowd(1, '没等到')) as [Api];
  const key = 'an-answer-that-was-lost';
  await loseAnswer(who, session.id, key);
  const again = await register(who, session.id, { seats: 2 }, key);
  expect(again).toMatchObject({ status: 201, body: { status: 'confirmed', seats: 2 } });
  expect(await register(who, session.id, { seats: 2 }, key)).toMatchObject({ status: 201, body: again.body });
});

/** Sends a registration over a real connection and hangs up once it is stored; nobody reads what came. */
async function loseAnswer(who: Api, sessionId: string, key: string): Promise<void> {
  await test_.app.listen(0, '127.0.0.1');
  const port = Number(new URL(await test_.app.getUrl()).port);
  const body = JSON.stringify({ seats: 2 });
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /api/sessions/${sessionId}/registrations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n` +
      `authorization: Bearer ${who.token}\r\nidempotency-key: ${key}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  while (!(await test_.database.read.existsBy(Registration, { sessionId }))) await wait(5);
  socket.destroy();
}

test.each([1, -1])('A14 a server whose clock is %i hour off opens by the database’s clock', async (hours) => {
  jest.useFakeTimers({ now: Date.now() + hours * 3_600_000, advanceTimers: true, doNotFake: NOT_THE_DATE });
  const wrong = await startApp();
  try {
    const now = (await wrong.database.now()).getTime();
    const [district, who] = [await theDistrict(wrong), await wrong.as('resident', '对表')];
    // Both half an hour from now: by the server's own clock one of the two would be answered otherwise.
    const opening = async (minutes: number) =>
      register(
        who,
        (await aPublishedSession(district, { opensAt: new Date(now + minutes * 60_000).toISOString() })).id,
      );
    expect((await opening(30)).body).toMatchObject({ code: 'NOT_OPEN_YET' });
    expect((await opening(-30)).status).toBe(201);
  } finally {
    await wrong.stop();
    jest.useRealTimers();
  }
});

// The embedded database has one writer, and no locks to wait for.
if (onMariadb)
  test('A10 forced deadlocks reach nobody as an error: they are retried, or may be tried again', async () => {
    const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 200 }] });
    const residents = await crowd(30, '死锁');
    let [going, deadlocks] = [true, 0];
    // The other way round than admission locks: first the quota, then its session.
    const rival = async () => {
      while (going) {
        await test_.database
          .write(async (manager) => {
            await manager.query('SELECT id FROM quotas WHERE sessionId = ? FOR UPDATE', [session.id]);
            await wait(3);
            await manager
              .query('SELECT id FROM event_sessions WHERE id = ? FOR UPDATE', [session.id])
              .finally(() => deadlocks++);
          })
          .catch((error: { driverError?: { errno?: number } }) => expect(error.driverError?.errno).toBe(1213));
        await wait(10 * Math.random());
      }
    };
    const rivals = [rival(), rival()];
    const answers = await Promise.all(residents.map((who, i) => register(who, session.id, {}, `deadlock-${i}`)));
    going = false;
    await Promise.all(rivals);
    expect(answers.filter(({ status }) => status !== 201 && status !== 503).map(({ body }) => body)).toEqual([]);
    expect(deadlocks).toBeGreaterThan(0);
    for (const [i, who] of residents.entries())
      expect((await register(who, session.id, {}, `deadlock-${i}`)).status).toBe(201);
  });

if (onMariadb)
  test('an event cancelled twice at the same moment tells everybody once', async () => {
    const session = await aPublishedSession(desk);
    const follower = await test_.as('resident', '两次取消');
    await follower.post(`/events/${session.eventId}/follow`);
    const cancel = () => desk.post(`/events/${session.eventId}/cancel`, { reason: '不办了' });
    const free = await hold(session.id);
    const answers = Promise.all([cancel(), cancel()]);
    // Both have read the event by then, and one waits for the lock.
    await wait(500);
    await free();
    expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
    const told = await test_.database.read.countBy(OutboxMessage, {
      kind: 'sessionCancelled',
      subjectId: session.eventId,
    });
    expect(told).toBe(1);
  });
