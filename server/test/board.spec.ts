import { randomUUID } from 'node:crypto';
import type { Board, BoardGroup, BoardWeek, DeskTask, Variance } from '@openday/shared/board';
import type { ScanFact } from '@openday/shared/check-in';
import { dayOf } from '@openday/shared/dates';
import type { AttendanceReport } from '@openday/shared/reports';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());
afterEach(() => jest.restoreAllMocks());

const HOUR = 3_600_000;
/** A Wednesday noon in China. */
const WEDNESDAY = Date.UTC(2026, 8, 9, 4);

const headcount = (min: number, max?: number) => ({ min, ...(max && { max }), text: `${min} 人` });
const boardOf = async (who: Api, query = '') => (await who.get<Board>(`/reports/board?${query}`)).body;

/** As if it had been then: what the clock decides is told by a session's own times. */
const movedTo = (id: string, startsAt: number) =>
  test_.database.write((manager) =>
    manager.update(EventSession, { id }, { startsAt: new Date(startsAt), endsAt: new Date(startsAt + 2 * HOUR) }),
  );

async function atDoor(who: Api, session: SessionDetail, facts: Partial<ScanFact>[]): Promise<void> {
  const scans = facts.map((fact, i) => ({
    ...{ id: randomUUID(), seq: i + 1, sessionId: session.id, kind: 'walkIn', seats: 1, clockOffsetMs: 0, shown: 'go' },
    at: new Date().toISOString(),
    ...fact,
  }));
  expect((await who.post('/check-in/scans', { deviceId: `door-${session.id}`, scans })).status).toBe(200);
}

test('whatever changes a number is on the board at once: a seat, an arrival, a cancelled registration, a session called off', async () => {
  const unit = await anOrganizer(test_);
  const desk = await test_.as('organizer', unit.name);
  const numbers = async () => {
    const { totals, sessions, full } = await boardOf(desk);
    return [totals.sessions, totals.registered, totals.checkedIn, totals.handCount, full.whole, sessions.cancelled];
  };
  expect(await numbers()).toEqual([0, 0, 0, 0, 0, 0]);
  const of = { organizerId: unit.id, headcount: headcount(10) };
  const session = await aPublishedSession(district, { quotas: [{ name: '居民', capacity: 30 }] }, of);
  expect(await numbers()).toEqual([1, 0, 0, 0, 30, 0]);
  const resident = await test_.as('resident', '看板数到的人');
  const { body } = await register(resident, session.id, { seats: 3 });
  expect(await numbers()).toEqual([1, 3, 0, 0, 30, 0]);
  await atDoor(desk, session, [
    { kind: 'scan', registrationId: body.id, seats: 2 },
    { kind: 'count', seats: 1 },
  ]);
  expect(await numbers()).toEqual([1, 3, 2, 1, 30, 0]);
  await resident.post(`/registrations/${body.id}/cancel`, {});
  expect(await numbers()).toEqual([1, 0, 2, 1, 30, 0]);
  expect((await boardOf(desk)).sessions).toMatchObject({
    planned: 1,
    noUpper: 1,
    checkedIn: 1,
    handCount: 1,
    ongoing: 0,
  });
  await desk.post(`/sessions/${session.id}/cancel`, { reason: '场地检修，改期再办' });
  expect(await numbers()).toEqual([0, 0, 0, 0, 0, 1]);
});

test('a unit’s board is its subtree’s; the same question of a neighbour’s unit or programme finds nothing', async () => {
  const [street, neighbour] = [await anOrganizer(test_), await anOrganizer(test_)];
  const community = await anOrganizer(test_, { parentId: street.id });
  for (const { id } of [street, community, neighbour]) await aPublishedSession(district, {}, { organizerId: id });
  const [own, theirs] = [await test_.as('organizer', street.name), await test_.as('organizer', neighbour.name)];
  expect((await boardOf(own)).totals.sessions).toBe(2);
  expect((await boardOf(own, `organizer=${community.id}`)).totals.sessions).toBe(1);
  expect((await boardOf(own, `organizer=${neighbour.id}`)).totals.sessions).toBe(0);
  expect((await boardOf(theirs)).totals.sessions).toBe(1);
  const groups = (await own.get<Page<BoardGroup>>('/reports/board/groups?by=unit')).body.items;
  expect(groups.map(({ id, name, totals }) => [id, name, totals.sessions])).toEqual([
    [street.id, street.name, 1],
    [community.id, community.name, 1],
  ]);
  for (const path of ['/reports/board', '/reports/board/weeks', '/reports/board/variances', '/desk/tasks'])
    expect(await (await test_.as('resident')).refused('GET', path)).toMatchObject({ status: 403 });
});

test('every number is the sum of the sessions behind it, page by page', async () => {
  const unit = await anOrganizer(test_);
  const desk = await test_.as('organizer', unit.name);
  for (let i = 0; i < 5; i++) {
    const session = await aPublishedSession(
      district,
      { quotas: [{ name: '居民', capacity: 10 + i }] },
      { organizerId: unit.id, ...(i % 2 && { headcount: headcount(5 + i, 9) }) },
    );
    if (i > 2) await atDoor(desk, session, [{ seats: i }]);
  }
  const { totals, sessions } = await boardOf(desk);
  for (const number of ['planned', 'capacity', 'registered', 'checkedIn', 'handCount', 'noUpper', 'varies'] as const) {
    const rows = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: string = `/reports/attendance?of=${number}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body }: { body: AttendanceReport } = await desk.get<AttendanceReport>(page);
      expect(body.rows.length).toBeLessThanOrEqual(2);
      expect(body.totals).toEqual(totals);
      rows.push(...body.rows);
      cursor = body.nextCursor;
    }
    expect([number, new Set(rows.map((row) => row.sessionId)).size]).toEqual([number, sessions[number]]);
    if (number !== 'planned' && number !== 'noUpper' && number !== 'varies')
      expect(rows.reduce((sum, row) => sum + row[number]!, 0)).toBe(totals[number]);
  }
  expect(await desk.refused('GET', '/reports/attendance?cursor=rubbish')).toMatchObject({ code: 'BAD_CURSOR' });
});

test('weeks are ISO weeks of China’s clock, without gaps, and what a week lacks is null', async () => {
  const unit = await anOrganizer(test_);
  const desk = await test_.as('organizer', unit.name);
  const of = { organizerId: unit.id, headcount: headcount(20, 30) };
  // Sunday 23:30 in China is still that week; half an hour later the next one begins.
  const sunday = Date.UTC(2026, 8, 13, 15, 30);
  for (const at of [WEDNESDAY, sunday, sunday + HOUR / 2 + 14 * 24 * HOUR])
    await movedTo((await aPublishedSession(district, {}, of)).id, at);
  const { items } = (await desk.get<{ items: BoardWeek[] }>('/reports/board/weeks')).body;
  expect(
    items.map(({ week, monday, sessions, planned, checkedIn }) => [week, monday, sessions, planned, checkedIn]),
  ).toEqual([
    ['2026-W37', '2026-09-07', 2, 40, null],
    ['2026-W38', '2026-09-14', 0, null, null],
    ['2026-W39', '2026-09-21', 0, null, null],
    ['2026-W40', '2026-09-28', 1, 20, null],
  ]);
  const some = `/reports/board/weeks?from=2026-09-13T16:00:00.000Z&to=2027-01-01T00:00:00.000Z`;
  expect((await desk.get<{ items: BoardWeek[] }>(some)).body.items).toHaveLength(1);
});

test('who came apart from who was planned is listed with what its unit says of it, and near enough is not', async () => {
  const unit = await anOrganizer(test_);
  const desk = await test_.as('organizer', unit.name);
  const of = { organizerId: unit.id, headcount: headcount(15, 20) };
  const [far, near] = [await aPublishedSession(district, {}, of), await aPublishedSession(district, {}, of)];
  await atDoor(desk, far, [{ seats: 22 }, { kind: 'correction', seats: 34, reason: '照名单重数' }]);
  await atDoor(desk, near, [{ seats: 18 }, { kind: 'correction', seats: 19, reason: '照名单重数' }]);
  for (const { id } of [far, near]) await movedTo(id, WEDNESDAY - 7 * 24 * HOUR);
  expect((await boardOf(desk)).sessions.varies).toBe(1);
  const { items } = (await desk.get<Page<Variance>>('/reports/board/variances')).body;
  expect(items).toMatchObject([{ row: { sessionId: far.id }, count: 12, plan: 14, said: null }]);
});

test('the board is answered without a look at a registration or a fact', async () => {
  const session = await aPublishedSession(district);
  await atDoor(district, session, [{ seats: 2 }]);
  const queries = jest.spyOn(test_.database.read.connection.logger, 'logQuery');
  for (const path of ['board', 'board/weeks', 'board/groups?by=programme', 'attendance'])
    expect((await district.get(`/reports/${path}`)).status).toBe(200);
  const asked = queries.mock.calls.map(([sql]) => sql).join('\n');
  expect(asked).toContain('session_counts');
  expect(asked).not.toMatch(/registrations|check_ins/);
});

test('a second server shows what the first one committed within a second', async () => {
  const unit = await anOrganizer(test_);
  const other = await test_.replica();
  const there = await other.as('organizer', unit.name);
  expect((await boardOf(there)).totals.sessions).toBe(0);
  await aPublishedSession(district, {}, { organizerId: unit.id });
  const until = Date.now() + 5000;
  let sessions = 0;
  while (!sessions && Date.now() < until) ({ sessions } = (await boardOf(there)).totals);
  expect(sessions).toBe(1);
});

test('what waits is told by its day: tomorrow’s door with nobody, who applied; nothing of a neighbour’s', async () => {
  const unit = await anOrganizer(test_);
  const desk = await test_.as('organizer', unit.name);
  const of = { organizerId: unit.id };
  const soon = await aPublishedSession(district, {}, of);
  const asked = await aPublishedSession(district, { mode: 'approval', quotas: [{ name: '企业', capacity: 9 }] }, of);
  await movedTo(soon.id, Date.now() + 20 * HOUR);
  await register(await test_.as('resident', '等通过的人'), asked.id);
  const tasks = async (who: Api) => (await who.get<{ items: DeskTask[] }>('/desk/tasks')).body.items;
  const mine = await tasks(desk);
  const bare = mine.find(({ kind, session }) => kind === 'doorStaff' && session?.id === soon.id);
  expect(bare).toMatchObject({ due: dayOf(Date.now()), session: { registered: 0 } });
  expect(mine.find(({ kind }) => kind === 'approvals')).toMatchObject({ count: 1, session: { id: asked.id } });
  expect([...mine].sort((a, b) => (a.due < b.due ? -1 : 1)).map(({ due }) => due)).toEqual(mine.map(({ due }) => due));
  await movedTo(asked.id, Date.now() - 72 * HOUR);
  expect((await tasks(desk)).find(({ kind }) => kind === 'closing')).toMatchObject({ count: 1, session: null });
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect(await tasks(neighbour)).toEqual([]);
  await atDoor(desk, soon, [{ seats: 1 }]);
  expect((await tasks(desk)).map(({ kind }) => kind)).not.toContain('doorStaff');
});
