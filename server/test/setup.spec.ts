import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { SessionChanged } from '@openday/shared/sessions';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

test('how seats are given out may change while nobody is registered', async () => {
  const session = await aPublishedSession(desk);
  const path = `/sessions/${session.id}/setup`;
  const setup = {
    mode: 'draw',
    closesAt: inHours(24),
    draw: { drawsAt: inHours(30) },
    quotas: [
      { name: '居民', capacity: 8 },
      { name: '代表', capacity: 2, declaration: '我是代表' },
    ],
    partyMax: 3,
    confirmHours: 6,
  };
  const saved = await desk.put<SessionChanged>(path, setup);
  expect(saved).toMatchObject({ status: 200, body: { waits: false } });
  const body = saved.body.session;
  expect(body).toMatchObject({ mode: 'draw', partyMax: 3, confirmHours: 6, draw: { drawnAt: null } });
  expect(body.quotas.map(({ id, name }) => [id === session.quotas[0]!.id, name])).toEqual([
    [true, '居民'],
    [false, '代表'],
  ]);
  const moved = await desk.put<SessionChanged>(path, { ...setup, draw: { drawsAt: inHours(31) } });
  expect(moved.body.session.draw?.commitment).toBe(body.draw?.commitment);
  expect(await desk.refused('PUT', path, { ...setup, draw: undefined })).toMatchObject({
    details: [{ field: 'draw' }],
  });
  const back = await desk.put<SessionChanged>(path, { mode: 'firstCome', quotas: [{ name: '居民', capacity: 5 }] });
  expect(back.body.session).toMatchObject({ mode: 'firstCome', draw: null, partyMax: 5, quotas: [{ name: '居民' }] });
  await register(await test_.as('resident', '占了位'), session.id);
  expect(await desk.refused('PUT', path, setup)).toMatchObject({ status: 409, code: 'HAS_REGISTRATIONS' });
});

test.each([
  [
    'more seats than the room holds',
    { venue: { name: '小屋', lng: 116, lat: 36, capacity: 10 }, quotas: [{ name: '居民', capacity: 11 }] },
    'sessions.0.quotas',
  ],
  ['a draw without a time', { mode: 'draw', closesAt: inHours(24) }, 'sessions.0.draw'],
  [
    'a draw before closing',
    { mode: 'draw', closesAt: inHours(24), draw: { drawsAt: inHours(20) } },
    'sessions.0.draw.drawsAt',
  ],
  [
    'a draw after the start',
    { mode: 'draw', closesAt: inHours(24), draw: { drawsAt: inHours(49) } },
    'sessions.0.draw.drawsAt',
  ],
  ['a draw time where nothing is drawn', { draw: { drawsAt: inHours(30) } }, 'sessions.0.draw'],
  [
    'a public reserve',
    { quotas: [{ name: '居民', capacity: 1, releasesAt: inHours(1) }] },
    'sessions.0.quotas.0.releasesAt',
  ],
  [
    'a release after the start',
    {
      quotas: [
        { name: '居民', capacity: 1 },
        { name: '代表', capacity: 1, releasesAt: inHours(49) },
      ],
    },
    'sessions.0.quotas.1.releasesAt',
  ],
  ['cancelling after the start', { cancelsUntil: inHours(49) }, 'sessions.0.cancelsUntil'],
])('a session cannot be set up with %s', async (_, over, field) => {
  const session = {
    venue: { name: '大厅', lng: 116, lat: 36 },
    startsAt: inHours(48),
    endsAt: inHours(50),
    mode: 'firstCome',
    quotas: [{ name: '居民', capacity: 5 }],
    ...over,
  };
  const refused = await desk.refused('POST', '/events', { theme: '设不成', sessions: [session] });
  expect(refused).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(refused.details?.map((detail) => detail.field)).toEqual([field]);
});

test('a ceiling lets pools together be larger than the room', async () => {
  const session = await aPublishedSession(desk, {
    venue: { name: '十人屋', address: '二号路', lng: 116, lat: 36, capacity: 10 },
    quotas: [
      { name: '居民', capacity: 8 },
      { name: '代表', capacity: 8 },
    ],
    ceiling: 10,
  });
  expect(session.ceiling).toBe(10);
});

test('names that differ in an emoji or an accent alone are one name, on every database, and it says so', async () => {
  const session = await aPublishedSession(desk);
  for (const [one, other] of [
    ['居民😀', '居民😁'],
    ['Café', 'cafe'],
  ])
    expect(
      await desk.refused('PUT', `/sessions/${session.id}/setup`, {
        mode: 'firstCome',
        quotas: [
          { name: one, capacity: 1 },
          { name: other, capacity: 1 },
        ],
      }),
    ).toMatchObject({ status: 400, details: [{ field: 'quotas', message: '名额的名称不能重复' }] });
  const quotas = [{ name: '居民😁', capacity: 4 }];
  const set = await desk.put<SessionChanged>(`/sessions/${session.id}/setup`, { mode: 'firstCome', quotas });
  expect(set.body.session.quotas.map(({ name }) => name)).toEqual(['居民😁']);
});

test('a session that is set up while it is moved keeps to its new start', async () => {
  const session = await aPublishedSession(desk);
  const [startsAt, endsAt] = [inHours(20), inHours(22)];
  const setup = { mode: 'firstCome', quotas: [{ name: '居民', capacity: 3 }] };
  const steps = new EventEmitter();
  const updated = once(steps, 'updated');
  const moved = test_.database.write(async (manager) => {
    const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    await manager.update(EventSession, { id: session.id }, times);
    steps.emit('updated');
    // Until the other waits: for the row, or on the embedded database for its turn.
    await setTimeout(200);
  });
  await updated;
  const [{ status }] = await Promise.all([desk.put(`/sessions/${session.id}/setup`, setup), moved]);
  const { closesAt } = await test_.database.read.findOneByOrFail(EventSession, { id: session.id });
  expect([status, closesAt?.toISOString()]).toEqual([200, startsAt]);
});
