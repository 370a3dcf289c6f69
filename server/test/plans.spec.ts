import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnouncedCard, EventDetail } from '@openday/shared/events';
import type { PlanDecision, PlanImport, PlanImportSummary, PlanRow, PublishedRows } from '@openday/shared/plans';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Event } from '../src/modules/events/event.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { PlanRow as PlanRowEntity } from '../src/modules/plans/plan-row.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, theDistrict } from './support/factories';

const SHEET = readFileSync(join(__dirname, 'fixtures/plans/broken-lines.txt'), 'utf8');
const VENUE = { name: '东桥社区议事厅', address: '东桥路 1 号', lng: 116.0, lat: 36.44 };

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  await anOrganizer(test_, { name: '湖畔区市民服务中心东桥社区' });
  await anOrganizer(test_, { name: '湖畔区农业农村办' });
});
afterAll(() => test_.stop());

async function imported(text = SHEET): Promise<PlanImport> {
  const made = await desk.post<PlanImport>('/plan-imports', { text });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

async function decide(plan: PlanImport, row: PlanRow, body: PlanDecision): Promise<PlanRow> {
  const decided = await desk.patch<PlanRow>(`/plan-imports/${plan.id}/rows/${row.id}`, body);
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  return decided.body;
}

const rowOf = (plan: PlanImport, index: number): PlanRow => plan.items[index - 1]!;
const openBlocks = (row: PlanRow) =>
  row.warnings.filter((w) => w.severity === 'block' && !w.settled).map((w) => w.field);
const DATED = { startsAt: '2030-06-04T01:00:00.000Z', endsAt: '2030-06-04T03:00:00.000Z' };

/** A sheet of its own, so that tests do not share rows. */
const sheetOf = (title: string, rows: string[]) =>
  [title, '序号\t活动时间\t活动主题\t活动内容\t人数\t承办单位\t联系人', ...rows].join('\n');
const aRow = (no: number, theme: string, time = '6月中旬', unit = '湖畔区农业农村办') =>
  `${no}\t${time}\t${theme}\t邀请居民在东桥社区参观\t20人\t${unit}\t张三 13800000001`;

test('a pasted sheet of 35 rows in broken lines becomes 35 draft rows, raw text beside the values', async () => {
  const plan = await imported();
  expect(plan).toMatchObject({ title: '2024年湖畔区“政府开放月”活动统计表', year: 2024, rows: 35, published: 0 });
  expect(plan.items.map(({ index }) => index)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
  const row = rowOf(plan, 3);
  expect(row.raw.theme).toEqual({
    text: '邻里议事--小区停车\n怎么办',
    where: expect.stringMatching(/^第 \d+–\d+ 行$/),
  });
  expect(row.parsed).toMatchObject({
    theme: '邻里议事--小区停车怎么办',
    window: { text: '6 月 4 日', from: '2024-06-04', to: '2024-06-04', precision: 'day' },
    headcount: { min: 20, max: 20 },
    unit: '湖畔区市民服务中心东桥社区',
    contacts: [{ name: '王五', phones: ['0635-0000002'] }],
    forms: expect.arrayContaining(['council']),
  });
  expect(row.parsed.organizerId).toMatch(/^\d{19}$/);
  expect(row).toMatchObject({ state: 'draft', publishable: false });
});

test('what names people is kept sealed', async () => {
  await imported();
  const rows = await test_.database.read.find(PlanRowEntity);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(JSON.stringify(row)).not.toMatch(/张三|李四|13800000/);
});

test('a row is publishable once everything that blocks is decided, and is then found by residents', async () => {
  const plan = await imported();
  const row = rowOf(plan, 3);
  expect(openBlocks(row).sort()).toEqual(['time', 'venue']);
  expect(openBlocks(await decide(plan, row, DATED))).toEqual(['venue']);
  expect(await decide(plan, row, { venue: VENUE })).toMatchObject({
    publishable: true,
    decided: { ...DATED, venue: VENUE },
  });

  const published = await desk.post<PublishedRows>(`/plan-imports/${plan.id}/publish`, { rows: [row.id] });
  expect(published.status).toBe(200);
  const [item] = published.body.items;
  expect(item).toMatchObject({ row: row.id, state: 'published', sessionIds: [expect.stringMatching(/^\d{19}$/)] });

  const found = await test_.anonymous.get<Page<SessionCard>>(`/sessions?q=${encodeURIComponent('邻里议事')}`);
  expect(found.body.items).toHaveLength(1);
  expect(found.body.items[0]).toMatchObject({
    id: item!.sessionIds[0],
    organizer: { name: '湖畔区市民服务中心东桥社区' },
    seats: { capacity: 20, taken: 0, left: 20 },
    ...DATED,
  });
  const event = await test_.anonymous.get<EventDetail>(`/events/${item!.eventId}`);
  expect(event.body).toMatchObject({
    state: 'published',
    headcount: { min: 20, max: 20 },
    programme: { id: plan.programme!.id },
  });
  expect(event.body.sessions[0]!.quotas).toMatchObject([{ name: '居民', seats: { capacity: 20 } }]);

  expect(await desk.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [row.id] })).toMatchObject({
    code: 'PLAN_ROW_PUBLISHED',
  });
});

test('the same sheet again duplicates nothing and keeps what was decided', async () => {
  const text = sheetOf('2025年“政府开放日”计划表', [aRow(1, '看农场'), aRow(2, '看水渠')]);
  const first = await imported(text);
  await decide(first, rowOf(first, 1), { capacity: 12, confirmed: ['audience_missing'] });
  const second = await imported(text);
  expect(second.id).toBe(first.id);
  expect(second.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  expect(rowOf(second, 1).decided).toEqual({ capacity: 12, confirmed: ['audience_missing'] });
  const list = await desk.get<{ items: PlanImportSummary[] }>('/plan-imports');
  expect(list.body.items.filter(({ id }) => id === first.id)).toMatchObject([{ rows: 2, published: 0, year: 2025 }]);
});

test('a corrected sheet updates its rows: moved and changed ones keep their id, one that is gone stays behind', async () => {
  const first = await imported(
    sheetOf('2025年某镇“政府开放日”安排表', [aRow(1, '看农场'), aRow(2, '看水渠'), aRow(3, '看大棚')]),
  );
  const second = await imported(
    sheetOf('2025年某镇“政府开放日”安排表', [aRow(1, '看大棚'), aRow(2, '看水渠', '6月18日'), aRow(3, '看新楼')]),
  );
  expect(second.items).toHaveLength(4);
  expect(second.items[3]).toMatchObject({ id: rowOf(first, 1).id, change: 'gone', publishable: false });
  expect(rowOf(second, 1).id).toBe(rowOf(first, 3).id);
  expect(rowOf(second, 2).id).toBe(rowOf(first, 2).id);
  expect(rowOf(second, 2).parsed.window).toMatchObject({ from: '2025-06-18', precision: 'day' });
  expect(first.items.map(({ id }) => id)).not.toContain(rowOf(second, 3).id);
});

test('a vague row can be announced; whoever follows it is told when its date is set', async () => {
  const plan = await imported(sheetOf('2025年“政府开放月”活动表', [aRow(1, '农技站开门')]));
  const row = rowOf(plan, 1);
  expect(row).toMatchObject({ publishable: false, announceable: true });
  await decide(plan, row, { act: 'announce' });
  const announced = await desk.post<PublishedRows>(`/plan-imports/${plan.id}/publish`, { rows: [row.id] });
  const { eventId } = announced.body.items[0]!;
  expect(announced.body.items[0]).toMatchObject({ state: 'announced', sessionIds: [] });
  const list = await test_.anonymous.get<Page<AnnouncedCard>>(`/events?q=${encodeURIComponent('农技站')}`);
  expect(list.body.items).toMatchObject([
    { id: eventId, window: { text: '6月中旬', from: '2025-06-11', to: '2025-06-20' } },
  ]);

  await (await test_.as('resident')).post(`/events/${eventId}/follow`);
  await decide(plan, row, { ...DATED, venue: VENUE, act: 'publish' });
  const dated = await desk.post<PublishedRows>(`/plan-imports/${plan.id}/publish`, { rows: [row.id] });
  expect(dated.body.items[0]).toMatchObject({ state: 'published', eventId });
  expect(await test_.database.read.findBy(OutboxMessage, { subjectId: eventId })).toMatchObject([{ kind: 'dateSet' }]);
});

test('rows are published all or none, and the refusal says what each lacks', async () => {
  const plan = await imported(
    sheetOf('2025年“政府开放周”计划表', [aRow(1, '先行者'), aRow(2, '后来者', '6月中旬', '没听过的单位')]),
  );
  await decide(plan, rowOf(plan, 1), { ...DATED, venue: VENUE });
  const before = await test_.database.read.count(Event);
  const refused = await desk.refused('POST', `/plan-imports/${plan.id}/publish`, {
    rows: plan.items.map(({ id }) => id),
  });
  expect(refused).toMatchObject({ status: 409, code: 'PLAN_ROWS_BLOCKED' });
  expect(refused.details).toEqual([
    { field: `rows.${rowOf(plan, 2).id}`, message: expect.stringMatching(/^第2项：\p{Script=Han}?.*$/u) },
  ]);
  expect(await test_.database.read.count(Event)).toBe(before);

  await decide(plan, rowOf(plan, 1), { endsAt: '2030-06-04T00:00:00.000Z' });
  const backwards = await desk.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [rowOf(plan, 1).id] });
  expect(backwards).toMatchObject({ code: 'PLAN_ROWS_BLOCKED', details: [{ message: '第1项：结束要晚于开始。' }] });
  const small = { ...VENUE, name: '先行者的小屋', capacity: 5 };
  await decide(plan, rowOf(plan, 1), { ...DATED, venue: small, capacity: 30 });
  const tooSmall = await desk.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [rowOf(plan, 1).id] });
  expect(tooSmall.details).toMatchObject([
    { field: `rows.${rowOf(plan, 1).id}`, message: expect.stringMatching(/^第1项：场地只坐得下 5 人/) },
  ]);
  await decide(plan, rowOf(plan, 1), { act: 'skip' });
  expect(await desk.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [rowOf(plan, 1).id] })).toMatchObject({
    code: 'PLAN_ROWS_BLOCKED',
  });
});

test('another unit finds no import of ours, in any way', async () => {
  const plan = await imported();
  const [one, other] = await Promise.all([anOrganizer(test_), anOrganizer(test_)]);
  const stranger = await test_.as('organizer', (one.path < other.path ? other : one).name);
  const row = rowOf(plan, 1).id;
  expect((await stranger.get<{ items: unknown[] }>('/plan-imports')).body.items).toEqual([]);
  for (const refused of [
    await stranger.refused('GET', `/plan-imports/${plan.id}`),
    await stranger.refused('PATCH', `/plan-imports/${plan.id}/rows/${row}`, { capacity: 3 }),
    await stranger.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [row] }),
  ])
    expect(refused).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect(await (await test_.as('resident')).refused('GET', '/plan-imports')).toMatchObject({
    status: 403,
    code: 'FORBIDDEN',
  });
});

test('title and year the sheet does not have can be given', async () => {
  const text = sheetOf('', [aRow(1, '看农场')]);
  const made = await desk.post<PlanImport>('/plan-imports', { text, title: '某镇开放日', year: 2026 });
  expect(made.body).toMatchObject({ title: '某镇开放日', year: 2026, programme: { title: '某镇开放日' } });
  expect(rowOf(made.body, 1).parsed.window).toMatchObject({ from: '2026-06-11', to: '2026-06-20' });
});
