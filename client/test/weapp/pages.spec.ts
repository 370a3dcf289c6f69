import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Account } from '../support/account';
import { toldTo, viewerOf } from '../support/every-page';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';
import { unheard } from './host/spoken';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

test.each(bundle.routes)(
  'A48 %s opens on the phone of whom it is for, small and without errors, and says what its parts are',
  async (route) => {
    const account = await Account.of(product.origin, viewerOf(route));
    const storage = join(product.folder, `${route.replaceAll('/', '-')}.json`);
    writeFileSync(storage, JSON.stringify([['tokens', { json: JSON.stringify(account.tokens), encrypted: false }]]));
    const at = `${route}?${await toldTo(route, account, product.origin)}`;
    const phone = Phone.launch({ bundle, origin: product.origin, storage }, { at });
    try {
      await phone.until('the page', () => (phone.opened[0]?.mostNodes && phone.network.idle ? true : null));
      expect(phone.errors).toEqual([]);
      expect(phone.attribute('aria-role')).toContain('main');
      expect(unheard(phone.root(), bundle)).toEqual([]);
      for (const page of phone.opened) {
        expect(page.largestSet).toBeLessThanOrEqual(256 * 1024);
        expect(page.mostNodes).toBeLessThan(1000);
      }
    } finally {
      phone.close();
    }
  },
);
