import { setTimeout as wait } from 'node:timers/promises';
import type { PhoneCall } from '@openday/shared/messages';
import type { Page } from '@openday/shared/wire';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { codeOf, finds, registers } from './resident';

const here = opened();

const come = () => Visitor.come(here.browser, here.product.origin);

test('a seat given back goes to the first who waits', async () => {
  const theme = '城市书房夜读日';
  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 2 }] });
  const [first, second] = [await come(), await come()];
  await registers(first, theme, '诸葛先生', 2);

  await finds(second, theme);
  await second.tap('排候补');
  await second.type('怎么称呼您', '司马女士');
  await second.tap('进去看看');
  await second.tap('同意并排候补，1 人');
  // The activity's page says the place a moment before the ticket lies over it.
  await second.sees('排上候补了');
  await second.sees('排在第 1 位');

  await first.tap('来不了');
  await first.words('时间凑不上').click();
  await first.sees('您取消了');
  await first.leave();

  // Looked at in the list alone, the code is in the phone: the door may be without network.
  await second.goTo('pages/mine/index');
  await second.sees('出示入场码');
  await second.page.waitForFunction(() => localStorage.getItem('tickets')?.includes('"confirmed"'));
  await second.losesNetwork();
  await second.page.reload();
  await second.tap('出示入场码');
  await codeOf(second, 1).waitFor();
  await second.leave();
});

test('another time is a line of 消息; who has not seen it stands on the phone list, is rung and ticked off', async () => {
  const theme = '地铁车辆段开放日';
  const hours = (from: number) => ({ startsAt: inHours(from), endsAt: inHours(from + 2) });
  const unit = await Account.of(here.product.origin, 'organizer');
  const session = await unit.publishes(theme, hours(30));
  const reader = await come();
  await registers(reader, theme, '上官先生', 1);
  const away = await Account.of(here.product.origin, 'resident', '公孙女士');
  await away.register(session, 2);
  await unit.patch(`/sessions/${session.id}`, { ...hours(40), confirm: true, reason: '场地检修' });

  // What was new stays marked once the server knows that it was read.
  await Promise.all([reader.page.waitForResponse(/\/me\/messages\/read$/), reader.goTo('more/inbox/index')]);
  await reader.sees('活动有变化');
  await reader.sees(/场地检修/);
  await reader.page.getByText('新', { exact: true }).filter({ visible: true }).first().waitFor();
  await reader.words('活动有变化').click();
  await codeOf(reader, 1).waitFor();
  await reader.leave();

  // Messages are looked at every few seconds.
  while (!(await unit.get<Page<PhoneCall>>('/desk/calls')).items.some((one) => one.session.id === session.id))
    await wait(300);
  const clerk = await Visitor.come(here.browser, here.product.origin, 'desk');
  await clerk.context.addInitScript(
    (tokens) => localStorage.setItem('tokens', JSON.stringify({ data: tokens })),
    unit.tokens,
  );
  await clerk.goTo('district/calls/index');
  await clerk.tap(/^看公.*的电话$/);
  await clerk.sees(/^打 1\d{10}$/);
  await clerk.sees('公孙女士，2 人');
  expect(await clerk.page.getByText(/^上.*，1 人$/).count()).toBe(0);
  await clerk.tap(/^公.*，打过了$/);
  await clerk.words(/^公.*，2 人$/).waitFor({ state: 'hidden' });
  await clerk.tap('打过了', 'tab');
  await clerk.sees(/^公.*，2 人$/);
  await clerk.leave();
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
