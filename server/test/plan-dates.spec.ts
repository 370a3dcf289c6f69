import type { EventDetail } from '@openday/shared/events';
import type { PlanDecision, PlanImport, PublishedRows } from '@openday/shared/plans';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, inHours, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

const VENUE = { name: '东桥社区议事厅', lng: 116.0, lat: 36.44 };
const HEAD = ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'].join('\t');
const rowText = (theme: string) =>
  ['1', '6月中旬', theme, '邀请居民到现场看看', '20人', '东桥社区', '办公室 0635-0000001'].join('\t');

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  await anOrganizer(test_, { name: '东桥社区' });
});
afterAll(() => test_.stop());

async function aPlan(title: string, theme: string) {
  const text = `2026年${title}\n${HEAD}\n${rowText(theme)}`;
  const plan = (await desk.post<PlanImport>('/plan-imports', { text })).body;
  const row = plan.items[0]!.id;
  return {
    decide: (decided: PlanDecision) => desk.patch(`/plan-imports/${plan.id}/rows/${row}`, decided),
    path: `/plan-imports/${plan.id}/publish`,
    rows: [row],
  };
}

test('a session that is already over is not published from a sheet', async () => {
  const { decide, path, rows } = await aPlan('开放月计划表', '过去的日子');
  await decide({ startsAt: inHours(-5), endsAt: inHours(-3), venue: VENUE });
  const refused = await desk.refused('POST', path, { rows });
  expect(refused).toMatchObject({ status: 409, code: 'PLAN_ROWS_BLOCKED' });
  expect(refused.details?.[0]?.message).toContain('已经过去了');
});

test('a date set for an announced row carries the unit decided since', async () => {
  const other = await anOrganizer(test_, { name: '西桥社区' });
  const { decide, path, rows } = await aPlan('开放周计划表', '换了单位');
  await decide({ act: 'announce' });
  const { eventId } = (await desk.post<PublishedRows>(path, { rows })).body.items[0]!;
  await decide({ act: 'publish', organizerId: other.id, startsAt: inHours(48), endsAt: inHours(50), venue: VENUE });
  await desk.post<PublishedRows>(path, { rows });
  const { body } = await test_.anonymous.get<EventDetail>(`/events/${eventId}`);
  expect(body.organizer).toEqual({ id: other.id, name: '西桥社区' });
  expect(body.sessions[0]!.organizer.id).toBe(other.id);
});
