import type { EventDetail } from '@openday/shared/events';
import type { PlanDecisions, PlanImport, PlanRow, PublishedRows } from '@openday/shared/plans';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  await anOrganizer(test_, { name: '东桥社区' });
});
afterAll(() => test_.stop());

const VENUE = { name: '东桥社区议事厅', lng: 116.0, lat: 36.44 };
const HEAD = ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'].join('\t');
const aRow = (theme: string, time = '6月中旬', people = '20人') =>
  ['1', time, theme, '邀请居民到现场看看', people, '东桥社区', '办公室 0635-0000001'].join('\t');
const sheet = (title: string, ...rows: string[]) => [`2030年${title}`, HEAD, ...rows].join('\n');

async function imported(text: string, planId?: string): Promise<PlanImport> {
  const made = await desk.post<PlanImport>('/plan-imports', { text, planId });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

const decideAll = (plan: PlanImport, items: PlanDecisions['items']) =>
  desk.patch<{ items: PlanRow[] }>(`/plan-imports/${plan.id}/rows`, { items });
const publish = (plan: PlanImport, row: PlanRow, confirm?: boolean) =>
  desk.post<PublishedRows>(`/plan-imports/${plan.id}/publish`, { rows: [row.id], confirm });
const dated = (days: number) => ({ startsAt: inHours(24 * days), endsAt: inHours(24 * days + 2) });

test('a sheet imported once has no diff; again it says what is new, changed, the same and gone', async () => {
  const first = await imported(sheet('开放月计划表', aRow('看农场'), aRow('看水渠'), aRow('看大棚')));
  expect(first.diff).toBeNull();
  expect(first.items.map(({ change }) => change)).toEqual([null, null, null]);

  const again = await imported(
    sheet('开放月计划表', aRow('看农场'), aRow('看水渠', '6月20日'), aRow('看新楼', '6月28日')),
  );
  expect(again.diff).toMatchObject({ same: 1, changed: 1, added: 1, gone: 1 });
  expect(again.items.map(({ change }) => change)).toEqual(['same', 'changed', 'new', 'gone']);
  expect(again.items[1]!.changes).toEqual([{ field: 'time', before: '6月中旬', after: '6月20日' }]);
  expect(again.items[3]).toMatchObject({ id: first.items[2]!.id, publishable: false, announceable: false });

  const kept = await decideAll(again, [{ row: again.items[3]!.id, decision: { keep: true } }]);
  expect(kept.body.items[0]).toMatchObject({ announceable: true });
});

test('a draft gone from two imports running goes, one that was kept stays', async () => {
  const rows = [aRow('甲'), aRow('乙'), aRow('丙')];
  const first = await imported(sheet('开放周计划表', ...rows));
  const again = await imported(sheet('开放周计划表', rows[0]!));
  await decideAll(again, [{ row: first.items[1]!.id, decision: { keep: true } }]);
  const third = await imported(sheet('开放周计划表', rows[0]!));
  expect(third.items.map(({ id }) => id)).toEqual([first.items[0]!.id, first.items[1]!.id]);
});

test('a corrected sheet under another title corrects the plan it is imported into', async () => {
  const first = await imported(sheet('开放日计划表', aRow('看农场')));
  const again = await imported(sheet('开放日计划表（调整后）', aRow('看农场', '6月20日')), first.id);
  expect(again).toMatchObject({ id: first.id, title: first.title, diff: { changed: 1 } });
  expect(
    await desk.refused('POST', '/plan-imports', { text: sheet('别的', aRow('一')), planId: '1'.repeat(19) }),
  ).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('decisions for several rows are taken together or not at all, and taken back to what stood before', async () => {
  const plan = await imported(sheet('多行计划表', aRow('一'), aRow('二'), aRow('三')));
  const ids = plan.items.map(({ id }) => id);
  const set = await decideAll(
    plan,
    ids.map((row) => ({ row, decision: { venue: VENUE, capacity: 30 } })),
  );
  expect(set.body.items.map(({ id, decided }) => [id, decided])).toEqual(
    ids.map((id) => [id, { venue: VENUE, capacity: 30 }]),
  );

  const wrong = await desk.refused('PATCH', `/plan-imports/${plan.id}/rows`, {
    items: [
      { row: ids[0], decision: { capacity: 5 } },
      { row: '1'.repeat(19), decision: { capacity: 5 } },
    ],
  });
  expect(wrong.code).toBe('NOT_FOUND');
  const back = await decideAll(plan, [{ row: ids[0]!, decision: { venue: VENUE }, replace: true }]);
  expect(back.body.items[0]!.decided).toEqual({ venue: VENUE });
  const now = (await desk.get<PlanImport>(`/plan-imports/${plan.id}`)).body;
  expect(now.items[1]!.decided).toEqual({ venue: VENUE, capacity: 30 });
});

test('a row with several dates and pools becomes as many sessions', async () => {
  const plan = await imported(sheet('多场计划表', aRow('每周开放')));
  const row = plan.items[0]!;
  const quotas = [
    { name: '居民', capacity: 12 },
    { name: '企业代表', capacity: 6, declaration: '我是辖区企业的代表' },
  ];
  await decideAll(plan, [
    { row: row.id, decision: { ...dated(3), moreTimes: [dated(10), dated(17)], venue: VENUE, quotas } },
  ]);
  const { body } = await publish(plan, row);
  expect(body.items[0]!.sessionIds).toHaveLength(3);
  const event = (await test_.anonymous.get<EventDetail>(`/events/${body.items[0]!.eventId}`)).body;
  expect(event.sessions.map(({ id }) => id)).toEqual(body.items[0]!.sessionIds);
  expect(event.sessions[1]!.quotas).toMatchObject([
    { name: '居民', isPublic: true },
    { name: '企业代表', isPublic: false },
  ]);
});

test('a day that is past is asked about before publishing is tried', async () => {
  const plan = await imported(sheet('过去计划表', aRow('看农场')));
  const [row] = (await decideAll(plan, [{ row: plan.items[0]!.id, decision: { ...dated(-3), venue: VENUE } }])).body
    .items;
  expect(row).toMatchObject({ publishable: false });
  expect(row!.warnings).toContainEqual(expect.objectContaining({ code: 'date_past', settled: false }));
});

test('a public row that the sheet changed is brought up to date, once, and who is registered is told', async () => {
  const title = '更新计划表';
  const plan = await imported(sheet(title, aRow('看农场', '6月中旬', '20人')));
  const row = plan.items[0]!;
  await decideAll(plan, [{ row: row.id, decision: { ...dated(5), venue: VENUE } }]);
  const { eventId, sessionIds } = (await publish(plan, row)).body.items[0]!;
  const resident = await test_.as('resident', '更新的人');
  const mine = await register(resident, sessionIds[0]!);
  expect(mine.status).toBe(201);

  const again = await imported(sheet(title, aRow('看新农场', '6月中旬', '30人')));
  expect(again.items[0]).toMatchObject({ state: 'published', change: 'changed', outdated: true, publishable: true });
  const moved = dated(6);
  await decideAll(again, [{ row: row.id, decision: moved }]);
  expect(await desk.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [row.id] })).toMatchObject({
    code: 'AFFECTS_PEOPLE',
    details: [{ field: `rows.${row.id}`, message: expect.stringMatching(/^第1项：/) }],
  });
  const renewed = await publish(plan, row, true);
  expect(renewed.body).toMatchObject({ items: [{ eventId, sessionIds }], told: 1 });
  const event = (await test_.anonymous.get<EventDetail>(`/events/${eventId}`)).body;
  expect(event).toMatchObject({ theme: '看新农场', sessions: [{ ...moved, seats: { capacity: 30, taken: 1 } }] });
  const told = await test_.database.read.findBy(OutboxMessage, { kind: 'changed', subjectId: mine.body.id });
  expect(told).toHaveLength(1);
  expect(
    await desk.refused('POST', `/plan-imports/${plan.id}/publish`, { rows: [row.id], confirm: true }),
  ).toMatchObject({
    code: 'PLAN_ROW_PUBLISHED',
  });
});

test('what was edited on the event’s own page stays when the sheet is brought up to date for something else', async () => {
  const title = '两头改计划表';
  const plan = await imported(sheet(title, aRow('看机房')));
  const row = plan.items[0]!;
  await decideAll(plan, [{ row: row.id, decision: { ...dated(5), venue: VENUE } }]);
  const { eventId, sessionIds } = (await publish(plan, row)).body.items[0]!;
  const before = (await test_.anonymous.get<EventDetail>(`/events/${eventId}`)).body.sessions[0]!;
  await desk.patch(`/sessions/${sessionIds[0]}`, { quotas: [{ id: before.quotas[0]!.id, capacity: 44 }] });
  const again = await imported(sheet(title, aRow('看新机房')));
  expect((await publish(again, row)).body).toMatchObject({ told: 0 });
  const after = (await test_.anonymous.get<EventDetail>(`/events/${eventId}`)).body;
  expect(after).toMatchObject({
    theme: '看新机房',
    sessions: [{ seats: { capacity: 44 }, startsAt: before.startsAt }],
  });
});

test('one date fewer in the row cancels that session, and only with consent where people are registered', async () => {
  const plan = await imported(sheet('少一场计划表', aRow('两场')));
  const row = plan.items[0]!;
  const [one, two] = [dated(5), dated(12)];
  await decideAll(plan, [{ row: row.id, decision: { ...one, moreTimes: [two], venue: VENUE } }]);
  const { eventId, sessionIds } = (await publish(plan, row)).body.items[0]!;
  await register(await test_.as('resident', '第二场的人'), sessionIds[1]!);
  await decideAll(plan, [{ row: row.id, decision: { ...one, venue: VENUE }, replace: true }]);
  expect((await publish(plan, row)).body).toMatchObject({ code: 'AFFECTS_PEOPLE' });
  expect((await publish(plan, row, true)).body).toMatchObject({ told: 1, items: [{ sessionIds: [sessionIds[0]] }] });
  const event = (await test_.anonymous.get<EventDetail>(`/events/${eventId}`)).body;
  expect(event.sessions.map(({ phase }) => phase)).toEqual(['open', 'cancelled']);
});

test('what was decided of a cell that the corrected sheet changed is asked again; the rest stays decided', async () => {
  const title = '改期计划表';
  const plan = await imported(sheet(title, aRow('看河道', '6月中旬', '20余人')));
  const row = plan.items[0]!;
  const decision = { ...dated(5), venue: VENUE, capacity: 25, confirmed: ['headcount_approximate' as const] };
  await decideAll(plan, [{ row: row.id, decision }]);
  const { eventId } = (await publish(plan, row)).body.items[0]!;

  const moved = (await imported(sheet(title, aRow('看河道', '6月下旬', '20余人')))).items[0]!;
  expect(moved).toMatchObject({ outdated: true, publishable: false });
  expect(moved.decided).toEqual({ venue: VENUE, capacity: 25, confirmed: ['headcount_approximate'] });
  expect((await publish(plan, row, true)).body).toMatchObject({ code: 'PLAN_ROWS_BLOCKED' });
  const later = dated(9);
  await decideAll(plan, [{ row: row.id, decision: later }]);
  expect((await publish(plan, row, true)).status).toBe(200);
  const event = (await test_.anonymous.get<EventDetail>(`/events/${eventId}`)).body;
  expect(event.sessions).toMatchObject([later]);
});
