import type { EventDetail } from '@openday/shared/events';
import type { PlanImport } from '@openday/shared/plans';
import { Event } from '../src/modules/events/event.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { aPublishedSession, theDistrict } from './support/factories';

const THEMES = [
  '图书馆',
  '消防站',
  '气象台',
  '水厂',
  '菜市场',
  '法庭',
  '学校',
  '医院',
  '公园',
  '档案馆',
  '老年大学',
  '车站',
];
const CONFIRMED = ['date_vague'];

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

test('following and leaving many times at once counts each follower once', async () => {
  const session = await aPublishedSession(desk);
  const replica = onMariadb ? await test_.replica() : test_;
  const path = `/events/${session.eventId}/follow`;
  const friends = await Promise.all(['甲', '乙', '丙'].map((name) => test_.as('resident', name)));
  for (const friend of friends) await friend.post(path);
  const one = await replica.as('resident', '甲');
  await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? one : friends[0]!).delete(path)));
  expect((await test_.database.read.findOneByOrFail(Event, { id: session.eventId })).followers).toBe(2);
  await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? one : friends[0]!).post(path)));
  expect((await test_.anonymous.get<EventDetail>(`/events/${session.eventId}`)).body.followers).toBe(3);
});

test('a sheet imported again while its rows are made public leaves them public', async () => {
  const replica = onMariadb ? await test_.replica() : test_;
  const other = await replica.as('district');
  const head = '2031年开放月活动计划表\n序号\t活动时间\t活动主题\t活动内容\t人数\t承办单位\t联系人';
  const sheet = (word: string) =>
    [
      head,
      ...Array.from(
        { length: 12 },
        (_, i) => `${i + 1}\t6月中旬\t第${i}场${THEMES[i]}\t${word}\t20人\t某区\t张三 13800000001`,
      ),
    ].join('\n');
  const { body: plan } = await desk.post<PlanImport>('/plan-imports', { text: sheet('参观') });
  expect(plan.items).toHaveLength(12);
  for (const { id } of plan.items)
    await desk.patch(`/plan-imports/${plan.id}/rows/${id}`, { act: 'announce', confirmed: CONFIRMED });
  const published = plan.items.map(async ({ id }, i) => {
    await new Promise((done) => setTimeout(done, i * 4));
    return desk.post(`/plan-imports/${plan.id}/publish`, { rows: [id] });
  });
  const again = Array.from({ length: 6 }, (_, i) => other.post('/plan-imports', { text: sheet(`参观${i}`) }));
  const answers = await Promise.all([...published, ...again]);
  expect(answers.map(({ status, body }) => (status < 300 ? 'ok' : JSON.stringify(body)))).toEqual(
    answers.map(() => 'ok'),
  );
  const { body: after } = await desk.get<PlanImport>(`/plan-imports/${plan.id}`);
  expect(after.items.map(({ state, eventId }) => state === 'announced' && eventId !== null)).toEqual(
    after.items.map(() => true),
  );
});

test('a venue and a unit named twice at once are made once', async () => {
  const other = await (onMariadb ? await test_.replica() : test_).as('district');
  const atOnce = (path: string, body: object) =>
    Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? desk : other).post<{ id: string }>(path, body)));
  const venues = await atOnce('/venues', { name: '同名的厅', lng: 116, lat: 36 });
  expect(new Set(venues.map(({ body }) => body.id)).size).toBe(1);
  const units = await atOnce('/organizers', { name: '同名的单位' });
  expect(units.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
});
