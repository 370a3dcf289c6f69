import type { Locator } from 'playwright-core';
import type { Visitor } from './browser';

/** Signs in at the door and saves the session’s list on this phone. */
export async function savesList(door: Visitor, theme: string): Promise<void> {
  await door.goTo('staff/today/index');
  await door.tap('演示：以门口工作人员进入');
  const slot = door.page.locator('.slot').filter({ hasText: theme });
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
  await door.page.locator('.slot').filter({ hasText: theme }).getByRole('button', { name: '开始签到' }).click();
}

/** What the door shows for the code before its camera. */
export async function verdictOf(door: Visitor): Promise<{ which: string | null; people: string | null }> {
  const verdict: Locator = door.page.locator('.v');
  await verdict.waitFor();
  return {
    which: await verdict.getAttribute('data-case'),
    people: await verdict.locator('.v__n').textContent(),
  };
}
