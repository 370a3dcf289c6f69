import { NoShowJob } from '../src/modules/check-in/no-show.job';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { register, theDistrict } from './support/factories';
import { NoShows, restrictionsOn } from './support/no-shows';

let test_: TestApp;
let desk: Api;
let noShows: NoShows;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  noShows = new NoShows(test_, desk);
});
afterAll(() => test_.stop());

test('asked by two replicas at once, one restriction is imposed', async () => {
  const programme = await noShows.programme(1);
  await noShows.misses(await test_.as('resident', '李小红'), programme, 1);
  const other = onMariadb ? await test_.replica() : test_;
  const imposed = await Promise.all([test_, other, test_, other].map(({ app }) => app.get(NoShowJob).run()));
  expect(imposed.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(await noShows.restrictions(programme)).toHaveLength(1);
});

test('by proxy, over 60, and where nobody used check-in, a no-show counts for nothing', async () => {
  const programme = await noShows.programme(1);
  const worker = await test_.as('resident', '网格员');
  const onBehalfOf = { name: '赵爷爷', phone: '13800000031', relation: 'served', consent: true };
  await noShows.misses(worker, programme, 2, { onBehalfOf });
  const elder = await test_.as('resident', '钱奶奶');
  await elder.patch('/me', { over60: true });
  await noShows.misses(elder, programme, 2);
  const unused = await noShows.session(programme);
  await register(await test_.as('resident', '孙小刚'), unused.id);
  await noShows.held(unused);
  expect(await noShows.seek(programme)).toBe(0);
  expect(await noShows.restrictions(programme)).toEqual([]);
});

test('a session counts a day after its end, and not once the days of the rule are over', async () => {
  const programme = await noShows.programme(1, 7);
  const neighbour = await test_.as('resident', '每次都来');
  for (const [name, hours] of [
    ['周小一', 3],
    ['周小二', 8 * 24],
  ] as const) {
    const session = await noShows.session(programme);
    await register(await test_.as('resident', name), session.id);
    await noShows.comes(session.id, (await register(neighbour, session.id)).body);
    await noShows.held(session, hours);
  }
  expect(await noShows.seek(programme)).toBe(0);
});

test('a door that uploads late clears what it shows to be wrong', async () => {
  const programme = await noShows.programme(1);
  const who = await test_.as('resident', '吴小来');
  const [missed] = await noShows.misses(who, programme, 1);
  expect(await noShows.seek(programme)).toBe(1);
  await noShows.comes(missed!.session.id, missed!);
  expect(await noShows.seek(programme)).toBe(0);
  expect(await restrictionsOn(who)).toEqual([]);
  const [restriction] = await noShows.restrictions(programme);
  expect(restriction?.clearedAt).not.toBeNull();
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: restriction!.id });
  expect(told.map(({ kind }) => kind).sort()).toEqual(['restricted', 'restrictionCleared']);
});
