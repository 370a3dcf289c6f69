import type { Venue } from '@openday/shared/places';
import type { PlanDecision, PlanImport, PlanRow } from '@openday/shared/plans';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const aVenue = async (name: string, by = desk): Promise<Venue> => {
  const made = await by.post<Venue>('/venues', { name, lng: 116, lat: 36.44 });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
};
const imported = async (title: string, places: string[], by = desk): Promise<PlanImport> => {
  const head = '序号\t活动时间\t活动主题\t活动内容\t人数\t承办单位\t联系人\t活动地点';
  const rows = places.map(
    (place, i) => `${i + 1}\t6月${i + 3}日\t主题${i}号活动\t参观\t20人\t某局\t张三 13800000001\t${place}`,
  );
  const made = await by.post<PlanImport>('/plan-imports', { text: [title, head, ...rows].join('\n') });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
};
const reread = async (plan: PlanImport) => (await desk.get<PlanImport>(`/plan-imports/${plan.id}`)).body;
const proposed = (plan: PlanImport) => plan.items.map(({ venueProposals }) => venueProposals.map(({ name }) => name));

test('known places are proposed by name, none is chosen, and one made a minute ago is proposed too', async () => {
  const hall = await aVenue('湖畔区东桥社区议事厅');
  const plan = await imported('2030年东桥政府开放月活动统计表', ['东桥社区（议事厅）', '梨园文化馆']);
  expect(plan.items[0]).toMatchObject({ decided: {}, venueProposals: [{ id: hall.id, name: '湖畔区东桥社区议事厅' }] });
  expect(plan.items[1]!.venueProposals).toEqual([]);
  await aVenue('湖畔区梨园文化馆');
  expect(proposed(await reread(plan))).toEqual([['湖畔区东桥社区议事厅'], ['湖畔区梨园文化馆']]);
});

test('a decided place ends the proposals; taken back, they are there again', async () => {
  const square = await aVenue('柳溪文化广场');
  const plan = await imported('2030年柳溪政府开放月活动统计表', ['柳溪文化广场']);
  const decide = (decision: PlanDecision, replace = false) =>
    desk.patch<{ items: PlanRow[] }>(`/plan-imports/${plan.id}/rows`, {
      items: [{ row: plan.items[0]!.id, decision, replace }],
    });
  expect((await decide({ venueId: square.id })).body.items[0]!.venueProposals).toEqual([]);
  const back = [{ id: square.id, name: '柳溪文化广场' }];
  expect((await decide({}, true)).body.items[0]!.venueProposals).toEqual(back);
});

test('a unit is proposed its own places and those of units above it, never a neighbour’s', async () => {
  const [mine, other] = await Promise.all([
    anOrganizer(test_, { name: '北河镇' }),
    anOrganizer(test_, { name: '南山镇' }),
  ]);
  const [unit, neighbour] = await Promise.all([test_.as('organizer', mine.name), test_.as('organizer', other.name)]);
  await aVenue('云台图书馆一楼', neighbour);
  await aVenue('云台图书馆二楼', unit);
  await aVenue('云台图书馆三楼');
  const plan = await imported('2030年云台政府开放月活动统计表', ['云台图书馆'], unit);
  expect(proposed(plan)).toEqual([['云台图书馆二楼', '云台图书馆三楼']]);
});
