import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dayOf } from '@openday/shared/dates';
import { dayOff } from '@openday/shared/days-off';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { recordsPaper } from './door';
import { opened } from './opening';

const here = opened({ seconds: 240 });

const LEDGER = resolve(__dirname, '../../../server/dist/src/modules/registrations/ledger.cli.js');
const UNIT = '高新区九州发展服务中心凤凰社区';
const THEME = '社区食堂后厨开放日';
const DAY = 86_400_000;
/** Before the session, longer than a busy server takes to move it there; and how long it lasts. */
const [AHEAD_MS, OPEN_MS] = [8_000, 6_000];
const SAID = ['盐少放一点', '周末也开门吧', '菜价贴在门口'];

function sheet(): string {
  const days = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((ahead) => dayOf(Date.now() + ahead * DAY));
  const [year, month, day] = (days.find((each) => dayOff(each) === null) ?? '').split('-').map(Number);
  return [
    `${year}年高新区“政府开放月”活动统计表`,
    '序号\t时间\t活动主题\t活动内容\t拟参加人数\t承办单位\t联系人及电话',
    `1\t${month}月${day}日上午9:30-11:00\t${THEME}\t请居民看后厨、尝饭菜、提意见。\t20 人\t${UNIT}\t社区办公室 0635-0000004`,
  ].join('\n');
}

/** The clerk, signed in, at a desk or with a phone. */
async function clerk(unit: Account, at: 'phone' | 'desk'): Promise<Visitor> {
  const visitor = await Visitor.come(here.browser, here.product.origin, at, 1);
  await visitor.context.addInitScript(
    (tokens) => localStorage.setItem('tokens', JSON.stringify({ data: tokens })),
    unit.tokens,
  );
  return visitor;
}

async function answers(desk: Visitor, words: string): Promise<void> {
  await desk.words(words).click();
  await desk.tap('接单');
  await desk.type('答复', '这周就改，月底请您再来看。');
  await desk.tap('发给居民');
  // In the sheet: the list behind it says the same of those answered before.
  const sheet = desk.page.getByRole('dialog').filter({ visible: true }).last();
  await sheet.getByText('说办结了').waitFor();
  await desk.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
}

/** The file that comes of a press, by its first two letters a ZIP as Word and Excel have it. */
async function downloads(desk: Visitor, button: string): Promise<void> {
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.tap(button)]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
}

test('a clerk’s month: import, publish, approve, staff the door, close, answer, report; every page has the same numbers', async () => {
  const { origin, folder } = here.product;
  const unit = await Account.of(origin, 'organizer', UNIT);
  const desk = await clerk(unit, 'desk');

  // The sheet comes in and is made public.
  await desk.goTo('organizer/plans/index');
  await desk.tap('导入一份计划');
  await desk.page.getByRole('textbox', { name: '表里的文字' }).fill(sheet());
  await desk.tap('导入');
  await desk.tap('选已有场地，或新建');
  await desk.page.getByRole('dialog').filter({ visible: true }).last().getByText(/凤凰/).first().click();
  await desk.sees('已保存');
  await desk.tap('公布已定的 1 项');
  await desk.tap('公布这 1 项');
  await desk.sees('公布了 1 项；一共 1 场');
  const { items } = await unit.get<Page<SessionCard>>(`/sessions?q=${encodeURIComponent(THEME)}`);
  const { id, eventId } = items[0]!;

  // Whoever comes is approved.
  await desk.goTo(`organizer/setup/index?id=${id}`);
  await desk.tap(/^审核/, 'radio');
  await desk.isTold('存好了', () => desk.tap('存好报名设置'));
  const residents = await Promise.all(
    ['东方女士', '西门先生', '南宫女士'].map((name) => Account.of(origin, 'resident', name)),
  );
  for (const [n, resident] of residents.entries())
    await resident.post(`/sessions/${id}/registrations`, { seats: [2, 3, 1][n] });
  await desk.goTo(`organizer/session/index?id=${id}`);
  // What was read a moment ago is not read again.
  await desk.page.reload();
  await desk.sees('待确认 3');
  await desk.tap(/^通过 东/);
  await desk.sees('待确认 2');
  await desk.tap(/^通过 南/);
  await desk.sees('待确认 1');
  await desk.tap(/^婉拒 西/);
  await desk.tap('名额已经排满', 'radio');
  await desk.tap('婉拒并告诉他');
  await desk.sees('未通过 1');
  await desk.tap('打印名单');
  await desk.sees(/2 份 · 3 人/);

  // Somebody is asked to stand at the door; the day comes.
  await desk.goTo(`organizer/door/index?id=${id}`);
  await desk.tap('生成邀请');
  const link = await desk.page.locator('#invite-link').textContent();
  const startsAt = Date.now() + AHEAD_MS;
  const [from, to] = [startsAt, startsAt + OPEN_MS].map((at) => new Date(at).toISOString());
  await unit.patch(`/sessions/${id}`, { startsAt: from, endsAt: to, closesAt: from, confirm: true, reason: '提前办' });
  const helper = await Visitor.come(here.browser, origin);
  await helper.page.goto(link ?? '');
  await helper.type('怎么称呼您', '小张');
  await helper.tap('开始');
  await helper.tap('存名单');
  await helper.tap('东门', 'radio');
  await helper.tap('就叫这个');
  await helper.sees('没网也能用');
  await helper.goTo(`staff/entry/index?id=${id}`);
  for (const name of [/^东/, /^南/])
    await helper.page.getByRole('checkbox', { name }).filter({ visible: true }).click();
  await helper.type('现场来访一共几位', '3');
  await helper.type('现场数的总人数', '8');
  await helper.tap('照纸名单重数', 'radio');
  await recordsPaper(helper, '记下 2 份，共 6 人');
  await helper.leave();

  // What came of it is written down and made public, with a picture.
  for (const [n, text] of SAID.entries())
    await residents[n]!.post('/suggestions', { kind: 'suggestion', text, eventId });
  await wait(Math.max(0, startsAt + OPEN_MS + 300 - Date.now()));
  const tallies = {
    satisfaction: { veryGood: 14, good: 5, fair: 1, poor: 0, veryPoor: 0, blank: 0 },
    clarity: { clear: 20, partly: 0, unclear: 0, blank: 0 },
  };
  await unit.post(`/events/${eventId}/paper-batches`, { place: '食堂门口', handedOut: 30, returned: 20, tallies });
  await desk.goTo(`records/report/index?id=${id}`);
  await desk.words('没带手机').click();
  await desk.words('上班农忙没空').click();
  await desk.type('现场给居民讲了几次政策', '9');
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), desk.tap('加照片')]);
  await chooser.setFiles({ name: '后厨.png', mimeType: 'image/png', buffer: await desk.page.screenshot() });
  await desk.words('人脸已模糊，照片里没有未成年人').click();
  await desk.tap('公布总结');
  await desk.sees('撤下总结');
  await downloads(desk, '导出 Word');

  // Two are answered at the desk, the third on the way home.
  await desk.goTo('organizer/suggestions/index');
  for (const text of SAID.slice(0, 2)) await answers(desk, text);
  const phone = await clerk(unit, 'phone');
  await phone.goTo('organizer/home/index');
  await phone.sees('1 条意见等您接单');
  await phone.goTo('organizer/suggestions/index');
  await answers(phone, SAID[2]!);

  // Planned, seats, registered, checked in, counted: on the board, on the session’s page and in the report.
  await desk.goTo('organizer/board/index');
  const lane = desk.page.locator('.lanes__row').filter({ hasText: THEME, visible: true });
  await lane.waitFor();
  expect(await lane.locator('.lanes__number').allTextContents()).toEqual(['20', '20', '3', '6', '8']);
  await lane.getByText(THEME).click();
  await desk.sees('已报名 2');
  // It was read before it was moved, and may be known for a moment more.
  await desk.page.reload();
  const shown = desk.page.locator('.four__n').filter({ visible: true });
  await shown.first().waitFor();
  expect(await shown.allTextContents()).toEqual(['3', '6', '0', '8']);
  for (const [who, more] of [
    [desk, '导出 Word'],
    [phone, 'Excel'],
  ] as const) {
    await who.goTo('records/annual/index');
    const sentence = who.page.locator('.annual__sentence').filter({ visible: true });
    await sentence.waitFor();
    expect((await sentence.textContent())?.replace(/\s/g, '')).toContain(
      '举办政府开放日活动1场，邀请居民、企业和代表8人参加，发放满意度问卷30份，现场解读政策9次。收到意见建议3条',
    );
    await downloads(who, more);
  }
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data') };
  const { stdout } = await promisify(execFile)(process.execPath, [LEDGER], { env });
  expect(stdout).toContain('账目相符');
  await phone.leave();
  await desk.leave();
});

test('what is approved leads to sending it out: who approves at once, its unit from the event', async () => {
  const { origin } = here.product;
  const [unit, district] = [await Account.of(origin, 'organizer', UNIT), await Account.of(origin, 'district')];
  const programme = await district.post<{ id: string }>('/programmes', { title: '要备案的开放月', year: 2026 });
  await district.patch(`/programmes/${programme.id}`, { noShowLimit: null, noShowDays: null, approves: true });
  const window = { text: '长期', from: '2026-01-01', to: '2037-12-31', precision: 'recurring' };
  const asked = { theme: '邻里厨房开放日', programmeId: programme.id, window };
  const { id } = await unit.post<{ id: string }>('/events', asked);
  await unit.post(`/events/${id}/submit`);
  for (const [who, stands, press] of [
    [district, '这个活动等您备案。同意后马上公布，居民就能报名。', '同意并公布'],
    [unit, '备案通过，居民现在能看到。接着发出去吧', '发出去'],
  ] as const) {
    const desk = await clerk(who, 'phone');
    await desk.goTo(`editor/event/index?id=${id}`);
    await desk.sees(stands);
    await desk.tap(press);
    await desk.sees('公众号推文');
    await desk.leave();
  }
});
