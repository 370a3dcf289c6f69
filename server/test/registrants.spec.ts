import type { RegistrantCounts } from '@openday/shared/registrants';
import type { Registrant, Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const listOf = async (session: SessionDetail, query = '', who = desk) =>
  (await who.get<Page<Registrant>>(`/sessions/${session.id}/registrations${query}`)).body;
const namesOf = async (session: SessionDetail, query: string) =>
  (await listOf(session, query)).items.map(({ name }) => name);
const byApproval = (capacity: number) =>
  aPublishedSession(desk, { mode: 'approval', quotas: [{ name: '居民', capacity }] });
const apply = async (name: string, session: SessionDetail, body: object = {}) => {
  const who = await test_.as('resident', name);
  const { status, body: registration } = await register(who, session.id, body);
  if (status !== 201) throw new Error(JSON.stringify(registration));
  return { who, registration };
};
const act = (what: string, { id }: Registration, body?: object) =>
  desk.post<Registrant>(`/registrations/${id}/${what}`, body);
const toldOf = async ({ id }: Registration) =>
  (await test_.database.read.find(OutboxMessage, { where: { subjectId: id }, order: { id: 'ASC' } })).map(
    (m) => m.kind,
  );
const takenIn = async ({ id }: SessionDetail) =>
  (await test_.database.read.findBy(Quota, { sessionId: id })).reduce((sum, { taken }) => sum + taken, 0);

test('the unit sees who is registered, masked, and that it looked is audited', async () => {
  const session = await aPublishedSession(desk);
  const { registration } = await apply('刘小芳', session, { seats: 3, children: 1, companions: [{ name: '妈妈' }] });
  const { items, nextCursor } = await listOf(session);
  expect(nextCursor).toBeNull();
  expect(items).toEqual([
    {
      id: registration.id,
      status: 'confirmed',
      name: '刘*芳',
      phoneLast4: registration.phoneLast4,
      seats: 3,
      children: 1,
      quota: { id: session.quotas[0]?.id, name: '居民' },
      enterprise: null,
      onBehalfOf: null,
      position: null,
      ticketNo: null,
      confirmBy: null,
      heldBackUntil: null,
      endReason: null,
      answers: [],
      createdAt: registration.createdAt,
    },
  ]);
  const read = await test_.database.read.countBy(AuditEntry, { act: 'registrants.read', targetId: session.id });
  expect(read).toBe(1);
});

test('answers are shown, ID numbers never', async () => {
  const session = await aPublishedSession(
    desk,
    {},
    {
      questions: [
        { id: 'diet', text: '吃素吗', kind: 'yesNo' },
        { id: 'idno', text: '身份证号', kind: 'idNumber', reason: '进入厂区要登记' },
      ],
    },
  );
  const idNumber = '110101199003074477';
  await apply('答题的人', session, {
    answers: [
      { question: 'diet', value: 'yes' },
      { question: 'idno', value: idNumber },
    ],
  });
  const list = await listOf(session);
  expect(list.items[0]?.answers).toEqual([{ question: 'diet', value: 'yes' }]);
  expect(JSON.stringify(list)).not.toContain(idNumber);
});

test('found by status, by the beginning of a name and by the last four digits', async () => {
  const session = await byApproval(10);
  const made = [];
  for (const name of ['王小明', '王小红', '李小明']) made.push(await apply(name, session));
  await act('approve', made[1]!.registration);
  expect(await namesOf(session, `?q=${encodeURIComponent('王')}`)).toEqual(['王*明', '王*红']);
  expect(await namesOf(session, `?q=${encodeURIComponent('王小红')}`)).toEqual(['王*红']);
  expect(await namesOf(session, `?q=${encodeURIComponent('小明')}`)).toEqual([]);
  expect(await namesOf(session, '?status=applied')).toEqual(['王*明', '李*明']);
  const last4 = made[2]!.registration.phoneLast4!;
  expect(await namesOf(session, `?q=${last4}`)).toContain('李*明');
  expect(await namesOf(session, `?status=confirmed&q=${encodeURIComponent('王')}`)).toEqual(['王*红']);
});

test('pages follow each other without a gap, with a name to find or without', async () => {
  const session = await aPublishedSession(desk);
  for (let i = 0; i < 7; i++) await apply(`${i % 2 ? '张' : '周'}第${i}`, session);
  for (const [query, count] of [
    ['', 7],
    [`&q=${encodeURIComponent('周')}`, 4],
  ] as const) {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page++) {
      const { items, nextCursor } = await listOf(session, `?limit=2${query}${cursor}`);
      seen.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toHaveLength(count);
    expect(seen).toEqual([...new Set(seen)].sort());
  }
  expect(await desk.refused('GET', `/sessions/${session.id}/registrations?cursor=xx`)).toMatchObject({
    code: 'BAD_CURSOR',
  });
});

test('approval seats a party, whole, while there are seats; what does not fit stays as it is', async () => {
  const session = await byApproval(3);
  const first = (await apply('甲家', session, { seats: 2 })).registration;
  const second = (await apply('乙家', session, { seats: 2 })).registration;
  expect([first.status, second.status]).toEqual(['applied', 'applied']);
  expect(await act('approve', first)).toMatchObject({ status: 200, body: { status: 'confirmed', seats: 2 } });
  expect(await act('approve', second)).toMatchObject({ status: 409, body: { code: 'FULL' } });
  expect(await takenIn(session)).toBe(2);
  expect((await listOf(session, '?status=applied')).items.map(({ id }) => id)).toEqual([second.id]);
  expect(await act('approve', first)).toMatchObject({ status: 409, body: { code: 'NOT_APPLIED' } });
  expect(await toldOf(first)).toEqual(['applied', 'approved']);
});

test('declined with a reason, which the resident sees', async () => {
  const session = await byApproval(3);
  const { who, registration } = await apply('丙家', session);
  expect(await act('decline', registration, { reason: '名额留给本社区居民' })).toMatchObject({
    status: 200,
    body: { status: 'declined', endReason: '名额留给本社区居民' },
  });
  const own = await who.get<Registration>(`/registrations/${registration.id}`);
  expect(own.body).toMatchObject({ status: 'declined', endReason: '名额留给本社区居民' });
  expect(await act('decline', registration, { reason: '再来一次' })).toMatchObject({ body: { code: 'NOT_APPLIED' } });
  expect(await act('decline', registration, {})).toMatchObject({ status: 400 });
  expect(await toldOf(registration)).toEqual(['applied', 'declined']);
});

test('what the unit removes gives its seats to the waiting list at once', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 2 }] });
  const first = (await apply('丁家', session, { seats: 2 })).registration;
  const next = (await apply('戊家', session, { seats: 2, joinWaitlist: true })).registration;
  expect((await listOf(session, '?status=waitlisted')).items).toMatchObject([{ id: next.id, position: 1 }]);
  expect(await act('remove', first, { reason: '重复报名' })).toMatchObject({
    status: 200,
    body: { status: 'cancelled', endReason: '重复报名' },
  });
  expect((await listOf(session, '?status=confirmed')).items.map(({ id }) => id)).toEqual([next.id]);
  expect(await takenIn(session)).toBe(2);
  expect(await act('remove', first, { reason: '重复报名' })).toMatchObject({ status: 409, body: { code: 'NOT_LIVE' } });
  expect([await toldOf(first), await toldOf(next)]).toEqual([
    ['registered', 'removed'],
    ['waitlisted', 'promoted'],
  ]);
});

test('how many there are of each status is counted for the whole session', async () => {
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 2 }] });
  await apply('数数一', session, { seats: 2 });
  await apply('数数二', session, { seats: 3, joinWaitlist: true });
  const { registration } = await apply('数数三', session, { seats: 1, joinWaitlist: true });
  await act('remove', registration, { reason: '重复报名' });
  const counts = async () => (await desk.get<RegistrantCounts>(`/sessions/${session.id}/registrations/counts`)).body;
  const none = { applied: 0, offered: 0, confirmed: 0, waitlisted: 0, declined: 0, cancelled: 0, expired: 0 };
  expect(await counts()).toEqual({
    parties: { ...none, confirmed: 1, waitlisted: 1, cancelled: 1 },
    seats: { ...none, confirmed: 2, waitlisted: 3, cancelled: 1 },
    pools: [{ quotaId: session.quotas[0]?.id, parties: { ...none, confirmed: 1, waitlisted: 1, cancelled: 1 } }],
  });
});

test('a neighbour’s registrations are not found, and residents have no desk', async () => {
  const session = await byApproval(3);
  const { who, registration } = await apply('己家', session);
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  const paths = ['approve', 'decline', 'remove'].map((what) => `/registrations/${registration.id}/${what}`);
  for (const [asked, status] of [
    [neighbour, 404],
    [who, 403],
  ] as const) {
    for (const path of ['', '/counts'])
      expect(await asked.refused('GET', `/sessions/${session.id}/registrations${path}`)).toMatchObject({ status });
    const all = { act: 'approve', ids: [registration.id] };
    expect(await asked.refused('POST', `/sessions/${session.id}/registrations/decide`, all)).toMatchObject({ status });
    for (const path of paths) expect(await asked.refused('POST', path, { reason: '不行' })).toMatchObject({ status });
  }
  expect((await listOf(session)).items).toMatchObject([{ status: 'applied' }]);
});
