import { join } from 'node:path';
import type { DoorCounts } from '@openday/shared/check-in';
import type { Browser } from 'playwright-core';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { openBrowser, Visitor } from './browser';
import { film } from './camera-film';
import { savesList, startsScanning, verdictOf } from './door';
import { codeOf, registers } from './resident';

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

test('A15 with both phones without network, the ticket opens, the door lets it in, and uploads once back', async () => {
  const theme = '消防站体验日';
  const unit = await Account.of(product.origin, 'organizer');
  const session = await unit.publishes(theme);
  const counted = async () => (await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).checkedIn;

  const resident = await Visitor.come(browser, product.origin);
  await registers(resident, theme, '上官先生', 3);
  await resident.losesNetwork();
  await resident.page.reload();
  await codeOf(resident, 3).waitFor();
  const camera = join(product.folder, 'offline-ticket.mjpeg');
  await film(browser, codeOf(resident, 3), camera);
  await resident.leave();

  const doorBrowser = await openBrowser(camera);
  try {
    const door = await Visitor.come(doorBrowser, product.origin);
    await savesList(door, theme);
    await door.losesNetwork();
    await startsScanning(door, theme);
    expect(await verdictOf(door)).toEqual({ which: 'fresh', people: '3人' });
    await door.tap('3 位进场，继续扫');
    await door.sees('1 条待上传');
    expect(await door.page.locator('#count').textContent()).toBe('3');
    expect(await counted()).toBe(0);
    await door.context.setOffline(false);
    await door.sees('全部传完');
    expect(await counted()).toBe(3);
    await door.leave();
  } finally {
    await doorBrowser.close();
  }
});
