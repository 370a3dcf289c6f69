import { PlanRow } from '../src/modules/plans/plan-row.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { theDistrict } from './support/factories';

const HEAD = '序号\t活动时间\t活动主题\t承办单位';
const SHEET = `2025年“政府开放日”计划表\n${HEAD}\n1\t6月中旬\t看农场\t农业农村办`;

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

test.each<[string, unknown, string]>([
  ['nothing', {}, 'EMPTY_FILE'],
  ['white space', { text: ' \n\t ' }, 'EMPTY_FILE'],
  ['prose', { text: '今天天气很好。\n我们去公园玩。' }, 'NOT_A_PLAN'],
  [
    'a purchase list',
    { text: '2024年办公用品采购清单\n序号,品名,规格,数量,单价\n1,笔,黑,10,2\n2,纸,A4,5,20' },
    'NOT_A_PLAN',
  ],
  ['an unknown field', { text: SHEET, title2: 'x' }, 'BAD_REQUEST'],
  ['a year that is none', { text: SHEET, year: 24 }, 'BAD_REQUEST'],
  ['an unknown programme', { text: SHEET, programmeId: '1000000000000000000' }, 'NOT_FOUND'],
  ['a sheet without title and year', { text: `${HEAD}\n1\t6月中旬\t参观农场\t农业农村办` }, 'PLAN_TITLE_NEEDED'],
])('%s is refused with its own code, and nothing is written', async (_, body, code) => {
  const before = await test_.database.read.count(PlanRow);
  const refused = await desk.refused('POST', '/plan-imports', body);
  expect(refused.code).toBe(code);
  expect(refused.message).toMatch(/\p{Script=Han}/u);
  expect(await test_.database.read.count(PlanRow)).toBe(before);
});

test('a refusal says what the table seems to be', async () => {
  const text =
    '2024年在线访谈计划表\n序号\t访谈主题\t访谈时间\t访谈单位\n1\t医保\t9月4日\t医保局\n2\t教育\t9月5日\t教育局';
  const refused = await desk.refused('POST', '/plan-imports', { text });
  expect(refused).toMatchObject({
    code: 'NOT_A_PLAN',
    details: [{ field: 'file', message: '看起来是“在线访谈安排”。' }],
  });
});
