import { setTimeout as wait } from 'node:timers/promises';
import type { DrawView } from '@openday/shared/draws';
import type { Registrant, Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { codeOf, finds } from './resident';

const here = opened();
let unit: Account;

beforeAll(async () => {
  unit = await Account.of(here.product.origin, 'organizer');
});
const resident = (name: string) => Account.of(here.product.origin, 'resident', name);
const statusOf = async (account: Account, { id }: Registration) =>
  (await account.get<Registration>(`/registrations/${id}`)).status;

/** Somebody of the unit at the desk, before this page. */
async function atDesk(route: string): Promise<Visitor> {
  const desk = await Visitor.come(here.browser, here.product.origin, 'desk');
  await desk.goTo(route);
  await desk.words('我是承办单位').click();
  return desk;
}

const sessionPage = ({ id }: SessionDetail) => `organizer/session/index?id=${id}`;

test('what a pool and a question ask is said at its field, and the unit reads the answer', async () => {
  const theme = '变电站开放日';
  const session = await unit.publishes(
    theme,
    {
      quotas: [
        { name: '居民', capacity: 20 },
        { name: '企业代表', capacity: 5, declaration: '我是辖区企业的代表', asksEnterprise: true },
      ],
    },
    { questions: [{ id: 'q1', text: '要不要带安全帽', kind: 'yesNo', required: true }] },
  );
  const visitor = await Visitor.come(here.browser, here.product.origin);
  await finds(visitor, theme);
  await visitor.tap('报名');
  await visitor.type('怎么称呼您', '令狐先生');
  await visitor.tap('进去看看');
  await visitor.tap(/^企业代表/, 'radio');
  await visitor.tap('同意并报名 1 人');
  await visitor.sees('符合才能报，符合就请勾上');
  await visitor.sees('请填单位或企业的名称');
  await visitor.sees('请回答“要不要带安全帽”');
  await visitor.page.getByRole('checkbox', { name: /我是辖区企业的代表/ }).click();
  await visitor.type('单位或企业名称', '云湖恒达机械');
  await visitor.tap('不是', 'radio');
  await visitor.tap('同意并报名 1 人');
  await visitor.sees('报上了，1 人。');
  await visitor.leave();

  const desk = await atDesk(sessionPage(session));
  await desk.sees('企业代表 · 云湖恒达机械');
  await desk.sees('要不要带安全帽：不是');
  await desk.leave();
});

test('an offer comes up on the open page by itself, is taken there, and is a ticket at once', async () => {
  const theme = '天文馆观星夜';
  const session = await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 1 }], confirmHours: 1 });
  const first = await resident('端木女士');
  const held = await first.register(session, 1);
  const visitor = await Visitor.come(here.browser, here.product.origin);
  await finds(visitor, theme);
  await visitor.tap('排候补');
  await visitor.type('怎么称呼您', '公冶先生');
  await visitor.tap('进去看看');
  await visitor.tap('同意并排候补，1 人');
  await visitor.sees('排在第 1 位');

  // The ticket lies over the activity's page once it is there: only then is that page gone back to.
  await visitor.sees('排上候补了');
  await visitor.goTo(`pages/event/index?id=${session.eventId}&session=${session.id}`);
  await visitor.sees('看看我的报名');

  await first.post(`/registrations/${held.id}/cancel`);
  await visitor.sees('轮到您了');
  await visitor.tap('确认来 1 人');
  await visitor.sees('您已报名，1 人');
  await visitor.tap('出示入场码');
  await codeOf(visitor, 1).waitFor();
  await visitor.leave();
});

test('the unit lets in who applied, and refuses another with a reason', async () => {
  const session = await unit.publishes('法院公众开放日', { mode: 'approval' });
  const [wanted, other] = [await resident('东方女士'), await resident('西门先生')];
  const [first, second] = [await wanted.register(session, 2), await other.register(session, 1)];
  const desk = await atDesk(sessionPage(session));
  await desk.sees('待确认 2');
  await desk.tap(/^通过 东/);
  await desk.sees('待确认 1');
  await desk.tap(/^婉拒 西/);
  await desk.tap('名额已经排满', 'radio');
  await desk.tap('婉拒并告诉他');
  await desk.sees('未通过 1');
  await desk.leave();
  expect([await statusOf(wanted, first), await statusOf(other, second)]).toEqual(['confirmed', 'declined']);
});

test('a draw is made at the desk with the number named before, and its result is public', async () => {
  const residents = await Promise.all(['欧阳先生', '上官女士', '诸葛女士'].map(resident));
  // Longer than a busy server takes to publish and register.
  const soon = new Date(Date.now() + 10_000).toISOString();
  const session = await unit.publishes('自来水厂开放日', {
    mode: 'draw',
    closesAt: soon,
    quotas: [{ name: '居民', capacity: 2 }],
    draw: { drawsAt: soon, publicSource: '当天福彩 3D 开奖号' },
  });
  for (const each of residents) await each.register(session, 1);
  await wait(Math.max(0, Date.parse(soon) - Date.now()) + 500);
  const desk = await atDesk(sessionPage(session));
  await desk.tap('现在抽签');
  await desk.sees('请填事先说好的公开数字');
  await desk.type('公开数字：当天福彩 3D 开奖号', '384');
  await desk.tap('现在抽签');
  await desk.words('抽签').click();
  await desk.tap('看公示');
  await desk.sees('中签 2 份，未中签 1 份');
  await desk.leave();
  const { result } = await unit.get<DrawView>(`/sessions/${session.id}/draw`);
  expect(result).toMatchObject({ publicNumber: '384', entries: [{}, {}, {}] });
});

test('fewer seats than are taken: who would lose theirs is said first, and waits at the front after', async () => {
  // Tomorrow: nobody loses a seat in the last two hours.
  const [startsAt, endsAt] = [24, 26].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const session = await unit.publishes('图书馆夜场', {
    ...{ startsAt, endsAt },
    quotas: [{ name: '居民', capacity: 3 }],
  });
  const [first, second] = [await resident('慕容先生'), await resident('司徒女士')];
  const [kept, lost] = [await first.register(session, 2), await second.register(session, 1)];
  const desk = await atDesk(`organizer/setup/index?id=${session.id}`);
  await desk.type('居民', '2');
  await desk.tap('提交改动');
  await desk.sees('有 1 人要回到候补最前面');
  await desk.tap('改并通知');
  await desk.sees('会影响已经报名的人，请写一句为什么改');
  await desk.type('为什么改', '会议室检修');
  await desk.tap('改并通知');
  await desk.sees('没有改动');
  await desk.leave();
  expect([await statusOf(first, kept), await statusOf(second, lost)]).toEqual(['confirmed', 'waitlisted']);
  const { items } = await unit.get<{ items: Registrant[] }>(`/sessions/${session.id}/registrations?status=waitlisted`);
  expect(items.map(({ position }) => position)).toEqual([1]);
});
