import type { Role, Tokens } from '@openday/shared/auth';
import type { Page } from 'playwright-core';
import { Account } from '../support/account';
import { everyPage, isDesk, toldTo, viewerOf } from '../support/every-page';
import { axeFindings, cutOff, smallTargets } from './audit';
import { Visitor } from './browser';
import { opened } from './opening';

const here = opened({ seconds: 180 });
const visitors = new Map<Role, Visitor>();

const HEIGHT = 844;
/** The narrowest phone there is. */
const NARROW = 320;
/** Least side of what is pressed, px: by finger, in large type, and by mouse at the desk. */
const FINGER = 44;
const LARGE = 60;
const MOUSE = 36;
/** Different things pressed on one page to see what opens over it: 12 for the whole proof, else one, and none at the desk. */
const PRESSED_MOST = Number(process.env.PRESSED_MOST ?? 1);
const AT_DESK_MOST = PRESSED_MOST > 1 ? PRESSED_MOST : 0;
const OPENS_MS = 250;
/** What a page asks for after its first answer. */
const SETTLES_MS = 200;
/** Not pressed: hands over to the system, or ends what the next page needs. */
const LEFT_ALONE = /退出|打印|打电话|日历|扫|相机|带路|怎么走/;

afterAll(async () => {
  for (const visitor of visitors.values()) await visitor.leave();
});

/** Somebody of that role, signed in on every page they open. */
async function visitorOf(role: Role): Promise<Visitor> {
  const known = visitors.get(role);
  if (known) return known;
  const visitor = await Visitor.come(here.browser, here.product.origin, 'phone', 1);
  const { tokens } = await Account.of(here.product.origin, role);
  await visitor.context.addInitScript((kept: Tokens | null) => {
    if (location.protocol === 'about:') return;
    for (const [key, data] of Object.entries({ tokens: kept, doorName: '东门' }))
      localStorage.setItem(key, JSON.stringify({ data }));
  }, tokens);
  visitors.set(role, visitor);
  if (role === 'staff') await savesFirstList(visitor);
  return visitor;
}

/** The door's other pages show what is kept on the phone. */
async function savesFirstList(door: Visitor): Promise<void> {
  await door.goTo('staff/today/index');
  await door.page.getByText('存名单').first().click();
  await door.page.getByText('没网也能用').first().waitFor();
}

/** Alone in the document: Taro keeps the pages gone through below. */
async function opens(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.locator('.page').first().waitFor();
  await page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(SETTLES_MS);
}

/** What is wrong with what is in sight, in both sizes of type and on narrow phones. */
async function wrongWith(page: Page, desk: boolean): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, lines: string[]) => found.push(...lines.map((line) => `${where}: ${line}`));
  // Large type is this one class (components/Page.tsx).
  const setLarge = (large: boolean) =>
    page.evaluate((on) => {
      for (const each of document.querySelectorAll('.page')) each.classList.toggle('large', on);
    }, large);
  for (const large of [false, true]) {
    await setLarge(large);
    // Larger letters change no name and no colour.
    if (!large) note('normal', await axeFindings(page));
    note(large ? 'large' : 'normal', await smallTargets(page, large ? LARGE : FINGER));
    await page.setViewportSize({ width: NARROW, height: HEIGHT });
    note(`${NARROW}${large ? ' large' : ''}`, await cutOff(page));
    await page.setViewportSize({ width: 390, height: HEIGHT });
  }
  await setLarge(false);
  if (!desk) return found;
  await page.setViewportSize({ width: 1280, height: 900 });
  note('1280', [...(await axeFindings(page)), ...(await smallTargets(page, MOUSE)), ...(await cutOff(page))]);
  await page.setViewportSize({ width: 390, height: HEIGHT });
  return found;
}

/** Presses one thing after the other; tells what is wrong with every sheet that opens over the page. */
async function wrongWithSheets(page: Page, url: string, desk: boolean): Promise<{ sheets: string[]; found: string[] }> {
  const found: string[] = [];
  const sheets: string[] = [];
  const pressed = new Set<string>();
  const dialog = page.getByRole('dialog').filter({ visible: true }).last();
  while (pressed.size < (desk ? AT_DESK_MOST : PRESSED_MOST)) {
    if (pressed.size > 0) await opens(page, url);
    const next = await firstUnpressed(page, pressed);
    if (!next) break;
    pressed.add(next.kind);
    const button = page.locator('[data-next]');
    await button.click({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(OPENS_MS);
    if (await dialog.isVisible()) {
      const name = (await dialog.getAttribute('aria-label')) ?? '';
      sheets.push(name);
      const said = [...(await keyboardIn(page)), ...(await wrongWith(page, desk)), ...(await escaped(page))];
      found.push(...said.map((line) => `sheet “${name}”: ${line}`));
    }
  }
  return { sheets, found };
}

/** Marks the first button of a kind not pressed yet; kinds are told apart by how their words end. */
function firstUnpressed(page: Page, pressed: Set<string>): Promise<{ kind: string } | null> {
  return page.evaluate(
    ({ known, leftAlone }) => {
      for (const each of document.querySelectorAll<HTMLElement>('.page [role="button"]:not([aria-disabled])')) {
        const words = (each.ariaLabel ?? each.textContent ?? '').replace(/[\d\s:.：·-]+/g, '');
        // The same act on each of many names ends alike.
        const kind = `${each.className} ${words.slice(-4)}`;
        if (!each.checkVisibility() || known.includes(kind) || new RegExp(leftAlone).test(kind)) continue;
        for (const before of document.querySelectorAll('[data-next]')) before.removeAttribute('data-next');
        each.dataset.next = '';
        return { kind };
      }
      return null;
    },
    { known: [...pressed], leftAlone: LEFT_ALONE.source },
  );
}

/** The focus is in the sheet, and Tab stays in it. */
async function keyboardIn(page: Page): Promise<string[]> {
  const inside = () => page.evaluate(() => Boolean(document.activeElement?.closest('[role="dialog"]')));
  const wrong: string[] = [];
  if (!(await inside())) wrong.push('does not take the focus');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  if (!(await inside())) wrong.push('lets the focus go');
  return wrong;
}

async function escaped(page: Page): Promise<string[]> {
  const dialog = page.locator('[role="dialog"]').filter({ visible: true }).last();
  const id = await dialog.getAttribute('id');
  if (!id) return ['has no id'];
  await page.keyboard.press('Escape');
  // With its entry in the browser's history: what is opened next would meet the browser on its way back.
  const gone = await page
    .waitForFunction((left) => !document.getElementById(left) && !window.history.state?.layer, id, { timeout: 2000 })
    .then(() => true)
    .catch(() => false);
  return gone ? [] : ['stays where Esc is pressed'];
}

test.each(everyPage())(
  '%s and its sheets: no serious finding of axe, fingers find everything, nothing is cut',
  async (route) => {
    const role = viewerOf(route);
    const { page } = await visitorOf(role);
    const told = await toldTo(route, await Account.of(here.product.origin, role), here.product.origin);
    const url = `${here.product.origin}/#/${route}?${told}`;
    await opens(page, url);
    const desk = isDesk(route);
    const found = await wrongWith(page, desk);
    const began = Date.now();
    const sheets = await wrongWithSheets(page, url, desk);
    process.stdout.write(`${route}: ${sheets.sheets.length} sheets ${sheets.sheets} ${Date.now() - began} ms\n`);
    expect([...found, ...sheets.found]).toEqual([]);
  },
);
