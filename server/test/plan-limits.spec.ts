import type { PlanImport, PlanRow } from '@openday/shared/plans';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { fetched, linesOf } from './support/exported';
import { anOrganizer, theDistrict } from './support/factories';

const HEAD = '序号\t活动时间\t活动主题\t活动内容\t人数\t承办单位\t联系人';
const aRow = (theme: string, headcount: string) =>
  `1\t6月中旬\t${theme}\t邀请居民参观\t${headcount}\t某区\t办公室 0635-0000001`;
const DECIDED = {
  startsAt: '2035-06-12T01:00:00.000Z',
  endsAt: '2035-06-12T03:00:00.000Z',
  venue: { name: '厅', lng: 116, lat: 36.4 },
};

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

async function theRow(title: string, row: string): Promise<[path: string, row: PlanRow]> {
  const { body } = await desk.post<PlanImport>('/plan-imports', { text: [title, HEAD, row].join('\n') });
  return [`/plan-imports/${body.id}`, body.items[0]!];
}

test.each([
  ['a theme', '2035年“政府开放日”计划表', aRow('看农场'.repeat(50), '20人'), {}],
  ['a headcount', '2035年“政府开放周”计划表', aRow('看农场', '99999999999人'), { capacity: 20 }],
  ['as many seats', '2035年“政府开放月”计划表', aRow('看农场', '500000人'), {}],
])('%s larger than an event may have blocks its row', async (_, title, text, more) => {
  const [path, row] = await theRow(title, text);
  const confirmed = row.warnings.map(({ code }) => code);
  await desk.patch(`${path}/rows/${row.id}`, { ...DECIDED, ...more, confirmed });
  expect(await desk.refused('POST', `${path}/publish`, { rows: [row.id] })).toMatchObject({
    status: 409,
    code: 'PLAN_ROWS_BLOCKED',
    details: [{ message: expect.stringContaining('太') }],
  });
});

test('null takes a decision back, and settles nothing', async () => {
  const [path, row] = await theRow('2036年“政府开放月”计划表', aRow('看水厂', '20人'));
  await desk.patch(`${path}/rows/${row.id}`, { ...DECIDED, capacity: 12 });
  const undone = await desk.patch<PlanRow>(`${path}/rows/${row.id}`, { capacity: null, startsAt: null, venue: null });
  expect(undone.body).toMatchObject({ decided: { endsAt: DECIDED.endsAt }, publishable: false });
  expect(Object.keys(undone.body.decided)).toEqual(['endsAt']);
});

test('a sheet goes out as decided so far, each row with what is still to be decided; another unit’s is not found', async () => {
  const rows = [aRow('看农场', '20人'), aRow('看鱼塘', '20人').replace('1', '2')];
  const text = ['2035年“政务开放月”计划表', HEAD, ...rows].join('\n');
  const { id, items } = (await desk.post<PlanImport>('/plan-imports', { text })).body;
  await desk.patch(`/plan-imports/${id}/rows/${items[0]!.id}`, DECIDED);
  expect(await linesOf(test_, desk, `plan.xlsx?plan=${id}`)).toMatchObject([
    { 序号: 1, 活动时间: '2035年6月12日上午09:00—11:00', 活动主题: '看农场', 活动地点: '厅', 拟参加人数: '20人' },
    { 序号: 2, 活动时间: '6月中旬', 承办单位: '某区', 状态: '还没公布', 必须定的: expect.stringMatching(/./) },
  ]);
  const other = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect((await fetched(test_, other, `/exports/plan.csv?plan=${id}`)).status).toBe(404);
  expect((await fetched(test_, desk, '/exports/plan.csv')).status).toBe(400);
});
