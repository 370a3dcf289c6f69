import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { openBrowser, Visitor } from './browser';
import { film } from './camera-film';

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

/** A resident finds the activity, registers a party and stands before the ticket. */
async function registers(resident: Visitor, theme: string, name: string, seats: number) {
  await resident.goTo('pages/discover/index');
  await resident.page.getByPlaceholder('搜主题、单位或地点').fill(theme);
  await resident.words(theme).click();
  await resident.tap('报名');
  await resident.type('怎么称呼您', name);
  await resident.tap('进去看看');
  for (let n = 1; n < seats; n++) await resident.tap('加一人');
  await resident.tap(`同意并报名 ${seats} 人`);
  await resident.sees(`报上了，${seats} 人。`);
}

test('a resident registers a party, the door scans it in through the camera, the unit’s board counts it', async () => {
  const theme = '街道办事处开放日';
  const unit = await Account.of(product.origin, 'organizer');
  await unit.publishes(theme, { quotas: [{ name: '居民', capacity: 30 }] }, { headcount: { min: 15, max: 20 } });

  const resident = await come();
  await registers(resident, theme, '欧阳女士', 2);
  const code = resident.page.getByRole('img', { name: '入场码，2 人' }).filter({ visible: true });
  const camera = join(product.folder, 'ticket.mjpeg');
  await film(browser, code, camera);
  await resident.leave();

  const doorBrowser = await openBrowser(camera);
  try {
    const door = await Visitor.come(doorBrowser, product.origin);
    await door.goTo('staff/today/index');
    await door.tap('演示：以门口工作人员进入');
    const slot = door.page.locator('.slot').filter({ hasText: theme });
    await slot.getByRole('button', { name: '存名单' }).click();
    await slot.getByRole('button', { name: '开始签到' }).click();
    const verdict = door.page.locator('.v');
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-case')).toBe('fresh');
    expect(await verdict.locator('.v__n').textContent()).toMatch(/^2\s*人$/);
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
