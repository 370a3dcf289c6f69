import { setTimeout as wait } from 'node:timers/promises';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { finds, registers } from './resident';

const here = opened({ seconds: 180 });

const LINE = '小区东门的路灯晚上不亮';
const SOON_MS = 45_000;

test('a resident rates, gives an opinion, is answered, says 没解决, and it goes back to the unit', async () => {
  const theme = '物业管理怎么管';
  const unit = await Account.of(here.product.origin, 'organizer');
  const startsAt = new Date(Date.now() + SOON_MS).toISOString();
  const session = await unit.publishes(theme, { startsAt, closesAt: startsAt });
  const resident = await Visitor.come(here.browser, here.product.origin);
  await registers(resident, theme, '王女士', 1);
  await wait(Date.parse(startsAt) - Date.now() + 500);

  // Nothing is chosen beforehand, and what is written outlives the page.
  await resident.goTo(`voice/rate/index?session=${session.id}`);
  await resident.sees('还有 2 个问题没选');
  await resident.tap('满意', 'radio');
  await resident.tap('一部分', 'radio');
  await resident.type('还想说一句', LINE);
  await resident.page.reload();
  await resident.sees(/提交，并转给/);
  await resident.tap(/^提交，并转给/);
  await resident.sees('记下了，谢谢您');
  await resident.tap('看办到哪一步');
  await resident.sees('等单位收下');

  const clerk = await Visitor.come(here.browser, here.product.origin, 'desk');
  await clerk.context.addInitScript(
    (tokens) => localStorage.setItem('tokens', JSON.stringify({ data: tokens })),
    unit.tokens,
  );
  await clerk.goTo('organizer/suggestions/index');
  await clerk.words(LINE).click();
  await clerk.tap('接单');
  await clerk.type('答复', '东门三盏灯已经换好');
  await clerk.tap('发给居民');
  await clerk.sees('说办结了');

  await resident.page.reload();
  await resident.sees('东门三盏灯已经换好');
  await resident.tap('没解决', 'radio');
  await resident.tap('提交评价：没解决');
  await resident.sees('退回去了，等单位再办');

  await clerk.goTo('organizer/home/index');
  await clerk.page.reload();
  await clerk.goTo('organizer/suggestions/index?stage=new');
  await clerk.page.reload();
  await clerk.words(LINE).waitFor();
  await clerk.sees('居民退回 1 次');
  await resident.leave();
  await clerk.leave();
});

test('without network what is written stays on the phone, and is sent once there is', async () => {
  const theme = '图书馆夜间开放';
  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes(theme);
  const resident = await Visitor.come(here.browser, here.product.origin);
  await registers(resident, theme, '李女士', 1);
  await finds(resident, theme);
  await resident.tap(/信息不对/);
  await resident.type('说说看', '地址写的是旧馆');
  await resident.context.setOffline(true);
  await resident.tap('提交');
  await resident.sees(/写的都留在这部手机上/);
  await resident.context.setOffline(false);
  await resident.page.reload();
  await resident.tap('提交');
  await resident.sees('等单位收下');
  await resident.sees('地址写的是旧馆');
  const kept = await resident.page.evaluate(() => localStorage.getItem('sayDrafts') ?? '');
  expect(kept).not.toContain('旧馆');
  await resident.losesNetwork();
  await resident.page.reload();
  await resident.sees(/没连上，下面截至/);
  await resident.sees('地址写的是旧馆');
  await resident.leave();
});
