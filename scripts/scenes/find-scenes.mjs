// 找活动, 日历 and 办过的: every state a resident can find them in.

import { dayAt, Person } from './person.mjs';
import { asLastSeen, tap, tapLabel } from './steps.mjs';

const DISCOVER = 'pages/discover/index';
const CALENDAR = 'pages/calendar/index';
const FAR = { name: '许营镇便民服务中心', address: '镇政府街 1 号', lng: 116.118, lat: 36.402 };
const NEAR = { name: '先锋社区党群服务中心', address: '先锋路 6 号', lng: 116.021, lat: 36.447 };

/** Pictures of looking for an activity; makes what they show on the way. */
export async function findScenes(url) {
  const unit = await Person.of(url, 'organizer');
  const me = await Person.of(url, 'resident', '端木女士');
  const { groups } = await unit.get('/places');
  const { name, lng, lat } = groups.flatMap((group) => group.places)[0];
  const place = { stored: { place: { name, lng, lat } } };
  await unit.publishes('老物件修补日', { venue: FAR, quotas: [{ name: '居民', capacity: 8 }] }, { forms: ['service'] });
  await unit.publishes('居民议事日：停车位建在哪儿', { venue: NEAR }, { forms: ['council'], topic: 'community' });
  const at = (file, steps, more = {}) => ({ file, who: me, route: DISCOVER, ...place, steps, ...more });
  const on = (file, steps, more = {}) => at(file, steps, { route: CALENDAR, ...more });
  const sheet = (file, steps) =>
    at(file, async (page) => {
      await tapLabel(page, '筛选');
      await steps?.(page);
    });
  return [
    at('list'),
    at('list-nowhere', null, { stored: {} }),
    at('list-sent', withoutApp, { stored: {} }),
    at('place', (page) => tapLabel(page, /换地方/)),
    at('map', (page) => tap(page, '地图')),
    at('map-nowhere', (page) => tap(page, '地图'), { stored: {} }),
    at('map-third', async (page) => {
      await tap(page, '地图');
      await tap(page, '下一场');
      await tap(page, '下一场');
    }),
    at('searched', (page) => search(page, '议事')),
    at('searched-nothing', (page) => search(page, '潜水艇')),
    sheet('nothing-on-weekend', async (page) => {
      await tap(page, '便民服务');
      await page.getByText(/^看这 \d+ 场$/).click();
      await tap(page, '周末');
    }),
    sheet('filter'),
    sheet('filter-chosen', async (page) => {
      await tap(page, '便民服务');
      await page.getByRole('button', { name: '还有名额' }).filter({ visible: true }).last().click();
    }),
    sheet('filter-day', (page) => tap(page, '挑一天')),
    sheet('filter-nothing', async (page) => {
      await tap(page, '今天');
      await tap(page, '宣传讲座');
    }),
    sheet('filter-unit', (page) => tap(page, '哪个单位')),
    sheet('filter-topic', (page) => tap(page, '什么主题')),
    sheet('unit', async (page) => {
      await tap(page, '哪个单位');
      await page
        .getByText(/^\d+ 场$/)
        .filter({ visible: true })
        .nth(1)
        .click();
      await page.getByText(/^看这 \d+ 场$/).click();
    }),
    at('loading', (page) => unanswered(page)),
    at('offline', asLastSeen('found', 'month')),
    at('failed', (page) => failing(page)),
    on('calendar'),
    on('calendar-day', (page) => tapDay(page, dayAt(4, '09:30'))),
    on('calendar-next-month', (page) => tapLabel(page, '下个月')),
    on('calendar-loading', (page) => unanswered(page)),
    on('calendar-offline', asLastSeen('found', 'month')),
    on('calendar-failed', (page) => failing(page)),
    { file: 'past', who: me, route: 'more/past/index' },
    { file: 'past-nothing', who: me, route: 'more/past/index', steps: (page) => search(page, '潜水艇') },
  ];
}

async function search(page, words) {
  await page.getByRole('searchbox').fill(words);
  // Typing is let pause before it is looked for.
  await page.waitForTimeout(600);
  await page.waitForLoadState('networkidle');
}

async function tapDay(page, at) {
  const [, month, day] = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number);
  await page.getByRole('button', { name: new RegExp(`^${month}月${day}日，`) }).click();
}

/** What the server sent, before the app is there. */
async function withoutApp(page) {
  await page.route('**/js/app.*', () => undefined);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('.sent').waitFor({ state: 'attached' });
}

async function unanswered(page) {
  await page.route('**/api/sessions*', () => undefined);
  await page.route('**/api/sessions/**', () => undefined);
  await page.reload();
}

async function failing(page) {
  const json = { code: 'INTERNAL', message: '我们这边出了点问题，请稍等再试', requestId: '01-7f3a' };
  await page.route('**/api/**', (route) => route.fulfill({ status: 500, json }));
  await page.reload();
  await page.getByText('再试一次', { exact: true }).first().waitFor();
}
