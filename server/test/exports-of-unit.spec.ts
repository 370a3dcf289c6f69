import type { Programme } from '@openday/shared/places';
import type { MadeWebhook } from '@openday/shared/webhooks';
import { HeldPublication } from '../src/modules/suggestions/held-publication.entity';
import { WebhookDelivery } from '../src/modules/webhooks/webhook-delivery.entity';
import { startApp, type TestApp } from './support/app';
import { fetched, linesOf } from './support/exported';
import { anOrganizer, inHours, theDistrict } from './support/factories';
import { aUnitWorld, type UnitWorld } from './support/unit-world';

let test_: TestApp;
let mine: UnitWorld;
let other: UnitWorld;

beforeAll(async () => {
  test_ = await startApp();
  await theDistrict(test_);
  mine = await aUnitWorld(test_, '本单位');
  other = await aUnitWorld(test_, '邻单位');
});
afterAll(() => test_.stop());

const lines = (file: string, who = mine.desk) => linesOf(test_, who, file);
const both = (file: string) => Promise.all([`${file}.xlsx`, `${file}.csv`].map((one) => lines(one)));
const WHEN = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

test('programmes go out with what each asks of its units; what is as everywhere is empty, never 0', async () => {
  const made = await mine.desk.post<Programme>('/programmes', { title: '=2027年开放月', year: 2027 });
  await mine.desk.patch(`/programmes/${made.body.id}`, {
    ...{
      closingDays: 7,
      answerDays: 5,
      keptDays: 20,
      approves: true,
      smsBudget: 300,
      noShowLimit: null,
      noShowDays: null,
    },
  });
  const expected = {
    ...{ 计划: "'=2027年开放月", 年份: 2027, 单位: '本单位', 先备案再公布: '是', 总结几天内交: 7, 意见几天内答复: 5 },
    ...{ 姓名电话留几天: 20, 几次没来就限制: null, 限制几天: null, 短信最多几条: 300, 短信已发: 0 },
  };
  expect((await lines('programmes.xlsx')).slice(-1)).toMatchObject([expected]);
  const csv = (await lines('programmes.csv')).at(-1)!;
  expect([csv.计划, csv.短信最多几条, csv.几次没来就限制 || null]).toEqual([expected.计划, '300', null]);
});

test('the sheets a unit imported go out with how much of each is public', async () => {
  const [row] = await lines('imports.xlsx');
  expect(row).toMatchObject({ 序号: 1, 计划: '2026年开放月计划表', 年份: 2026, 几项: 1, 已公布: 0, 没公布: 1 });
  expect(row!.导入时间).toMatch(WHEN);
});

test('standing hours go out as days of the week and clocks, by place', async () => {
  for (const rows of await both('slots'))
    expect(rows).toMatchObject([
      {
        ...{ 场地: '本单位的地方', 活动主题: '本单位长期开放', 周几开放: '周一', 几点开门: '09:00', 几点关门: '11:00' },
        状态: '开放',
      },
    ]);
  const [row] = await lines('slots.xlsx');
  expect(row).toMatchObject({ 每场几分钟: 60, 每场几人: 10, 提前排几周: 1, 放假不开: null });
});

test('a site goes out with a line for all it was told, oldest first, and with one where it was told nothing', async () => {
  const url = 'https://site.example.cn/hook';
  // A unit that publishes nothing: nothing but what is written here is told to its site, however slow the machine.
  await anOrganizer(test_, { name: '只有网站的单位' });
  const desk = await test_.as('organizer', '只有网站的单位');
  const { webhook } = (await desk.post<MadeWebhook>('/webhooks', { url })).body;
  expect(await lines('sites.xlsx', desk)).toMatchObject([
    { 序号: 1, 接收地址: url, 单位: '只有网站的单位', 状态: '在推', 推送: null },
  ]);
  const told = { webhookId: webhook.id, sessionId: mine.ids.session, createdAt: new Date() };
  // More than its page shows.
  const rows = Array.from({ length: 12 }, (_, n) => ({
    ...{ ...told, id: `10000000000000000${n + 10}`, newsId: `20000000000000000${n + 10}`, tries: n + 1 },
    ...(n ? { event: 'session.changed' as const, problem: '@连不上' } : { event: 'session.published' as const }),
    ...(n ? {} : { deliveredAt: new Date() }),
  }));
  await test_.database.write((manager) => manager.insert(WebhookDelivery, rows));
  const sent = await lines('sites.xlsx', desk);
  expect(sent.map((row) => row.发了几次)).toEqual(rows.map(({ tries }) => tries));
  expect(sent.slice(0, 2)).toMatchObject([
    { 推送: '公布了一场', 结果: '送到了', 怎么了: null },
    { 推送: '改了一场', 结果: '没送到', 怎么了: "'@连不上" },
  ]);
  expect((await desk.post('/exports', { kind: 'sites', format: 'csv' })).body).toEqual({ rows: 12, job: null });
});

test('a session’s door people and what was said to those registered are files of that session, and of nobody else’s', async () => {
  const session = `session=${mine.ids.session}`;
  const said = { text: '=门口集合' };
  await mine.desk.post(`/sessions/${mine.ids.session}/messages`, said, { 'idempotency-key': 'said-to-them' });
  const [person] = await lines(`doorStaff.xlsx?${session}`);
  expect(person).toMatchObject({ 序号: 1, 姓名: '门口的人', 设备: null, 撤下时间: null });
  expect(person!.加入时间).toMatch(WHEN);
  expect(await lines(`messages.xlsx?${session}`)).toMatchObject([{ 说了什么: "'=门口集合", 发给几人: 1 }]);
  for (const kind of ['doorStaff', 'messages']) {
    expect((await fetched(test_, other.desk, `/exports/${kind}.csv?${session}`)).status).toBe(404);
    expect((await fetched(test_, mine.desk, `/exports/${kind}.csv`)).status).toBe(400);
    expect((await fetched(test_, mine.doorStaff, `/exports/${kind}.csv?${session}`)).status).toBe(403);
    expect(await mine.desk.refused('POST', '/exports', { kind, format: 'csv' })).toMatchObject({
      ...{ status: 400, details: [{ field: 'session' }] },
    });
  }
});

test('what waits for a second look goes out with what was said and what is to be public; what was refused does not', async () => {
  const held = { askedBy: mine.ids.member, createdAt: new Date(inHours(-1)), why: 'risky' as const, reason: null };
  const words = { question: '+路灯什么时候修', answer: '换好了' };
  const suggestionId = mine.ids.suggestion;
  await test_.database.write((manager) => manager.insert(HeldPublication, { ...held, ...words, suggestionId }));
  for (const rows of await both('publications'))
    expect(rows).toMatchObject([
      { 单位: '本单位', 为什么要看: '微信说不合适', 要公开的问题: "'+路灯什么时候修", 要公开的答复: '换好了' },
    ]);
  expect((await lines('publications.csv'))[0]!['居民的原话（不公开）']).toBeTruthy();
  expect(await lines('publications.csv', other.desk)).toEqual([]);
  await test_.database.write((manager) => manager.update(HeldPublication, { suggestionId }, { reason: '看得出是谁' }));
  expect(await lines('publications.csv')).toEqual([]);
});
