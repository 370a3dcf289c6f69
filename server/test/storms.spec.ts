import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Registration } from '@openday/shared/registrations';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { AdmissionWriter } from '../src/modules/registrations/admission.writer';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { lockSession } from '../src/modules/registrations/locked-session.queries';
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
      who.patch<Registration>(path, { seats: 1 }),
      who.patch<Registration>(path, { seats: 2 }),
      who.patch<Registration>(path, { seats: 1 }),
      who.get<Registration>(path),
      who.post<Registration>(`${path}/cancel`, {}),
    ];
  });
  const statuses = (await Promise.all(acts)).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
});

test('A12 more than a server can take is refused at once with Retry-After; what it took is finished', async () => {
  const session = await aPublishedSession(desk);
  const [first, late] = (await crowd(2, '拥挤')) as [Api, Api];
  let free = () => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  const holding = test_.database.write(async (manager) => {
    await lockSession(manager, session.id);
    await held;
  });
  await wait(50);
  const taken = register(first, session.id);
  await wait(50);
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
  free();
  await holding;
  expect((await taken).status).toBe(201);
  await Promise.all(queued);
  expect((await register(late, session.id)).status).toBe(201);
});

test('A13 who gives up before the answer came and asks again with the key gets the same answer', async () => {
  const session = await aPublishedSession(desk);
  const [who] = (await crowd(1, '没等到')) as [Api];
  const key = 'an-answer-that-was-lost';
  const answered = await lostAnswer(who, session.id, key);
  expect(answered).toBe(false);
  const again = await register(who, session.id, { seats: 2 }, key);
  expect(again).toMatchObject({ status: 201, body: { status: 'confirmed', seats: 2 } });
  expect(await register(who, session.id, { seats: 2 }, key)).toMatchObject({ status: 201, body: again.body });
});

/** Sends a registration over a real connection and hangs up once it is stored, unheard. */
async function lostAnswer(who: Api, sessionId: string, key: string): Promise<boolean> {
  await test_.app.listen(0, '127.0.0.1');
  const port = Number(new URL(await test_.app.getUrl()).port);
  const body = JSON.stringify({ seats: 2 });
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answered = false;
  socket.on('data', () => {
    answered = true;
  });
  socket.write(
    `POST /api/sessions/${sessionId}/registrations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n` +
      `authorization: Bearer ${who.token}\r\nidempotency-key: ${key}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await wait(5);
  socket.destroy();
  return answered;
}

test.each([1, -1])('A14 a server whose clock is %i hour off opens by the database’s clock', async (hours) => {
  jest.useFakeTimers({ now: Date.now() + hours * 3_600_000, advanceTimers: true, doNotFake: NOT_THE_DATE });
  const wrong = await startApp();
  try {
    const opens = (await wrong.database.now()).getTime() + 2000;
    const session = await aPublishedSession(await theDistrict(wrong), { opensAt: new Date(opens).toISOString() });
    const who = await wrong.as('resident', '对表');
    expect((await register(who, session.id)).body).toMatchObject({ code: 'NOT_OPEN_YET' });
    await wait(opens - (await wrong.database.now()).getTime() + 50);
    expect((await register(who, session.id)).status).toBe(201);
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
    let [locked, release] = [() => {}, () => {}];
    const held = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holder = test_.database.write(async (manager) => {
      await lockSession(manager, session.id);
      locked();
      await until;
    });
    await held;
    const answers = Promise.all([cancel(), cancel()]);
    // Both have read the event by then, and one waits for the lock.
    await wait(500);
    release();
    await holder;
    expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
    const told = await test_.database.read.countBy(OutboxMessage, {
      kind: 'sessionCancelled',
      subjectId: session.eventId,
    });
    expect(told).toBe(1);
  });
