import type { Phone } from './phone';

/** Searches for an activity on the first page and opens it, once the list is of that search: a card that is going hears no press. */
export async function openEvent(phone: Phone, theme: string): Promise<void> {
  await phone.type('搜主题、单位或地点', theme);
  const found = new RegExp(`(\\d 场.{0,16}|里没有.*)${theme}`);
  await phone.until('the list of that search', () => found.test(phone.words) || null);
  await phone.tap(theme);
  await phone.isAt('pages/event/index');
}
