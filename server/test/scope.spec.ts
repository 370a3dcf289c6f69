import type { EventDetail } from '@openday/shared/events';
import type { AuditLine, MemberPassword, Unit } from '@openday/shared/people';
import type { AttendanceReport } from '@openday/shared/reports';
import type { Page } from '@openday/shared/wire';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { fetched, linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

test('a unit works in its own subtree and sees nothing of its neighbour', async () => {
  const [street, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const community = await anOrganizer(test_, { parentId: street.id });
  const own = await test_.as('organizer', street.name);
  const draft = await own.post<EventDetail>('/events', { theme: '自己的活动', organizerId: community.id });
  expect(draft.status).toBe(201);
  const theirs = await district.post<EventDetail>('/events', { theme: '邻居的草稿', organizerId: neighbour.id });
  expect(await own.refused('GET', `/events/${theirs.body.id}`)).toMatchObject({ status: 404 });
  expect(await own.refused('POST', `/events/${theirs.body.id}/publish`)).toMatchObject({ status: 404 });
  expect(await own.refused('POST', '/events', { theme: '替邻居办', organizerId: neighbour.id })).toMatchObject({
    status: 404,
  });
  expect(await own.refused('POST', '/organizers', { name: '邻居下级', parentId: neighbour.id })).toMatchObject({
    status: 404,
  });
});

test('the board holds the unit’s sessions only, and the district’s all', async () => {
  const [one, two] = [await anOrganizer(test_), await anOrganizer(test_)];
  const first = await aPublishedSession(
    district,
    {},
    { organizerId: one.id, headcount: { min: 5, max: 10, text: '5-10 人' } },
  );
  const second = await aPublishedSession(district, {}, { organizerId: two.id });
  const rowsOf = async (who: Api) =>
    (await who.get<AttendanceReport>('/reports/attendance')).body.rows.map((r) => r.sessionId);
  expect(await rowsOf(await test_.as('organizer', one.name))).toEqual([first.id]);
  expect(await rowsOf(district)).toEqual(expect.arrayContaining([first.id, second.id]));
  const { body } = await district.get<AttendanceReport>(`/reports/attendance?organizer=${one.id}`);
  expect(body.rows).toMatchObject([
    {
      planned: { min: 5, max: 10, text: '5-10 人' },
      capacity: 20,
      registered: 0,
      checkedIn: null,
      handCount: null,
      state: 'upcoming',
    },
  ]);
  expect(body.totals).toEqual({
    sessions: 1,
    planned: 5,
    plannedOpen: false,
    capacity: 20,
    registered: 0,
    checkedIn: 0,
    handCount: 0,
  });
});

test('residents do not reach the desk, nor staff the unit’s pages', async () => {
  for (const role of ['resident', 'staff'] as const) {
    const who = await test_.as(role);
    for (const path of ['/reports/attendance', '/venues', '/programmes'])
      expect(await who.refused('GET', path)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  }
  const resident = await test_.as('resident');
  expect(await resident.refused('GET', '/check-in/sessions')).toMatchObject({ status: 403 });
});

test('a venue and a programme are made once', async () => {
  const venue = { name: '党群服务中心', lng: 116.01, lat: 36.43, capacity: 60, access: ['ramp'] };
  const [first, again] = [
    await district.post<{ id: string }>('/venues', venue),
    await district.post<{ id: string }>('/venues', venue),
  ];
  expect(again.body.id).toBe(first.body.id);
  const programme = { title: '2026年政府开放月', year: 2026 };
  await district.post('/programmes', programme);
  await district.post('/programmes', programme);
  const { body } = await district.get<{ items: unknown[] }>('/programmes');
  expect(body.items).toHaveLength(1);
});

test('a stranger who names a registered phone learns nothing of the party', async () => {
  const session = await aPublishedSession(district);
  const owner = await test_.as('resident', '王小明');
  await owner.patch('/me', { phone: '13800000078' });
  const own = await register(owner, session.id, { seats: 2, companions: [{ name: '李小红' }] });
  const stranger = await test_.as('resident', '路人');
  const onBehalfOf = { name: '某人', phone: '13800000078', relation: 'family' as const, consent: true };
  const told = await register(stranger, session.id, { onBehalfOf });
  expect(told).toMatchObject({ status: 200, body: { id: own.body.id } });
  expect(JSON.stringify(told.body)).not.toMatch(/王小明|李小红/);
});

test('the tree names who may sign in for each unit and as what, in the caller’s subtree only, and that is audited', async () => {
  const [street, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const office = await anOrganizer(test_, { parentId: street.id });
  const desk = await test_.as('organizer', street.name);
  const units = async (who: Api) => (await who.get<{ items: Unit[] }>('/desk/units')).body.items;
  const made = ['经办', '只看', '走了'].map((name, n) => ({
    ...{ name, username: `tree-${n}`, role: n === 1 ? 'observer' : 'organizer', organizerId: office.id },
  }));
  const ids: string[] = [];
  for (const body of made) ids.push((await desk.post<MemberPassword>('/desk/members', body)).body.member.id);
  await desk.post(`/desk/members/${ids[2]}/disable`);
  expect((await units(desk)).map(({ id, people }) => [id, people])).toEqual([
    [street.id, [expect.objectContaining({ role: 'organizer' })]],
    [office.id, made.slice(0, 2).map(({ name, role }) => ({ name, role }))],
  ]);
  expect((await units(await test_.as('organizer', neighbour.name))).map(({ id }) => id)).toEqual([neighbour.id]);
  const { items } = (await desk.get<Page<AuditLine>>('/desk/audit?act=members&limit=1')).body;
  expect(items[0]).toMatchObject({ act: 'members.read', target: { id: street.id } });
  const whole = await linesOf(test_, desk, 'members.xlsx');
  expect(whole.slice(1).map((line) => [line.姓名, line.账号, line.能做什么, line.状态])).toEqual([
    ['经办', 'tree-0', '经办', '还没换一次性密码'],
    ['只看', 'tree-1', '只看不改', '还没换一次性密码'],
    ['走了', 'tree-2', '经办', '停用'],
  ]);
  expect(await linesOf(test_, desk, `members.csv?organizer=${street.id}`)).toMatchObject([{ 单位: street.name }]);
  expect((await fetched(test_, desk, `/exports/members.csv?organizer=${neighbour.id}`)).status).toBe(404);
});

test('an observer reads what a desk reads of the units below theirs, and nothing of a door or of invitations', async () => {
  const unit = await anOrganizer(test_, { name: '被看的' });
  const beside = await anOrganizer(test_, { name: '别处的' });
  const session = await aPublishedSession(district, {}, { organizerId: unit.id });
  const elsewhere = await aPublishedSession(district, {}, { organizerId: beside.id });
  await register(await test_.as('resident', '被看的人'), session.id);
  const looking = await test_.as('observer', unit.name);
  for (const path of ['/desk/suggestions', '/desk/units', '/desk/members', '/desk/audit', '/reports/attendance'])
    expect({ path, status: (await looking.get(path)).status }).toEqual({ path, status: 200 });
  expect((await looking.get(`/sessions/${session.id}/registrations`)).body).toMatchObject({ items: [{ seats: 1 }] });
  const asked = { kind: 'registrants', format: 'csv', session: session.id };
  expect((await looking.post('/exports', asked)).body).toEqual({ rows: 1, job: null });
  expect((await looking.refused('POST', '/exports', { ...asked, reveal: true })).status).toBe(403);
  expect((await looking.refused('GET', `/sessions/${elsewhere.id}/registrations`)).status).toBe(404);
  for (const path of [`/check-in/sessions/${session.id}/pack`, `/quotas/${session.quotas[0]!.id}/invitations`])
    expect((await looking.refused('GET', path)).status).toBe(403);
});
