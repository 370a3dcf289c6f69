import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { codeOf, registers } from './resident';

const here = opened();

/** Comes back to the page as if the browser had been closed. */
async function reopens(visitor: Visitor, route: string): Promise<void> {
  await visitor.page.goto('about:blank');
  await visitor.goTo(route);
}

test('without network the list and the ticket open as last seen, say from when, and asking again says what happened', async () => {
  const theme = '电台开放日';
  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 20 }] });
  const resident = await Visitor.come(here.browser, here.product.origin);
  await registers(resident, theme, '上官先生', 2);
  await resident.goTo('pages/mine/index');
  await resident.sees('要去的');
  await resident.page.waitForFunction(() => localStorage.getItem('mine'));
  await reopens(resident, 'pages/discover/index');
  await resident.sees(theme);
  await resident.losesNetwork();

  await reopens(resident, 'pages/discover/index');
  await resident.sees(/截至/);
  await resident.sees(theme);
  await resident.tap('再试一次');
  await resident.sees(/截至/);
  await reopens(resident, 'pages/mine/index');
  await resident.sees(/入场码照样能用/);
  await resident.tap('出示入场码');
  await codeOf(resident, 2).waitFor();

  await reopens(resident, 'pages/discover/index');
  await resident.sees(/截至/);
  await resident.hasNetworkAgain();
  await resident.tap('再试一次');
  await resident.words(/截至/).waitFor({ state: 'hidden' });
  await resident.leave();
});

test('an activity never looked at says without network what happened, and opens on asking again once it is back', async () => {
  const theme = '港口开放日';
  const unit = await Account.of(here.product.origin, 'organizer');
  const session = await unit.publishes(theme);
  const resident = await Visitor.come(here.browser, here.product.origin);
  await resident.goTo('pages/discover/index');
  await resident.sees(theme);
  await resident.losesNetwork();
  await reopens(resident, `pages/event/index?id=${session.eventId}`);
  await resident.sees('没有网络，连上以后再试一次。');
  await resident.hasNetworkAgain();
  await resident.tap('再试一次');
  await resident.sees(theme);
  await resident.leave();
});

test('signing out leaves nothing of one’s own on the phone', async () => {
  const theme = '档案馆开放日';
  const unit = await Account.of(here.product.origin, 'organizer');
  const session = await unit.publishes(theme);
  const resident = await Visitor.come(here.browser, here.product.origin);
  await registers(resident, theme, '令狐女士', 1);
  await resident.goTo('pages/mine/index');
  // Not the theme, which the ticket says too: of two pages asked for at once Taro shows the one whose scripts came last.
  await resident.sees('出示入场码');
  await resident.goTo('more/my-data/index');
  await resident.sees('导出一份');
  // What anybody sees of the programme is not their own.
  const kept = () =>
    resident.page.evaluate(() => JSON.stringify({ ...localStorage, found: undefined, month: undefined }));
  expect(await kept()).toContain('令狐');
  await resident.goTo('pages/me/index');
  await resident.tap('退出登录');
  await resident.page.waitForFunction(() => !localStorage.getItem('tokens')?.includes('令狐'));
  const left = await kept();
  expect(left).not.toContain('令狐');
  expect(left).not.toContain(session.eventId);
  await resident.leave();
});
