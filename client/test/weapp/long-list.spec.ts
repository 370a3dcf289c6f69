import { join, resolve } from 'node:path';
import { type Product, startProduct } from '../support/product';
import { aThousandSessions } from '../support/thousands';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

test('A48 a list of 1,000 sessions stays below 1000 nodes and 256 KB a call, to its end', async () => {
  await aThousandSessions(product.origin);
  const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
  const phone = Phone.launch({ bundle, origin: product.origin, storage: join(product.folder, 'phone.json') });
  try {
    await phone.sees('看更多');
    const seen = new Set<string>();
    for (;;) {
      for (const [room] of phone.words.matchAll(/会议室\d+-\d+/g)) seen.add(room);
      if (!phone.words.includes('看更多')) break;
      const before = phone.words;
      const drawn = () => phone.words !== before && /会议室\d+-\d+|日子还没定的/.test(phone.words);
      await phone.tap('看更多');
      await phone.until('other cards', () => (phone.network.idle && drawn() ? true : null));
    }
    expect(seen.size).toBe(1000);
    phone.reachBottom();
    await phone.tap('看前面的');
    await phone.sees('看更多');
    expect(phone.errors).toEqual([]);
    const [list] = phone.opened;
    expect(list?.mostNodes).toBeLessThan(1000);
    expect(list?.largestSet).toBeLessThanOrEqual(256 * 1024);
  } finally {
    phone.close();
  }
});

test('A48 the map of 1,000 sessions stays below them too, however far one walks', async () => {
  const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
  const phone = Phone.launch({ bundle, origin: product.origin, storage: join(product.folder, 'map-phone.json') });
  try {
    await phone.type('搜主题、单位或地点', '开放议事厅');
    await phone.sees('1000 场');
    await phone.tap('地图');
    for (let n = 1; n <= 60; n++) {
      await phone.sees(`1000 场里的第 ${n} 场`);
      await phone.until('the next one', () => (phone.network.idle ? true : null));
      await phone.tap('下一场');
    }
    await phone.tap('筛选');
    await phone.tap('挑一天');
    await phone.sees('看这 1000 场');
    expect(phone.errors).toEqual([]);
    const [page] = phone.opened;
    expect(page?.mostNodes).toBeLessThan(1000);
    expect(page?.largestSet).toBeLessThanOrEqual(256 * 1024);
  } finally {
    phone.close();
  }
});
