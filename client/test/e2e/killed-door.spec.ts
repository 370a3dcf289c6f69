import { join } from 'node:path';
import type { DoorCounts } from '@openday/shared/check-in';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Page } from 'playwright-core';
import { Account } from '../support/account';
import { partiesFor, randomFrom } from '../support/parties';
import { type Product, startProduct } from '../support/product';
import { Visitor } from './browser';
import { answersOn, noteAnswers, savesList } from './door';
import { KillableBrowser } from './killable-browser';

/** KILL_SCANS=200 is the whole size, three minutes of it. */
const SCANS = Number(process.env.KILL_SCANS ?? 30);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Of the steps of a scan, how many are cut short; and of those, by what. */
const KILLED = 0.04;
const KINDS = ['crash', 'crash', 'crash', 'close', 'close', 'kill'] as const;
/** A step is cut short while it is under way, up to so many ms after it began. */
const UNDER_WAY_MS = 25;

jest.setTimeout(900_000);

let product: Product;
let browser: KillableBrowser;

beforeAll(async () => {
  product = await startProduct({ h5: true });
  browser = new KillableBrowser(join(product.folder, 'profile'));
});
afterAll(async () => {
  await browser?.kill();
  await product?.stop();
});

/** Thrown where the page was killed. */
class Killed extends Error {}

test(`A21 the door’s page is killed between any two steps of ${SCANS} scans: none is lost, none doubled`, async () => {
  const random = randomFrom(SEED);
  process.stdout.write(`SEED=${SEED}\n`);
  const unit = await Account.of(product.origin, 'organizer');
  const session = await unit.publishes('消防站体验日', { quotas: [{ name: '居民', capacity: 2 * SCANS }] });
  const parties = await partiesFor(product.origin, session, SCANS);

  const first = await browser.page();
  await savesList(Visitor.at(first, product.origin), '消防站体验日');
  await first.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 45_000 });
  await first.close();
  browser.offline = true;

  let page: Page | null = null;
  let left = parties.length;
  const kills = { crash: 0, close: 0, kill: 0 };
  const killed = async (at: Page) => {
    const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'crash';
    kills[kind] += 1;
    page = null;
    if (kind === 'crash') await browser.crash(at);
    else if (kind === 'close') await at.close();
    else await browser.kill();
    throw new Killed();
  };
  /** Does one step; sometimes the page is gone while it is under way. */
  const step = async <T>(at: Page, act: () => Promise<T>): Promise<T> => {
    // One seed of a hundred would kill nothing.
    const isDue = left === 0 && Object.values(kills).every((n) => n === 0);
    if (random() >= KILLED && !isDue) return act();
    // What becomes of the step is what the phone makes of it: nobody waits for its end.
    act().catch(() => undefined);
    await at.waitForTimeout(random() * UNDER_WAY_MS);
    return killed(at);
  };

  for (const { code, seats } of parties) {
    left -= 1;
    for (let isIn = false; !isIn; ) {
      try {
        page ??= await opensDoor(session);
        isIn = await letsIn(page, step, code, seats);
      } catch (failure) {
        if (!(failure instanceof Killed)) throw failure;
      }
    }
  }

  await browser.kill();
  browser.offline = false;
  const last = await browser.page();
  await signsInAgain(Visitor.at(last, product.origin));
  await opens(last, session);
  await last.getByText('全部传完').waitFor({ timeout: 30_000 });
  const counts = await unit.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`);
  process.stdout.write(`kills: ${JSON.stringify(kills)}\n`);
  expect(kills.crash + kills.close + kills.kill).toBeGreaterThan(0);
  expect(counts.checkedIn).toBe(parties.reduce((sum, { seats }) => sum + seats, 0));
  expect(counts.conflicts).toEqual([]);
  // One fact a party, in one unbroken sequence: neither a second one nor a gap.
  expect(counts.devices.map(({ lastSeq, missing }) => ({ lastSeq, missing }))).toEqual([
    { lastSeq: parties.length, missing: [] },
  ]);
});

/** Shows one party's code; true once the door says that it is in. */
async function letsIn(
  page: Page,
  step: <T>(at: Page, act: () => Promise<T>) => Promise<T>,
  code: string,
  seats: number,
): Promise<boolean> {
  const before = (await answersOn(page)).length;
  await step(page, () => page.locator('#code').fill(code));
  await step(page, () => page.locator('#check').click());
  const which = await step(page, () => answerAfter(page, before));
  if (which === 'again') await step(page, () => page.locator('#act-next').click());
  else if (seats > 1) await step(page, () => page.locator('#act-admit').click());
  // Pressed where it is still there: the answer to one alone goes by itself.
  else await step(page, () => page.getByRole('button', { name: '继续扫码' }).evaluateAll(press));
  await page.locator('.v').waitFor({ state: 'detached' });
  return true;
}

async function answerAfter(page: Page, before: number): Promise<string | undefined> {
  await page.waitForFunction((n) => (window as unknown as { given: string[] }).given.length > n, before);
  return (await answersOn(page))[before];
}

const press = (found: (HTMLElement | SVGElement)[]) => {
  for (const each of found) if (each instanceof HTMLElement) each.click();
};

async function opensDoor(session: SessionDetail): Promise<Page> {
  const page = await browser.page();
  await opens(page, session);
  await page.locator('#code').waitFor();
  await noteAnswers(page);
  return page;
}

/** A browser that is killed may forget its sign-in of the last minute; the queue waits for the next one. */
async function signsInAgain(door: Visitor): Promise<void> {
  await door.goTo('staff/today/index');
  const demo = door.page.getByRole('button', { name: '演示：以门口工作人员进入' });
  const signedIn = door.page.getByText('这台手机', { exact: true });
  await demo.or(signedIn).first().waitFor();
  if (await demo.isVisible()) await demo.click();
  await signedIn.waitFor();
}

async function opens(page: Page, session: SessionDetail): Promise<void> {
  await page.goto(`${product.origin}/#/staff/scan/index?id=${session.id}`);
}
