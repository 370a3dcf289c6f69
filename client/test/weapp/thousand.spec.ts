import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from '../support/account';
import { toldTo, viewerOf } from '../support/every-page';
import { type Product, startProduct } from '../support/product';
import { aThousandRegistered, aThousandSessions, registeredForMany } from '../support/thousands';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
const OF_THE_CROWD = /^(organizer\/(session|setup|door)|staff)\//;
const LOOKS = 10;
let product: Product;
let crowded: SessionDetail;
let often: Account;

beforeAll(async () => {
  product = await startProduct();
  await aThousandSessions(product.origin);
  crowded = await aThousandRegistered(product.origin);
  often = await registeredForMany(product.origin, 100);
}, 300_000);
afterAll(() => product?.stop());

/** A phone of whom the page is for, on the page; what it keeps is the file's. */
async function phoneAt(route: string, kept: string): Promise<Phone> {
  const role = viewerOf(route);
  const account = role === 'resident' ? often : await Account.of(product.origin, role);
  const storage = join(product.folder, `${kept}.json`);
  if (!existsSync(storage)) {
    writeFileSync(storage, JSON.stringify([['tokens', { json: JSON.stringify(account.tokens), encrypted: false }]]));
  }
  const told = OF_THE_CROWD.test(route) ? `id=${crowded.id}` : await toldTo(route, account, product.origin);
  return Phone.launch({ bundle, origin: product.origin, storage }, { at: `${route}?${told}` });
}

/** At rest: drawn, with nothing on its way, for some looks in a row, since one answer is often the next question. */
function settled(phone: Phone): Promise<true> {
  let calm = 0;
  return phone.until('the page at rest', () => {
    calm = phone.opened[0]?.mostNodes && phone.network.idle ? calm + 1 : 0;
    return calm > LOOKS || null;
  });
}

/** WeChat's bounds for each page opened. */
function expectSmall(phone: Phone): void {
  expect(phone.errors).toEqual([]);
  for (const { route, largestSet, mostNodes } of phone.opened) {
    expect({ route, nodes: mostNodes, small: mostNodes < 1000 }).toEqual({ route, nodes: mostNodes, small: true });
    expect({ route, bytes: largestSet, small: largestSet <= 256 * 1024 }).toMatchObject({ small: true });
  }
}

test.each(bundle.routes)(
  'A48 %s with a thousand of what it lists stays below 1000 nodes and 256 KB a call',
  async (route) => {
    const phone = await phoneAt(route, route.replaceAll('/', '-'));
    try {
      await settled(phone);
      expectSmall(phone);
    } finally {
      phone.close();
    }
  },
);

test('A48 a door that saved a list of a thousand parties shows each of its pages below 1000 nodes and 256 KB a call', async () => {
  const today = await phoneAt('staff/today/index', 'door');
  await today.tap('存名单', crowded.theme);
  await today.tap('东门');
  await today.tap('就叫这个');
  await today.sees('没网也能用');
  expectSmall(today);
  today.close();
  for (const route of bundle.routes.filter((each) => each.startsWith('staff/'))) {
    const phone = await phoneAt(route, 'door');
    await settled(phone);
    phone.close();
    expectSmall(phone);
  }
});
