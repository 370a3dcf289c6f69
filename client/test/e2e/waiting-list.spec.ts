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
  await second.sees('排在第 1 位');

  await first.tap('来不了');
  await first.words('时间凑不上').click();
  await first.sees('您取消了');
  await first.leave();

  await second.page.reload();
  await codeOf(second, 1).waitFor();
  await second.leave();
});
