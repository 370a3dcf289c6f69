import type { EventDetail } from '@openday/shared/events';
import type { PlanImport, PublishedRows } from '@openday/shared/plans';
import type { Registration } from '@openday/shared/registrations';
import type { SessionChanged } from '@openday/shared/sessions';
import { EventSession } from '../src/modules/events/session.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { residents, seatsOf, toldAbout } from './support/counters';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

/** What moves with a session, and when nobody is moved any more. */

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const HOUR = 3_600_000;
const later = (instant: string | null | undefined, hours: number) =>
  new Date(Date.parse(instant ?? '') + hours * HOUR).toISOString();
const state = async (who: Api, id: string) => (await who.get<Registration>(`/registrations/${id}`)).body;
const set = (id: string, columns: Partial<EventSession>) =>
  test_.database.write((manager) => manager.update(EventSession, { id }, columns));

test('the last moment to cancel and the release of a reserve move with the session', async () => {
  const session = await aPublishedSession(desk, {
    cancelsUntil: inHours(40),
    quotas: [
      { name: '居民', capacity: 5 },
      { name: '企业代表', capacity: 5, releasesAt: inHours(30) },
    ],
  });
  const { body } = await desk.patch<SessionChanged>(`/sessions/${session.id}`, {
    startsAt: later(session.startsAt, 72),
  });
  expect(body.session.cancelsUntil).toBe(later(session.cancelsUntil, 72));
  const released = (all: typeof session.quotas) => all.find(({ isPublic }) => !isPublic)?.releasesAt;
  expect(released(body.session.quotas)).toBe(later(released(session.quotas), 72));
});

test('who is told of a move after the last moment to cancel can cancel all the same', async () => {
  const session = await aPublishedSession(desk, { cancelsUntil: inHours(40) });
  const [who] = (await residents(test_, '改了来不了')) as [Api];
  const { body } = await register(who, session.id);
  await set(session.id, { cancelsUntil: new Date(inHours(-1)) });
  const cancel = () => who.post<Registration>(`/registrations/${body.id}/cancel`, {});
  expect(await cancel()).toMatchObject({ status: 409, body: { code: 'CANCEL_TOO_LATE' } });
  const endsAt = later(session.endsAt, 1);
  expect((await desk.patch(`/sessions/${session.id}`, { endsAt, confirm: true })).status).toBe(200);
  expect((await cancel()).body.status).toBe('cancelled');
});

test('nobody who may have come already loses the seat, while seats nobody has can go', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 6 }] });
  const [who] = (await residents(test_, '已经在里面')) as [Api];
  const { body } = await register(who, session.id, { seats: 3 });
  await set(session.id, { startsAt: new Date(inHours(-1)), endsAt: new Date(inHours(1)), closesAt: null });
  const smaller = (capacity: number) => ({ quotas: [{ id: session.quotas[0]!.id, capacity }], confirm: true });
  expect(await desk.refused('PATCH', `/sessions/${session.id}`, smaller(2))).toMatchObject({
    status: 400,
    details: [{ field: 'quotas', message: '马上开始或已经开始了，有 3 人会没有名额，不能再减' }],
  });
  expect((await state(who, body.id)).status).toBe('confirmed');
  expect((await desk.patch(`/sessions/${session.id}`, smaller(3))).status).toBe(200);
  expect(await seatsOf(test_, session.id)).toEqual([3, 0]);
});

test('in a cancelled session who leaves ends nobody else’s offer', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 2 }], confirmHours: 2 });
  const all = (await residents(test_, '先来的', '也先来的', '轮到的')) as [Api, Api, Api];
  const [first, second, offered] = [
    (await register(all[0], session.id)).body,
    (await register(all[1], session.id)).body,
    (await register(all[2], session.id, { joinWaitlist: true })).body,
  ];
  await all[0].post(`/registrations/${first.id}/cancel`, {});
  expect((await state(all[2], offered.id)).status).toBe('offered');
  await desk.post(`/sessions/${session.id}/cancel`, { reason: '设备检修' });
  await test_.database.write((m) => m.update(Row, { id: offered.id }, { confirmBy: new Date(inHours(-1)) }));
  await all[1].post(`/registrations/${second.id}/cancel`, {});
  expect((await state(all[2], offered.id)).status).toBe('offered');
  expect(await seatsOf(test_, session.id)).toEqual([1, 0]);
});

test('a cancelled event is not made public again', async () => {
  const { eventId } = await aPublishedSession(desk);
  await desk.post(`/events/${eventId}/cancel`, { reason: '另行安排' });
  expect(await desk.refused('POST', `/events/${eventId}/publish`)).toMatchObject({ code: 'SESSION_CANCELLED' });
  expect((await test_.anonymous.get<EventDetail>(`/events/${eventId}`)).body.state).toBe('cancelled');
});

test('an event that is called otherwise is told like a move; blanks and its description are not', async () => {
  await anOrganizer(test_, { name: '东桥社区' });
  const sheet = (theme: string, content: string) =>
    [
      '2030年改名计划表',
      ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'].join('\t'),
      ['1', '6月中旬', theme, content, '20人', '东桥社区', '办公室 0635-0000001'].join('\t'),
    ].join('\n');
  const imported = async (theme: string, content: string) =>
    (await desk.post<PlanImport>('/plan-imports', { text: sheet(theme, content) })).body;
  const plan = await imported('看农场', '邀请居民看看');
  const row = plan.items[0]!.id;
  const venue = { name: '东桥社区议事厅', lng: 116.0, lat: 36.44 };
  await desk.patch(`/plan-imports/${plan.id}/rows`, {
    items: [
      {
        row,
        decision: {
          ...{ startsAt: inHours(48), endsAt: inHours(50), venue },
          moreTimes: [{ startsAt: inHours(72), endsAt: inHours(74) }],
        },
      },
    ],
  });
  const publish = (confirm?: boolean) =>
    desk.post<PublishedRows>(`/plan-imports/${plan.id}/publish`, { rows: [row], confirm });
  const { sessionIds, eventId } = (await publish()).body.items[0]!;
  const [who, follower] = (await residents(test_, '冲着农场来的', '先看看的')) as [Api, Api];
  const { body } = await register(who, sessionIds[0]!);
  await follower.post(`/events/${eventId}/follow`);

  await imported('看 农场', '邀请居民看看，自带水杯');
  expect((await publish()).body).toMatchObject({ told: 0 });
  await imported('看水厂', '邀请居民看看，自带水杯');
  expect(await publish()).toMatchObject({ status: 409, body: { code: 'AFFECTS_PEOPLE' } });
  expect((await publish(true)).body).toMatchObject({ told: 2 });
  expect(await toldAbout(test_, body.id)).toEqual(['registered', 'changed']);
  expect(await toldAbout(test_, eventId)).toEqual(['changed']);
});
