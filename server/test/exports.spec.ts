import { randomUUID } from 'node:crypto';
import type { ScanReply } from '@openday/shared/check-in';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { cellsOf, fetched } from './support/exported';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const KINDS = [
  ...['sessions', 'attendance', 'suggestions', 'closings', 'organizers', 'venues', 'events', 'satisfaction', 'papers'],
  ...['members', 'calls', 'restrictions', 'topics', 'programmes', 'imports', 'slots', 'sites', 'publications'],
];
const FORMATS = ['csv', 'xlsx'];
const DANGEROUS = ['=cmd|/C calc', '@SUM(A1)', '\t=1+1', '\r=1+1', '+1', '-1'];
const get = (path: string, who = desk) => fetched(test_, who, path);
const endedAgo = (id: string) =>
  test_.database.write((manager) => {
    const at = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    return manager.update(EventSession, { id }, { startsAt: at(30), endsAt: at(28) });
  });
const acts = async () => (await test_.database.read.find(AuditEntry, { order: { id: 'ASC' } })).map(({ act }) => act);

test('sessions go out in the columns of a plan sheet, then with the five numbers, numbers as numbers', async () => {
  const unit = await anOrganizer(test_, { name: '湖畔区水务局', contactName: '办公室', contactPhone: '0635-0000012' });
  const session = await aPublishedSession(
    desk,
    {
      venue: { name: '一水厂', address: '净水路 2 号', lng: 116, lat: 36.4 },
      startsAt: '2030-09-06T01:30:00.000Z',
      endsAt: '2030-09-06T03:00:00.000Z',
      quotas: [{ name: '居民', capacity: 30 }],
    },
    {
      theme: '看看自来水怎么来',
      content: '参观净水车间',
      forms: ['visit', 'talk'],
      organizerId: unit.id,
      headcount: { min: 15, max: 20, text: '15-20人' },
    },
  );
  await register(await test_.as('resident', '王小明'), session.id, { seats: 2 });
  const scans = ['walkIn', 'correction'].map((kind, i) => ({
    ...{ id: randomUUID(), seq: i + 1, sessionId: session.id, kind, seats: i ? 4 : 3 },
    ...{ at: new Date().toISOString(), clockOffsetMs: 0, shown: 'go' },
    ...(i && { reason: '补数了一遍' }),
  }));
  await desk.post<ScanReply>('/check-in/scans', { deviceId: 'door-east', scans });
  for (const format of FORMATS) {
    const [head, ...rows] = await cellsOf(await get(`/exports/sessions.${format}?organizer=${unit.id}`));
    expect(head!.slice(0, 10)).toEqual(
      '序号 活动时间 活动主题 活动内容 活动形式 活动地点 面向对象 拟参加人数 承办单位 联系人及电话'.split(' '),
    );
    expect(head!.slice(10)).toEqual('计划（最少） 计划（最多） 名额 报名 签到 现场计数 状态'.split(' '));
    expect(rows).toHaveLength(1);
    const [, when, theme, , forms, place, , planned, by] = rows[0]!;
    expect([when, theme, forms, place, planned, by]).toEqual([
      ...['2030年9月6日上午09:30—11:00', '看看自来水怎么来', '现场观摩、座谈交流'],
      ...['一水厂 净水路 2 号', '15-20人', '湖畔区水务局'],
    ]);
    const five = rows[0]!.slice(10, 16);
    expect(format === 'xlsx' ? five : five.map(Number)).toEqual([15, 20, 30, 2, 3, 4]);
  }
});

test('what has no date yet follows the sessions of a plan, with the words of its window', async () => {
  const unit = await anOrganizer(test_, { name: '湖畔区气象局' });
  await aPublishedSession(desk, {}, { organizerId: unit.id });
  const window = { text: '9月上旬', from: '2030-09-01', to: '2030-09-10', precision: 'tenDays' };
  const event = await desk.post<{ id: string }>('/events', { theme: '看看天气怎么报', organizerId: unit.id, window });
  await desk.post(`/events/${event.body.id}/publish`);
  const linesOf = async (more: string) =>
    (await cellsOf(await get(`/exports/sessions.xlsx?organizer=${unit.id}${more}`))).slice(1);
  const [, line] = await linesOf('');
  expect(line!.slice(0, 3)).toEqual([2, '9月上旬', '看看天气怎么报']);
  expect([line![8], ...line!.slice(10)]).toEqual([unit.name, ...Array(6).fill(null), '日期待定']);
  expect(await linesOf('&from=2030-09-05T00:00:00.000Z&to=2030-09-30T00:00:00.000Z')).toHaveLength(1);
  expect(await linesOf('&from=2030-09-12T00:00:00.000Z&to=2030-09-30T00:00:00.000Z')).toEqual([]);
  const { body } = await desk.post('/exports', { kind: 'sessions', format: 'csv', organizer: unit.id });
  expect(body).toEqual({ rows: 2, job: null });
});

test('what came of sessions goes out with its reasons, and places with where they are; nothing is a 0 that nobody said', async () => {
  const unit = await anOrganizer(test_, { name: '湖畔区图书馆' });
  const venue = { name: '二楼报告厅', address: '书香路 5 号', lng: 116.01, lat: 36.45, capacity: 80 };
  const of = { organizerId: unit.id, theme: '图书馆夜场' };
  const [told, silent] = [await aPublishedSession(desk, { venue }, of), await aPublishedSession(desk, {}, of)];
  for (const { id } of [told, silent]) await endedAgo(id);
  const said = { actual: 34, source: 'counted', planReasons: ['weather'], planNote: '下雨', explanations: 3 };
  await desk.patch(`/sessions/${told.id}/closing`, said);
  const own = await test_.as('organizer', unit.name);
  const [head, ...rows] = await cellsOf(await get('/exports/closings.xlsx', own));
  const line = (state: string) => {
    const row = rows.find((cells) => cells.includes(state)) ?? [];
    return Object.fromEntries(head!.map((title, i) => [title, row[i] ?? null]));
  };
  expect(line('没写完')).toMatchObject({
    ...{ 活动主题: '图书馆夜场', 承办单位: unit.name, 实际到场: 34, 怎么来的: '现场计数', 政策解读次数: 3 },
    和计划为什么不一样: '天气；下雨',
  });
  expect(line('没写')).toMatchObject({ 实际到场: null, 照片: null });
  const [, place] = await cellsOf(await get('/exports/venues.xlsx', own));
  expect(place!.slice(0, 5)).toEqual([1, venue.name, venue.address, unit.name, 80]);
});

test('A37 =cmd, @SUM, tab, CR, + and - in names and texts are inert in CSV and xlsx, and a CSV says it is UTF-8', async () => {
  const session = await aPublishedSession(
    desk,
    { quotas: [{ name: '居民', capacity: 50 }] },
    { theme: '=HYPERLINK("x")' },
  );
  const names = DANGEROUS.map((name, n) => `${name}${n}`);
  for (const [n, name] of names.entries()) {
    const onBehalfOf = { name, phone: `1380000010${n}`, relation: 'family' as const, consent: true };
    expect((await register(await test_.as('resident', '代办人'), session.id, { onBehalfOf })).status).toBe(201);
  }
  await say(await test_.as('resident', '李小红'), { text: '=1+1 是几' });
  await desk.post(`/events/${session.eventId}/paper-batches`, { place: '=A1', handedOut: 3, returned: 2 });
  for (const format of FORMATS)
    for (const path of [
      `registrants.${format}?session=${session.id}&reveal=true`,
      `sessions.${format}`,
      `suggestions.${format}`,
      `events.${format}`,
      `papers.${format}`,
    ]) {
      const file = await get(`/exports/${path}`);
      expect(file.status).toBe(200);
      const texts = (await cellsOf(file)).flat().filter((cell) => typeof cell === 'string');
      expect(texts.filter((cell) => /^\s*[=+\-@]|[\t\r]/.test(cell))).toEqual([]);
      expect(texts.some((cell) => cell.startsWith("'="))).toBe(true);
      if (format === 'csv') expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
});

test('a list of registrants is masked; whole names are asked for, and that they were is in the audit log', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '刘小芳');
  await resident.patch('/me', { phone: '13800000417' });
  await register(resident, session.id, { seats: 2, companions: [{ name: '陈妈妈' }] });
  const file = `/exports/registrants.csv?session=${session.id}`;
  const masked = (await get(file)).bytes.toString();
  expect(masked).toContain('刘*芳');
  expect(masked).toContain('尾号 0417');
  expect(masked).not.toMatch(/刘小芳|13800000417|陈妈妈/);
  expect((await acts()).slice(-1)).toEqual(['export.registrants']);
  expect((await get(`${file}&reveal=true`)).bytes.toString()).toMatch(/刘小芳,13800000417.*陈妈妈/);
  expect((await acts()).slice(-1)).toEqual(['export.registrants.revealed']);
});

test('A29 a unit exports its own subtree, and another’s session is not found; residents and door staff export nothing', async () => {
  const [own, other] = [await anOrganizer(test_), await anOrganizer(test_)];
  const theirs = await aPublishedSession(desk, {}, { organizerId: other.id, theme: '别家的活动' });
  await aPublishedSession(desk, {}, { organizerId: own.id, theme: '自家的活动' });
  const unit = await test_.as('organizer', own.name);
  await test_.as('organizer', other.name);
  await desk.post(`/events/${theirs.eventId}/paper-batches`, { place: '签到台', handedOut: 3, returned: 2 });
  for (const kind of KINDS) {
    const text = (await get(`/exports/${kind}.csv`, unit)).bytes.toString();
    expect(text).not.toMatch(new RegExp(`别家的活动|${other.name}`));
  }
  expect((await get('/exports/sessions.csv', unit)).bytes.toString()).toContain('自家的活动');
  expect((await get(`/exports/sessions.csv?organizer=${other.id}`, unit)).bytes.toString()).not.toContain('别家的活动');
  expect((await get(`/exports/registrants.csv?session=${theirs.id}`, unit)).status).toBe(404);
  expect(
    await unit.refused('POST', '/exports', { kind: 'registrants', format: 'csv', session: theirs.id }),
  ).toMatchObject({
    status: 404,
  });
  for (const role of ['resident', 'staff'] as const)
    expect((await get('/exports/sessions.csv', await test_.as(role))).status).toBe(403);
});

test('what a list does not know, or lacks, is refused by field', async () => {
  const ask = (body: object) => desk.refused('POST', '/exports', { format: 'csv', ...body });
  expect(await ask({ kind: 'registrants' })).toMatchObject({ status: 400, details: [{ field: 'session' }] });
  expect(await ask({ kind: 'organizers', stage: 'new' })).toMatchObject({ status: 400, details: [{ field: 'stage' }] });
  expect(await ask({ kind: 'sessions', from: 'gestern' })).toMatchObject({ status: 400, details: [{ field: 'from' }] });
  expect((await get('/exports/registrants.csv')).status).toBe(400);
  expect((await get('/exports/sessions.csv?role=district')).status).toBe(400);
});

test('the district takes the audit log along as a table, by act and person, ids and never values; nobody else may', async () => {
  const unit = await anOrganizer(test_);
  const clerk = await test_.as('organizer', unit.name);
  const session = await aPublishedSession(desk, {}, { organizerId: unit.id });
  const who = await test_.as('resident', '赵小花');
  const { body } = await register(who, session.id);
  await clerk.post(`/registrations/${body.id}/reveal`);
  for (const format of FORMATS) {
    const [head, ...rows] = await cellsOf(await get(`/exports/audit.${format}?act=registration.reveal`));
    expect(head).toEqual(['编号', '时间', '谁', '单位', '做了什么', '代码', '对象', '对象编号', '结果']);
    expect(rows.map((row) => row.slice(3))).toEqual([
      [unit.name, '看全名和手机', 'registration.reveal', 'registration', body.id, '成'],
    ]);
  }
  const { id: account } = (await clerk.get<{ id: string }>('/me')).body;
  const everything = (await get(`/exports/audit.csv?account=${account}`)).bytes.toString();
  expect(everything).toContain(unit.name);
  expect(everything).not.toContain('赵小花');
  expect(
    (await get('/exports/audit.csv?to=2000-01-01T00:00:00.000Z')).bytes.toString().trim().split('\n'),
  ).toHaveLength(1);
  expect((await acts()).slice(-1)).toEqual(['export.audit']);
  expect((await get('/exports/audit.csv', clerk)).status).toBe(403);
  expect(await clerk.refused('POST', '/exports', { kind: 'audit', format: 'csv' })).toMatchObject({ status: 403 });
});
