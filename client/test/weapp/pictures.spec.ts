import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';
import { htmlOf } from './host/picture';

/** Where `pnpm screenshots` wants the pages; else they are only drawn. */
const FOLDER = process.env.OPENDAY_PICTURES;
const WIDTH = 390;

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** Draws the page in sight and keeps it for its picture; its words. */
function draw(phone: Phone, name: string): string {
  const html = htmlOf(phone.root(), bundle, phone.route, WIDTH);
  if (FOLDER) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, `weapp-${name}.html`), html);
  }
  return html.replace(/<style>.*?<\/style>|<[^>]+>/gs, '');
}

test.each([false, true])(
  'the list, an activity, registering, the ticket and 我的活动 are drawn by the bundle’s own tree and WXSS (large type: %s)',
  async (large) => {
    const theme = '社保大厅体验日';
    const desk = await Account.of(product.origin, 'district');
    await desk.publishes(theme, {}, { content: '看社保卡怎样做出来，问工作人员您关心的事。' });
    const storage = join(product.folder, `phone-${large}.json`);
    writeFileSync(storage, JSON.stringify([['largeType', { json: String(large), encrypted: false }]]));
    const phone = Phone.launch({ bundle, origin: product.origin, storage });
    const as = (name: string) => draw(phone, large ? `${name}.large` : `${name}.390`);
    try {
      await phone.sees(theme);
      expect(as('list')).toContain(theme);
      await phone.tap(theme);
      await phone.isAt('pages/event/index');
      await phone.sees('还剩 20 个名额');
      as('event');
      await phone.tap('报名');
      await phone.sees('先登录');
      await phone.sees('进去看看');
      as('sign-in');
      await phone.type('怎么称呼您', large ? '上官女士' : '令狐先生');
      await phone.tap('进去看看');
      await phone.tap('加一人');
      await phone.sees('同意并报名 2 人');
      as('register');
      await phone.tap('同意并报名 2 人');
      await phone.isAt('more/ticket/index');
      await phone.until('the code', () => (phone.attribute('src').length > 0 ? true : null));
      expect(as('ticket')).toContain('报上了');
      phone.back();
      phone.back();
      await phone.tap('我的活动');
      await phone.isAt('pages/mine/index');
      await phone.sees('来不了');
      expect(as('mine')).toContain(theme);
      expect(phone.errors).toEqual([]);
    } finally {
      phone.close();
    }
  },
);
