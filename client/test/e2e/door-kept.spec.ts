import { Account } from '../support/account';
import { partiesFor } from '../support/parties';
import { Visitor } from './browser';
import { savesList } from './door';
import { opened } from './opening';

const here = opened();

test('after one visit every door page opens in a new window without network; the browser was asked not to empty it', async () => {
  const theme = '水厂参观日';
  const unit = await Account.of(here.product.origin, 'organizer');
  const session = await unit.publishes(theme);
  const [party] = await partiesFor(here.product.origin, session, 1);
  const door = await Visitor.come(here.browser, here.product.origin);
  await door.page.addInitScript(() => {
    const ask = navigator.storage.persist.bind(navigator.storage);
    navigator.storage.persist = () => {
      localStorage.setItem('asked', 'yes');
      return ask();
    };
  });
  await savesList(door, theme);
  expect(await door.page.evaluate(() => localStorage.getItem('asked'))).toBe('yes');
  await door.losesNetwork();
  await door.page.close();

  const page = await door.context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  for (const [route, sign] of [
    ['today', theme],
    ['scan', '还没到'],
    ['roster', '还没到'],
    ['counter', '人在场'],
    ['entry', '还没到'],
    ['paper', theme],
    ['closing', '没有网络'],
  ]) {
    await page.goto('about:blank');
    await page.goto(`${here.product.origin}/#/staff/${route}/index?id=${session.id}`);
    await page
      .getByText(sign ?? '')
      .filter({ visible: true })
      .first()
      .waitFor();
  }
  await page.goto(`${here.product.origin}/#/staff/scan/index?id=${session.id}`);
  await page.getByRole('button', { name: '输码' }).filter({ visible: true }).click();
  await page.locator('#code').fill(party?.code ?? '');
  await page.locator('#check').click();
  await page.locator('.v[data-case="printed"]').waitFor();
  expect(broken).toEqual([]);
  await door.context.close();
});

test('on the disk of a browser the list is unreadable, under a key that no script can take out', async () => {
  const theme = '消防站体验日';
  const session = await (await Account.of(here.product.origin, 'organizer')).publishes(theme);
  const [party] = await partiesFor(here.product.origin, session, 1);
  const door = await Visitor.come(here.browser, here.product.origin);
  await savesList(door, theme);
  const kept = await door.page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await read(indexedDB.open('openday-door'));
    const lists: { key: CryptoKey; data: ArrayBuffer }[] = await read(
      db.transaction('lists').objectStore('lists').getAll(),
    );
    db.close();
    const taken = lists.map(({ key }) =>
      crypto.subtle.exportKey('raw', key).then(
        () => 'taken',
        (refused: Error) => refused.name,
      ),
    );
    return {
      text: lists.map(({ data }) => new TextDecoder().decode(data)).join('') + JSON.stringify(localStorage),
      count: lists.length,
      keys: await Promise.all(taken),
    };
  });
  expect(kept.count).toBe(1);
  expect(kept.text).not.toContain(party?.registrationId);
  expect(kept.keys).toEqual(['InvalidAccessError']);
  await door.leave();
});
