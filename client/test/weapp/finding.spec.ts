import { join, resolve } from 'node:path';
import type { PlaceGroup } from '@openday/shared/places';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const DAY_MS = 86_400_000;
const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;
let desk: Account;
let phone: Phone;
let phones = 0;

beforeAll(async () => {
  product = await startProduct();
  desk = await Account.of(product.origin, 'district');
});
afterAll(() => product?.stop());

beforeEach(() => {
  phone = Phone.launch({ bundle, origin: product.origin, storage: join(product.folder, `phone-${++phones}.json`) });
});
afterEach(() => {
  phone.close();
  expect(phone.errors).toEqual([]);
});

const searches = (words: string) => phone.type('搜主题、单位或地点', words);
const inDays = (days: number) => {
  const startsAt = new Date(Date.now() + days * DAY_MS).toISOString();
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() };
};
const at = (name: string, east: number) => ({ venue: { name, lng: 116.01 + east, lat: 36.44 } });

test('a place is chosen by hand, without asking for the position, and is there again after a relaunch', async () => {
  const { groups } = await desk.get<{ groups: PlaceGroup[] }>('/places');
  const place = groups[0]?.places[0];
  if (!place) throw new Error('the demo has no place');
  await desk.publishes('桥头听河日', { venue: { name: '河边', lng: place.lng, lat: place.lat + 0.009 } });
  await phone.tap('选个地方，按远近排');
  await phone.tap(place.name);
  await searches('桥头听河日');
  await phone.sees('1.0 公里');
  phone.close();
  phone = Phone.launch({ bundle, origin: product.origin, storage: join(product.folder, `phone-${phones}.json`) });
  await phone.sees(`${place.name}附近`);
});

test('the list becomes a map with one activity at a time below it, and back', async () => {
  for (const [n, room] of ['甲馆', '乙馆', '丙馆'].entries())
    await desk.publishes(`非遗灯会第${room}`, { ...at(room, n * 0.02), ...inDays(2 + n) });
  await searches('非遗灯会');
  await phone.sees('3 场');
  await phone.tap('地图');
  await phone.sees('3 场里的第 1 场');
  expect(phone.words).toContain('非遗灯会第甲馆');
  await phone.tap('下一场');
  await phone.sees('3 场里的第 2 场');
  expect(phone.words).toContain('非遗灯会第乙馆');
  await phone.tap('上一场');
  await phone.sees('非遗灯会第甲馆');
  await phone.tap('查看并报名');
  await phone.isAt('pages/event/index');
  phone.back();
  await phone.tap('列表');
  await phone.sees('非遗灯会第丙馆');
});

test('the filter sheet says how many it leaves before it is used', async () => {
  await desk.publishes('灌渠走读日', inDays(3), { forms: ['visit'] });
  await desk.publishes('灌渠议事日', inDays(3), { forms: ['council'] });
  await searches('灌渠');
  await phone.sees('灌渠走读日');
  await phone.tap('筛选');
  await phone.sees('看这 2 场');
  await phone.tap('公开议事');
  await phone.tap('看这 1 场');
  await phone.sees('筛选 1');
  await phone.until('the other one gone', () => !phone.words.includes('灌渠走读日') || null);
  await phone.sees('灌渠议事日');
});

test('where a search finds nothing, what there is with one condition less is offered, counted', async () => {
  await desk.publishes('竹编小课', inDays(3), { forms: ['experience'] });
  await searches('竹编小课');
  await phone.sees('竹编小课');
  await phone.tap('无障碍');
  await phone.sees('没有找到“竹编小课”');
  await phone.tap('不限无障碍，看 1 场');
  await phone.sees('便民服务大厅');
});

test('a unit is chosen, followed, and let go again', async () => {
  await desk.publishes('水厂探秘日', inDays(3));
  await searches('水厂探秘日');
  await phone.tap('筛选');
  await phone.sees('看这 1 场');
  await phone.tap('哪个单位');
  await phone.until('the units', () => !phone.words.includes('看这 1 场') || null);
  await phone.tap('1 场');
  await phone.tap('看这 1 场');
  await phone.tap('关注');
  await phone.sees('先登录');
  await phone.type('怎么称呼您', '宇文女士');
  await phone.tap('进去看看');
  await phone.sees('已关注');
  await phone.until('a word', () => phone.toasts.includes('有新活动，会告诉您') || null);
  await phone.tap('已关注');
  await phone.until('not followed', () => !phone.words.includes('已关注') || null);
});

test('the calendar shows the days with room, and a day’s activities lead to their page', async () => {
  const session = await desk.publishes('城墙夜游', inDays(1));
  const [, month, day] = new Date(Date.parse(session.startsAt) + 8 * 3_600_000).toISOString().slice(0, 10).split('-');
  await phone.tap('日历');
  await phone.isAt('pages/calendar/index');
  if (Number(month) !== new Date(Date.now() + 8 * 3_600_000).getUTCMonth() + 1) await phone.tap('下个月');
  await phone.until('the day', () => (phone.network.idle ? true : null));
  const name = `${Number(month)}月${Number(day)}日`;
  const label = await phone.until('a marked day', () => {
    const found = phone.attribute('aria-label').find((each) => each.startsWith(`${name}，`));
    return found && !found.includes('没有活动') ? found : null;
  });
  await phone.tap(label);
  await phone.tap('城墙夜游');
  await phone.isAt('pages/event/index');
  await phone.sees('城墙夜游');
});

test('what is over says how many came', async () => {
  await phone.tap('看看办过的');
  await phone.isAt('more/past/index');
  await phone.sees('来了');
});
