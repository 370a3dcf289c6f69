import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { openBrowser, Visitor } from './browser';
import { film } from './camera-film';
import { savesList, startsScanning, verdictOf } from './door';
import { codeOf, finds, registers } from './resident';

// A shared machine can be slow; a browser waits for each step on its own.
jest.setTimeout(120_000);

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ h5: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const come = (at?: 'phone' | 'desk') => Visitor.come(browser, product.origin, at);

test('a resident registers a party, the door scans it in through the camera, the unit’s board counts it', async () => {
  const theme = '街道办事处开放日';
  const unit = await Account.of(product.origin, 'organizer');
  await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 30 }] }, { headcount: { min: 15, max: 20 } });

  const resident = await come();
  await registers(resident, theme, '欧阳女士', 2);
  const camera = join(product.folder, 'ticket.mjpeg');
  await film(browser, codeOf(resident, 2), camera);
  await resident.leave();

  const doorBrowser = await openBrowser(camera);
  try {
    const door = await Visitor.come(doorBrowser, product.origin);
    await savesList(door, theme);
    await startsScanning(door, theme);
    expect(await verdictOf(door)).toEqual({ which: 'fresh', people: '2人' });
    await door.tap('2 位进场，继续扫');
    await door.sees('全部传完');
    expect(await door.page.locator('#count').textContent()).toBe('2');
    await door.leave();
  } finally {
    await doorBrowser.close();
  }

  const board = await come('desk');
  await board.goTo('organizer/board/index');
  await board.words('我是承办单位').click();
  const lane = board.page.getByRole('img', { name: `${theme}：` });
  await lane.waitFor();
  expect(await lane.getAttribute('aria-label')).toBe(`${theme}：计划 15–20，容量 30，报名 2，签到 2，现场计数 没有`);
  await board.leave();
});

test('a seat given back goes to the first who waits', async () => {
  const theme = '城市书房夜读日';
  const unit = await Account.of(product.origin, 'organizer');
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
