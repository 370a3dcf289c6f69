import type { Page } from 'playwright-core';
import type { Visitor } from './browser';

/** Signs in at the door and saves the session’s list on this phone. */
export async function savesList(door: Visitor, theme: string): Promise<void> {
  await door.goTo('staff/today/index');
  await door.tap('演示：以门口工作人员进入');
  const slot = door.page.locator('.doorslot').filter({ hasText: theme });
  await slot.getByRole('button', { name: '存名单' }).click();
  // Asked once a device; a second list is saved without.
  const name = door.page.getByRole('radio', { name: '东门' }).filter({ visible: true });
  const ready = slot.getByText('没网也能用');
  await name.or(ready).first().waitFor();
  if (await name.isVisible()) {
    await name.click();
    await door.tap('就叫这个');
  }
  await ready.waitFor();
}

export async function startsScanning(door: Visitor, theme: string): Promise<void> {
  await door.page.locator('.doorslot').filter({ hasText: theme }).getByRole('button', { name: '开始签到' }).click();
}

/** People in, as the door counts them. */
export async function countOf(door: Visitor): Promise<number> {
  return Number(await door.page.locator('#count').textContent());
}

/** Lets in so many who are on no list. */
export async function walkIn(door: Visitor, people: number): Promise<void> {
  const before = await countOf(door);
  await door.tap('现场来访');
  for (let n = 1; n < people; n++) await door.tap('加一人');
  await door.tap(`登记 ${people} 位进场`);
  await door.page
    .locator('#count')
    .getByText(String(before + people), { exact: true })
    .waitFor();
}

/**
 * Starts scanning and does what the door says to whoever stands before the camera, until so many people are in and each
 * of `cases` was answered. Returns every answer in order.
 */
export async function letsIn(door: Visitor, theme: string, people: number, cases: string[]): Promise<string[]> {
  await noteAnswers(door.page);
  await startsScanning(door, theme);
  const isDone = async () => {
    const given = await answersOn(door.page);
    return cases.every((each) => given.includes(each)) && (await countOf(door)) === people;
  };
  while (!(await isDone())) {
    const verdict = door.page.locator('.v');
    const shown = await verdict.elementHandle();
    // A party of one is recorded without a tap, and the camera comes back by itself: nobody may see it go.
    if (!(await shown?.textContent())?.includes('1 位已记下'))
      await verdict.getByRole('button', { name: /^(\d+ 位进场，继续扫|继续扫码|再扫一次)$/ }).click();
    // The next one may be answered before anybody looks: gone is this one, not all.
    await door.page.waitForFunction((element) => !element?.isConnected, shown);
  }
  return answersOn(door.page);
}

/** Notes in the page which answers are given, also one that comes and goes while nobody looks. */
export async function noteAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const given: string[] = [];
    let last: Element | null = null;
    new MutationObserver(() => {
      const shown = document.querySelector<HTMLElement>('.v');
      if (shown && shown !== last) given.push(shown.dataset.case ?? '');
      last = shown;
    }).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { given });
  });
}

export const answersOn = (page: Page) => page.evaluate(() => (window as unknown as { given: string[] }).given);

/** Records what is ticked and typed from a paper list; the server has it once this ends. */
export async function recordsPaper(door: Visitor, button: string): Promise<void> {
  await door.tap(button);
  // That nothing waits is also said before anything is recorded.
  await door.sees('先勾一份，或填一个数');
  await door.sees('全部传完');
}
