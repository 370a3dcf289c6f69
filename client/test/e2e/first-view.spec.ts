import type { Page } from 'playwright-core';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';

const here = opened();

/** What stands after the script in the page that shows the list or drops it; before that no key is heard, and nothing is painted. */
const decided = (page: Page) => page.locator('#app').waitFor({ state: 'attached' });

/** A visitor whose network brings the page and its styles, and the app's script only once `comes` is called. */
async function withoutScript(path = ''): Promise<{ visitor: Visitor; comes: () => void }> {
  const visitor = await Visitor.come(here.browser, here.product.origin);
  let comes = () => {};
  const there = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await visitor.page.route(/\/js\/app\./, async (route) => {
    await there;
    await route.continue();
  });
  await visitor.page.goto(here.product.origin + path, { waitUntil: 'commit' });
  await decided(visitor.page);
  return { visitor, comes };
}

const gone = (page: Page) => page.locator('#first').waitFor({ state: 'detached' });

/** What stands where: the words and boxes of everything that can be pressed or typed into, of the first screens. */
const looks = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.page [tabindex], .page input')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().top < 2000)
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [each.textContent, ...[x, y, width, height].map(Math.round)];
      }),
  );

test('the list can be read before the app is there, and stands as the app will draw it', async () => {
  for (const largeType of [false, true]) {
    const { visitor, comes } = await withoutScript();
    const { page } = visitor;
    if (largeType) {
      await page.evaluate(() => localStorage.setItem('largeType', JSON.stringify({ data: true })));
      await page.reload({ waitUntil: 'commit' });
      await decided(page);
    }
    const sent = await looks(page);
    expect(sent.length).toBeGreaterThan(15);
    comes();
    await gone(page);
    const mine = await looks(page);
    expect(mine.slice(0, sent.length)).toEqual(sent);
    await visitor.leave();
  }
});

test('what is pressed, typed or scrolled before the app is there goes on once it is, also while the list cannot be asked for', async () => {
  const pressed = await withoutScript();
  const { page } = pressed.visitor;
  await page.route('**/api/sessions?**', (route) => route.abort());
  await page.getByRole('link').nth(1).click();
  pressed.comes();
  await page.waitForURL(/pages\/event\/index\?id=/);
  await pressed.visitor.leave();

  const byKey = await withoutScript();
  await byKey.visitor.page.getByRole('tab', { name: '我的活动' }).press('Enter');
  byKey.comes();
  await byKey.visitor.page.waitForURL(/pages\/mine\/index/);
  await byKey.visitor.leave();

  const scrolled = await withoutScript();
  const place = () => scrolled.visitor.page.getByRole('link').nth(8).boundingBox();
  await scrolled.visitor.page.getByRole('link').nth(9).scrollIntoViewIfNeeded();
  const before = await place();
  scrolled.comes();
  await gone(scrolled.visitor.page);
  expect(await place()).toEqual(before);
  await scrolled.visitor.leave();

  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes('气象站夜游', { quotas: [{ name: '居民', capacity: 9 }] });
  const typed = await withoutScript();
  const field = typed.visitor.page.getByRole('searchbox');
  await field.fill('气象站夜游');
  typed.comes();
  await gone(typed.visitor.page);
  await typed.visitor.sees('1 场，都还能去');
  expect([await field.inputValue(), await field.evaluate((each) => each === document.activeElement)]).toEqual([
    '气象站夜游',
    true,
  ]);
  await typed.visitor.leave();
});

test('while the app does not come it is said of when the list is, and asked for again only where there is a network', async () => {
  const said = (page: Page) => page.getByRole('status').filter({ hasText: /^没连上，下面截至 .*\d:\d\d/ });
  const waiting = await withoutScript();
  await waiting.visitor.page.clock.install();
  await waiting.visitor.page.reload({ waitUntil: 'commit' });
  await decided(waiting.visitor.page);
  expect(await said(waiting.visitor.page).count()).toBe(0);
  await waiting.visitor.page.clock.fastForward(10_000);
  await said(waiting.visitor.page).waitFor();
  await waiting.visitor.leave();

  const visitor = await Visitor.come(here.browser, here.product.origin);
  const { page } = visitor;
  await page.route(/\/js\/app\./, (route) => route.abort());
  await page.goto(here.product.origin);
  await said(page).waitFor();
  const again = page.getByRole('button', { name: '再试一次' });
  const shown = await page.getByRole('link').allTextContents();
  await visitor.context.setOffline(true);
  await again.click();
  await page.waitForTimeout(500);
  expect(await page.getByRole('link').allTextContents()).toEqual(shown);

  await visitor.context.setOffline(false);
  await page.unroute(/\/js\/app\./);
  await again.click();
  await gone(page);
  await visitor.leave();
});

test('a finger that is down is waited for, and so is a word that is being put together', async () => {
  const held = await withoutScript();
  const card = held.visitor.page.getByRole('link').nth(1);
  await card.hover();
  await held.visitor.page.mouse.down();
  held.comes();
  await held.visitor.page.locator('#app .ev').first().waitFor({ state: 'attached' });
  await held.visitor.page.waitForTimeout(300);
  expect(await held.visitor.page.locator('#first').count()).toBe(1);
  await held.visitor.page.mouse.up();
  await held.visitor.page.waitForURL(/pages\/event\/index\?id=/);
  await held.visitor.leave();

  const { visitor, comes } = await withoutScript();
  const { page } = visitor;
  const field = page.getByRole('searchbox');
  await field.focus();
  const wire = await visitor.context.newCDPSession(page);
  await wire.send('Input.imeSetComposition', { text: 'qixiang', selectionStart: 7, selectionEnd: 7 });
  comes();
  await page.locator('#app .ev').first().waitFor({ state: 'attached' });
  expect(await field.inputValue()).toBe('qixiang');
  expect(await page.locator('#first').count()).toBe(1);
  await wire.send('Input.insertText', { text: '气象' });
  await gone(page);
  await expect(field.inputValue()).resolves.toBe('气象');
  await visitor.leave();
});

test('who opens another page, or looks near a place of their own, is not shown the list of all', async () => {
  expect(await (await fetch(here.product.origin)).text()).toContain('<div id="first"');
  const none = async ({ page }: Visitor) => {
    await decided(page);
    expect(await page.locator('#first').count()).toBe(0);
  };
  const { visitor: elsewhere } = await withoutScript('/#/pages/me/index');
  await none(elsewhere);
  await elsewhere.leave();

  const { visitor } = await withoutScript();
  expect(await visitor.page.locator('.sent').count()).toBe(1);
  await visitor.page.evaluate(() => {
    location.hash = '#/pages/me/index';
  });
  await none(visitor);
  const place = { name: '文昌街', lng: 115.9, lat: 36.4 };
  await visitor.page.evaluate((data) => localStorage.setItem('place', JSON.stringify({ data })), place);
  await visitor.page.goto(here.product.origin, { waitUntil: 'commit' });
  await none(visitor);
  await visitor.leave();
});
