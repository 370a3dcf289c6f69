import { dayOf, instantOf } from '@openday/shared/dates';
import type { PlaceGroup } from '@openday/shared/places';
import type { Route } from 'playwright-core';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';

const DAY_MS = 86_400_000;
const here = opened();
const come = () => Visitor.come(here.browser, here.product.origin);
const inDays = (days: number) => {
  const startsAt = new Date(Date.now() + days * DAY_MS).toISOString();
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() };
};

test('a place by hand, a filter, the map, and from there the activity', async () => {
  const unit = await Account.of(here.product.origin, 'district');
  const { groups } = await unit.get<{ groups: PlaceGroup[] }>('/places');
  const place = groups[0]?.places[0];
  if (!place) throw new Error('the demo has no place');
  const near = (north: number) => ({ venue: { name: `馆${north}`, lng: place.lng, lat: place.lat + north } });
  await unit.publishes('社区厨房开火日', { ...near(0.009), ...inDays(2) }, { forms: ['experience'] });
  await unit.publishes('社区厨房议菜单', { ...near(0.03), ...inDays(3) }, { forms: ['council'] });
  const resident = await come();
  await resident.goTo('pages/discover/index');
  await resident.tap('选个地方，按远近排');
  await resident.tap(place.name, 'radio');
  await resident.sees(`${place.name}`);
  await resident.page.getByRole('searchbox').fill('社区厨房');
  await resident.sees('2 场，都还能去');
  await resident.tap('筛选');
  await resident.tap('公开议事');
  await resident.tap('看这 1 场');
  await resident.sees('社区厨房议菜单');
  await resident.tap('筛选 1');
  await resident.tap('公开议事');
  await resident.tap('看这 2 场');

  await resident.tap('地图', 'tab');
  await resident.sees('2 场里的第 1 场');
  await resident.sees('社区厨房开火日');
  await resident.sees('1.0 公里');
  // Without tiles: bubbles, the place's own name and rings round it.
  const map = resident.page.locator('.pinmap').filter({ visible: true });
  await map.locator('.pinmap__place').getByText(place.name).waitFor();
  await map.locator('.pinmap__ring').getByText('1 公里', { exact: true }).waitFor();
  await map.locator('.pin:not(.pin--on)').first().click();
  await resident.sees('2 场里的第 2 场');
  await resident.tap('查看并报名');
  await resident.page.waitForURL(/pages\/event\/index/);
  await resident.sees('社区厨房议菜单');
  await resident.leave();
});

test('on the map no bubble of what is found lies under a button, also where no place is chosen', async () => {
  const unit = await Account.of(here.product.origin, 'district');
  const corner = (east: number, north: number) => ({ name: `角 ${east} ${north}`, lng: 116 + east, lat: 36.4 + north });
  await unit.publishes('湿地观鸟一', { venue: corner(-0.02, 0.02), ...inDays(2) });
  await unit.publishes('湿地观鸟二', { venue: corner(0.02, -0.02), ...inDays(3) });
  await unit.publishes('湿地观鸟三', { venue: corner(0.02, 0.02), ...inDays(4) });
  const resident = await come();
  await resident.goTo('pages/discover/index');
  await resident.page.getByRole('searchbox').fill('湿地观鸟');
  await resident.sees('3 场，都还能去');
  await resident.tap('地图', 'tab');
  const bubbles = resident.page.locator('.pin__words').filter({ visible: true });
  await bubbles.nth(2).waitFor();
  const boxes = async (selector: string) => {
    const found = await resident.page.locator(selector).filter({ visible: true }).all();
    return Promise.all(found.map(async (each) => (await each.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }));
  };
  const buttons = await boxes('.mapbox__here, .leaflet-bar');
  expect(buttons).toHaveLength(2);
  const covered = (await boxes('.pin__words')).filter((pin) =>
    buttons.some(
      ({ x, y, width, height }) =>
        pin.x < x + width && x < pin.x + pin.width && pin.y < y + height && y < pin.y + pin.height,
    ),
  );
  expect(covered).toEqual([]);
  await resident.leave();
});

test('from the calendar’s day to the activity, by the keyboard too', async () => {
  const unit = await Account.of(here.product.origin, 'district');
  const session = await unit.publishes('渡口老照片展', inDays(1));
  const day = new Date(Date.parse(session.startsAt) + 8 * 3_600_000);
  const resident = await come();
  await resident.goTo('pages/calendar/index');
  if (day.getUTCMonth() !== new Date(Date.now() + 8 * 3_600_000).getUTCMonth()) await resident.tap('下个月');
  const cell = resident.page.getByRole('button', {
    name: new RegExp(`^${day.getUTCMonth() + 1}月${day.getUTCDate()}日，`),
  });
  await cell.filter({ visible: true }).focus();
  await resident.page.keyboard.press('Enter');
  await resident.words('渡口老照片展').click();
  await resident.page.waitForURL(/pages\/event\/index/);
  await resident.sees('渡口老照片展');
  await resident.leave();
});

test('a month kept on the phone says that it is being asked for again, and once answered its day is there too', async () => {
  const unit = await Account.of(here.product.origin, 'district');
  const midnight = Date.parse(instantOf(dayOf(Date.now()), '00:00'));
  const startsAt = new Date(Math.max(midnight, Date.now() - 3_600_000)).toISOString();
  await unit.publishes('灯塔夜游', { startsAt, endsAt: new Date(Date.now() + 3_600_000).toISOString() });
  const resident = await come();
  const { page } = resident;
  await resident.goTo('pages/calendar/index');
  await resident.sees('灯塔夜游');
  await page.evaluate(() => localStorage.removeItem('found'));
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await resident.sees('有网的时候打开过的');
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/api/**', async (route) => {
    await held;
    await route.continue();
  });
  await resident.tap('再试一次');
  await resident.sees('正在连');
  answer();
  await resident.sees('灯塔夜游');
  await page.getByText('再试一次').waitFor({ state: 'hidden' });
  await resident.leave();
});

test('of two pages asked for within a moment the later one stands, however late the other comes', async () => {
  const unit = await Account.of(here.product.origin, 'district');
  await unit.publishes('桥梁检测开放日');
  const resident = await come();
  const { page } = resident;
  await resident.goTo('pages/discover/index');
  await resident.sees('桥梁检测开放日');
  const held: Route[] = [];
  let later = false;
  const first = new Promise<void>((go) => {
    void page.route('**/*.js', (route) => {
      if (later) return route.continue();
      held.push(route);
      go();
    });
  });
  await resident.words('桥梁检测开放日').click();
  await first;
  later = true;
  await resident.tap('我的活动', 'tab');
  await resident.sees('还没有报过名');

  const came = held.map((route) => page.waitForResponse(route.request().url()));
  for (const route of held) await route.continue();
  await Promise.all(came);
  // Long enough for it to be shown.
  await page.waitForTimeout(1000);
  await resident.sees('还没有报过名');
  await resident.tap('找活动', 'tab');
  await resident.words('桥梁检测开放日').click();
  await resident.tap('报名');
  await resident.leave();
});
