import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { codeOf } from './resident';
import { countTaps } from './tap-counter';

const here = opened({ seconds: 240 });
let unit: Account;

beforeAll(async () => {
  unit = await Account.of(here.product.origin, 'organizer');
});

/** Soonest of all, so that it stands first where the app opens. */
const publishes = (theme: string, capacity = 20): Promise<SessionDetail> => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return unit.publishes(theme, {
    ...{ startsAt: inMinutes(20), endsAt: inMinutes(80) },
    quotas: [{ name: '居民', capacity }],
  });
};

/** Somebody who has the app open at its first page; known to it where they registered before. */
async function comes(name?: string, stored: Record<string, unknown> = {}): Promise<Visitor> {
  const visitor = await Visitor.come(here.browser, here.product.origin);
  const account = name && (await Account.of(here.product.origin, 'resident', name));
  await visitor.context.addInitScript(
    (values) => {
      for (const [key, data] of Object.entries(values)) {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ data }));
      }
    },
    { ...(account && { tokens: account.tokens }), ...stored },
  );
  await visitor.goTo('pages/discover/index');
  return visitor;
}

test('a returning resident is registered with the family by the third tap from opening the app', async () => {
  const theme = '走进供热站，看一度热怎么来';
  await publishes(theme);
  const visitor = await comes('慕容女士', { family: { seats: 3, names: [] } });
  await visitor.sees('走进供热站，');
  const taps = await countTaps(visitor);
  await visitor.words('走进供热站，').click();
  await visitor.tap('报名');
  await visitor.tap('同意并报名 3 人');
  await visitor.sees('报上了，3 人。');
  await codeOf(visitor, 3).waitFor();
  expect(await taps()).toBe(3);
  await visitor.leave();
});

test('somebody new is registered by the fifth tap at most, the one into the field counted', async () => {
  const theme = '走进污水厂，看清水怎么来';
  await publishes(theme);
  const visitor = await comes();
  await visitor.sees('走进污水厂，');
  const taps = await countTaps(visitor);
  await visitor.words('走进污水厂，').click();
  await visitor.tap('报名');
  await visitor.page.getByRole('textbox', { name: '怎么称呼您', exact: true }).filter({ visible: true }).click();
  await visitor.page.keyboard.insertText('司空先生');
  await visitor.tap('进去看看');
  await visitor.tap('同意并报名 1 人');
  await visitor.sees('报上了，1 人。');
  expect(await taps()).toBeLessThanOrEqual(5);
  await visitor.leave();
});

test('the waiting list takes three taps; cancelling three; the ticket two; the way there two', async () => {
  const theme = '走进天文馆，看一晚星星';
  const session = await publishes(theme, 2);
  const first = await Account.of(here.product.origin, 'resident', '宇文先生');
  const held = await first.register(session, 2);
  const visitor = await comes('长孙女士');
  await visitor.sees('走进天文馆，');

  const waiting = await countTaps(visitor);
  await visitor.words('走进天文馆，').click();
  await visitor.tap('排候补');
  await visitor.tap('同意并排候补，1 人');
  await visitor.sees('排在第 1 位');
  expect(await waiting()).toBe(3);
  // The ticket lies over the activity's page once it is there: only then is another page gone to.
  await visitor.sees('排上候补了');

  await first.post(`/registrations/${held.id}/cancel`);
  const again = async () => {
    await visitor.goTo('pages/discover/index');
    await visitor.page.reload();
    await visitor.sees('走进天文馆，');
    return countTaps(visitor);
  };
  const toTicket = await again();
  await visitor.tap('我的活动', 'tab');
  await visitor.tap('出示入场码');
  await codeOf(visitor, 1).waitFor();
  expect(await toTicket()).toBe(2);

  const theWay = await again();
  // There is no network to the map's own page here.
  await visitor.context.route('https://uri.amap.com/**', (route) => route.fulfill({ body: '' }));
  const map = visitor.context.waitForEvent('page');
  await visitor.tap('我的活动', 'tab');
  await visitor.tap('怎么去');
  const shown = await map;
  await shown.waitForURL(/amap/);
  const url = new URL(shown.url());
  expect([url.hostname, url.searchParams.get('coordinate')]).toEqual(['uri.amap.com', 'gaode']);
  expect(await theWay()).toBe(2);

  const cancelling = await again();
  await visitor.tap('我的活动', 'tab');
  await visitor.tap('来不了');
  await visitor.tap('时间凑不上');
  await visitor.sees('您取消了');
  expect(await cancelling()).toBe(3);
  await visitor.leave();
});
