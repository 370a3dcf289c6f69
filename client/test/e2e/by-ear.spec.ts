import { Account } from '../support/account';
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
