import { Account } from '../support/account';
import { axeFindings, moving } from './audit';
import { Visitor } from './browser';
import { opened } from './opening';
import { ScreenReader } from './screen-reader';

const here = opened();

test('a family of three is found a place for by keyboard and accessibility tree alone, from the list to the ticket', async () => {
  const theme = '盲道体验日';
  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 20 }] });
  const visitor = await Visitor.come(here.browser, here.product.origin);
  await visitor.goTo('pages/discover/index');
  const ear = await ScreenReader.of(visitor);

  await ear.hears('heading', '开放日');
  await ear.types('搜主题', theme);
  // A card that stood there before is taken away when the search has an answer, and what has the focus with it.
  await ear.hears('StaticText', /^1 场/);
  await ear.presses('link', theme);
  await ear.hears('heading', '活动');
  await ear.presses('button', '报名');
  await ear.hears('heading', '登录');
  await ear.types('怎么称呼您', '上官女士');
  await ear.presses('button', '进去看看');
  await ear.hears('dialog', '报名');
  await ear.presses('button', '加一人');
  await ear.presses('button', '加一人');
  await ear.presses('button', '同意并报名 3 人');
  await ear.hears('heading', '入场码');
  await ear.hears('image', '入场码，3 人');
  await visitor.leave();
});

test('who asks their system for more contrast and less motion finds letters at 7 : 1, and nothing that moves', async () => {
  const theme = '手语开放日';
  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 20 }] });
  const visitor = await Visitor.come(here.browser, here.product.origin);
  const { page } = visitor;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/sessions?**', (route) => answered.then(() => route.continue()));
  await visitor.goTo('more/past/index');
  const loading = page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first();
  await loading.waitFor();
  expect(await moving(page)).not.toEqual([]);
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  expect(await moving(page)).toEqual([]);
  answer();
  await visitor.goTo('pages/discover/index');

  const weak = () => axeFindings(page, 'color-contrast-enhanced');
  await visitor.sees(theme);
  expect(await weak()).toEqual([]);
  await visitor.words(theme).click();
  await visitor.sees('加到日历');
  expect(await weak()).toEqual([]);
  await visitor.tap('报名');
  await visitor.type('怎么称呼您', '公孙女士');
  await visitor.tap('进去看看');
  await visitor.sees('几个人来');
  expect(await weak()).toEqual([]);
  await visitor.tap('同意并报名 1 人');
  await visitor.sees('报上了，1 人。');
  expect([...(await weak()), ...(await moving(page))]).toEqual([]);
  await visitor.leave();
});
