import type { Locator } from 'playwright-core';
import type { Visitor } from './browser';

/** Finds the activity by its theme and opens it. */
export async function finds(resident: Visitor, theme: string): Promise<void> {
  await resident.goTo('pages/discover/index');
  await resident.page.getByRole('searchbox').fill(theme);
  await resident.words(theme).click();
}

/** Registers a party for the activity and stands before its ticket. */
export async function registers(resident: Visitor, theme: string, name: string, seats: number): Promise<void> {
  await finds(resident, theme);
  await resident.tap('报名');
  await resident.type('怎么称呼您', name);
  await resident.tap('进去看看');
  for (let n = 1; n < seats; n++) await resident.tap('加一人');
  await resident.tap(`同意并报名 ${seats} 人`);
  await resident.sees(`报上了，${seats} 人。`);
}

/** The QR code on the ticket in sight. */
export function codeOf(resident: Visitor, seats: number): Locator {
  return resident.page.getByRole('img', { name: `入场码，${seats} 人` }).filter({ visible: true });
}
