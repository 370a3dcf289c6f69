// Every state the door's pages can be found in, and the unit's pages about the door.
import { closingScenes, deskScenes, joinScenes } from './door-figures.mjs';
import { clash, close, doorOf, lose } from './doorkeeper.mjs';
import { inHours, Person } from './person.mjs';
import { scanScenes } from './scan-scenes.mjs';

const PEOPLE = ['东方女士', '西门先生', '南宫女士', '北堂先生', '令狐女士', '公孙先生'];
const NAMED = { stored: { doorName: '东门' } };

/** Pictures of the door's pages; makes what they show on the way. */
export async function doorScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const people = await Promise.all(PEOPLE.map((name) => Person.of(url, 'resident', name)));
  const open = await doorOf(url, unit, people, '消防站开放日', { quotas: [{ name: '居民', capacity: 14 }] });
  const clashing = await doorOf(url, unit, people, '自来水厂开放日');
  const lost = await doorOf(url, unit, people, '变电站开放日');
  const closed = await doorOf(url, unit, people, '污水处理厂开放日');
  const handOnly = await doorOf(url, unit, [], '社区义诊', { mode: 'none', quotas: [] });
  const scanned = await doorOf(url, unit, people, '老粮仓开放日');
  const elsewhere = await doorOf(url, unit, people.slice(0, 1), '图书馆夜场');
  const far = await doorOf(url, unit, [], '下个月的开放日', {
    startsAt: inHours(24 * 30),
    endsAt: inHours(24 * 30 + 2),
  });
  await clash(clashing);
  await lose(lost);
  await close(closed);
  await handOnly.east.records('desk-hand', [{ kind: 'correction', seats: 45, reason: '散场时数的' }]);
  return [
    ...todayScenes(open, clashing, far),
    ...(await scanScenes(scanned, elsewhere)),
    ...listScenes(open),
    ...countScenes(open, handOnly),
    ...closingScenes({ open, clashing, lost, closed, handOnly }),
    ...joinScenes(await open.link()),
    ...deskScenes(unit, { open, clashing, lost, closed, handOnly }),
  ];
}

function todayScenes(open, clashing, far) {
  const at = (file, more) => ({ file: `today-${file}`, who: open.east, route: 'staff/today/index', ...NAMED, ...more });
  return [
    at('to-save'),
    at('naming', { stored: {}, steps: (page) => press(page, '存名单') }),
    at('saved', { steps: savesList }),
    at('sharp', { stored: { ...NAMED.stored, sharp: true }, steps: savesList }),
    at('conflict', {
      who: clashing.east,
      steps: async (page) => {
        await savesList(page);
        await page.getByText('进的人比报的多').waitFor();
      },
    }),
    at('none', { who: far.east }),
    at('expired', {
      steps: async (page) => {
        await savesList(page);
        await page.route('**/api/**', turnOut);
        await page.getByText('名单在这台手机上').waitFor({ timeout: 90_000 });
      },
    }),
    at('signed-out', { who: null }),
    at('wrong-account', { who: open.people[0] }),
    at('loading', { before: (page) => page.route('**/api/check-in/sessions', () => undefined) }),
    at('failed', { before: (page) => page.route('**/api/check-in/sessions', (route) => route.abort()) }),
    at('offline', {
      steps: async (page) => {
        await savesList(page);
        await page.context().setOffline(true);
        await page.getByText('没有网络，下面是').waitFor({ timeout: 90_000 });
      },
    }),
  ];
}

function listScenes(open) {
  const on = (page, file, more) => ({
    file: `${page}-${file}`,
    who: open.east,
    route: `staff/${page}/index`,
    query: { id: open.session.id },
    saves: true,
    ...NAMED,
    ...more,
  });
  const seek = (words) => (page) => page.locator('.search input').filter({ visible: true }).fill(words);
  return [
    on('roster', 'all'),
    on('roster', 'found', { steps: seek('df') }),
    on('roster', 'nobody', { steps: seek('9999') }),
    on('roster', 'party', {
      steps: (page) =>
        page
          .getByRole('button', { name: /^\d 人进场/ })
          .first()
          .click(),
    }),
    on('roster', 'walk-in', { steps: (page) => press(page, '登记现场来访') }),
    on('roster', 'over', { steps: overCapacity }),
    on('roster', 'not-saved', { saves: false }),
    on('roster', 'revoked', {
      steps: async (page) => {
        await page.route('**/counts', takeOff);
        await page.getByText('您不在这场的门口名单里了').waitFor();
      },
    }),
    on('entry', 'all', { full: true }),
    on('entry', 'typed', {
      full: true,
      steps: async (page) => {
        await seek('df 1')(page);
        await page.keyboard.press('Enter');
        await page.locator('#walk-ins').fill('3');
        await page.locator('#hand').fill('20');
      },
    }),
    on('paper', 'list', { full: true }),
  ];
}

function countScenes(open, handOnly) {
  const at = (file, more) => ({
    file: `counter-${file}`,
    who: handOnly.west,
    route: 'staff/counter/index',
    query: { id: handOnly.session.id },
    saves: true,
    ...NAMED,
    ...more,
  });
  const counts = (page) => page.locator('#plus').click({ clickCount: 3, delay: 60 });
  const mine = { who: open.west, query: { id: open.session.id } };
  return [
    at('counted', { ...mine, steps: counts }),
    at('offline', {
      ...mine,
      steps: async (page) => {
        await page.context().setOffline(true);
        await counts(page);
        await page.getByText('没有网络').waitFor();
      },
    }),
    at('full', {
      ...mine,
      steps: async (page) => {
        await fillStorage(page);
        await counts(page);
      },
    }),
    at('left', { ...mine, stored: { ...NAMED.stored, leftHand: true } }),
    at('corrected'),
    at('correction', { ...mine, steps: (page) => page.locator('#correct').click() }),
  ];
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).last().click();

async function savesList(page) {
  await press(page, '存名单');
  await page.getByText('没网也能用').first().waitFor();
}

async function overCapacity(page) {
  await press(page, '登记现场来访');
  const more = page.getByRole('dialog').getByRole('button', { name: '加一人' });
  for (let n = 0; n < 4; n++) await more.click();
}

/** As a server answers whose sign-ins have run out. */
function turnOut(route) {
  const json = { code: 'UNAUTHENTICATED', message: '请先登录。', requestId: '-' };
  return route.fulfill({ status: 401, json });
}

/** As a server answers who is not at this door any more. */
function takeOff(route) {
  const json = { code: 'DOOR_REVOKED', message: '您已经不在这场的门口名单里了', requestId: '-' };
  return route.fulfill({ status: 403, json });
}

/** From now on the browser has no room for another record: its quota is what is used. */
async function fillStorage(page) {
  const { origin } = new URL(page.url());
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // The browser looks at its quota every half minute.
  await page.waitForTimeout(31_000);
}
