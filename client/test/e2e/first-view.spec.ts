import type { Page } from 'playwright-core';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';

const here = opened();

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
  return { visitor, comes };
}

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
    }
    // Its styles are there.
    await page.locator('.sent').waitFor({ state: 'attached' });
    const sent = await looks(page);
    expect(sent.length).toBeGreaterThan(15);
    comes();
    await page.locator('#first').waitFor({ state: 'detached' });
    const mine = await looks(page);
    expect(mine.slice(0, sent.length)).toEqual(sent);
    await visitor.leave();
  }
});

test('what is pressed or typed before the app is there happens once it is', async () => {
  const early = await withoutScript();
  await early.visitor.page.getByRole('link').nth(1).click();
  early.comes();
  await early.visitor.page.waitForURL(/pages\/event\/index\?id=/);
  await early.visitor.leave();

  const unit = await Account.of(here.product.origin, 'organizer');
  await unit.publishes('气象站夜游', { quotas: [{ name: '居民', capacity: 9 }] });
  const { visitor, comes } = await withoutScript();
  await visitor.page.getByRole('searchbox').fill('气象站夜游');
  comes();
  await visitor.page.locator('#first').waitFor({ state: 'detached' });
  await visitor.sees('1 场，都还能去');
  expect(await visitor.page.getByRole('searchbox').inputValue()).toBe('气象站夜游');
  await visitor.leave();
});

test('who opens another page, or looks near a place of their own, is not shown the list of all', async () => {
  const { visitor: elsewhere } = await withoutScript('/#/pages/me/index');
  const gone = (page: Page) => page.locator('#first').waitFor({ state: 'detached' });
  await gone(elsewhere.page);
  await elsewhere.leave();

  const { visitor } = await withoutScript();
  await visitor.page.getByRole('link').first().waitFor();
  const place = { name: '文昌街', lng: 115.9, lat: 36.4 };
  await visitor.page.evaluate((data) => localStorage.setItem('place', JSON.stringify({ data })), place);
  await visitor.page.reload({ waitUntil: 'commit' });
  await gone(visitor.page);
  await visitor.leave();
});
