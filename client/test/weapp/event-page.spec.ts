import { join, resolve } from 'node:path';
import { Account } from '../support/account';
import { type Product, startProduct } from '../support/product';
import { Bundle } from './host/bundle';
import { openEvent } from './host/open-event';
import { Phone } from './host/phone';

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
let product: Product;
let desk: Account;
let phone: Phone;
let phones = 0;
let taps = 0;

beforeAll(async () => {
  product = await startProduct();
  desk = await Account.of(product.origin, 'district');
});
afterAll(() => product?.stop());
afterEach(() => {
  phone?.close();
  expect(phone?.errors).toEqual([]);
});

const newPhone = () => ({ bundle, origin: product.origin, storage: join(product.folder, `event-${++phones}.json`) });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
/** Soonest of all, so that it stands first where the app opens. */
const soonest = () => ({ startsAt: inMinutes(20), endsAt: inMinutes(80) });

async function tap(name: string) {
  taps++;
  await phone.tap(name);
}

async function signsIn(name: string) {
  await phone.sees('先登录');
  taps++; // into the field
  await phone.type('怎么称呼您', name);
  await tap('进去看看');
}

const opens = (theme: string) => openEvent(phone, theme);

test('somebody new is registered by the fifth tap, and with the family of last time by the third', async () => {
  await desk.publishes('走进供热站', soonest());
  const options = newPhone();
  phone = Phone.launch(options);
  taps = 0;
  await tap('走进供热站');
  await phone.isAt('pages/event/index');
  await tap('报名');
  await signsIn('慕容女士');
  await phone.sees('同意并报名 1 人');
  await tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  expect(taps).toBeLessThanOrEqual(5);
  phone.close();

  await desk.publishes('走进电厂', { ...soonest(), startsAt: inMinutes(19) });
  phone = Phone.launch(options);
  taps = 0;
  await tap('走进电厂');
  await phone.isAt('pages/event/index');
  await tap('报名');
  await tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  expect(taps).toBe(3);
});

test('a poster is drawn on the phone and goes to the album; where that is not allowed, the settings are offered', async () => {
  const session = await desk.publishes('美术馆公教日');
  phone = Phone.launch(newPhone());
  await opens('美术馆公教日');
  await phone.tap('分享');
  await phone.tap('做一张海报');
  await phone.isAt('more/poster/index');
  const poster = await phone.until('a poster', () => {
    const [found] = [...phone.studio.pictures].filter(([, { width }]) => width === 1240);
    return found ?? null;
  });
  const [path, { height, said }] = poster;
  expect(height).toBe(1754);
  expect(said).toEqual(expect.arrayContaining(['美术馆公教日', '便民服务大厅', '20 个名额', '扫码报名']));
  expect(session.theme).toBe('美术馆公教日');

  await phone.sees('长按图片也能保存或转发');
  phone.studio.allowsAlbum = false;
  await phone.tap('存到相册');
  await phone.until('a refusal', () => phone.studio.refused || null);
  phone.studio.allowsAlbum = true;
  await phone.tap('存到相册');
  await phone.until('a word', () => phone.toasts.includes('存到相册了') || null);
  expect(phone.studio.album).toEqual([path]);
});

test('what is shared has the day in its title, the session in its path and a picture drawn for it', async () => {
  const session = await desk.publishes('气象馆开放日');
  phone = Phone.launch(newPhone());
  await opens('气象馆开放日');
  const card = await phone.until('a card', () => [...phone.studio.pictures.keys()][0] ?? null);
  const share = () => {
    const { instance = {} } = phone.opened.at(-1) ?? {};
    const { onShareAppMessage: say } = instance;
    return typeof say === 'function' ? (say.call(instance, { from: 'menu' }) as object) : null;
  };
  const shared = await phone.until('its picture', () => {
    const message = share() as { imageUrl?: string } | null;
    return message?.imageUrl ? message : null;
  });
  expect(shared).toEqual({
    title: expect.stringMatching(/^气象馆开放日，\d+月\d+日/),
    path: `/pages/event/index?id=${session.eventId}&session=${session.id}`,
    imageUrl: card,
  });
});

test('before it opens the phone’s calendar is asked to ring; where it may not, that is said', async () => {
  const opensAt = inMinutes(30);
  await desk.publishes('天文台开放日', { opensAt });
  phone = Phone.launch(newPhone());
  await opens('天文台开放日');
  phone.studio.allowsCalendar = false;
  await phone.tap('到点提醒我');
  await phone.until('a word', () => phone.toasts.includes('没能记到手机日历，到时打开看看') || null);
  phone.studio.allowsCalendar = true;
  await phone.tap('到点提醒我');
  await phone.until('a word', () => phone.toasts.includes('记到手机日历了，到点会提醒') || null);
  expect(phone.studio.calendar).toMatchObject([
    {
      title: '开始报名：天文台开放日',
      startTime: Math.floor(Date.parse(opensAt) / 1000),
      alarm: true,
      alarmOffset: 300,
    },
  ]);
});

test('Back closes the sheet and the page stays, the next one leaves it; a sheet closed by its own button costs none', async () => {
  await desk.publishes('自来水博物馆');
  phone = Phone.launch(newPhone());
  await opens('自来水博物馆');
  const closed = () => phone.until('the page alone', () => !phone.words.includes('复制链接') || null);
  const tapped = phone.tap('分享');
  // As soon as the sheet is drawn: nobody is so quick, but a phone may be slower than they.
  while (!phone.words.includes('复制链接')) await new Promise(setImmediate);
  phone.back();
  await tapped;
  await closed();
  await phone.isAt('pages/event/index');
  await phone.tap('分享');
  await phone.tap('关上');
  await closed();
  phone.back();
  await phone.isAt('pages/discover/index');
});

test('a turn in a busy queue is kept while other pages are looked at', async () => {
  await desk.publishes('热电厂开放日');
  phone = Phone.launch(newPhone());
  await opens('热电厂开放日');
  await phone.tap('报名');
  await signsIn('独孤女士');
  await phone.sees('同意并报名 1 人');
  phone.network.cut = true;
  await phone.tap('同意并报名 1 人');
  await phone.sees('网络断了，连上就接着报');
  phone.back();
  await phone.until('the page alone', () => !phone.words.includes('网络断了，连上就接着报') || null);
  phone.back();
  await phone.isAt('pages/discover/index');
  phone.network.cut = false;
  await phone.until('a word', () => phone.toasts.includes('热电厂开放日：报上了') || null);
});

test('after a relaunch without network my list and the activity are as last seen', async () => {
  const session = await desk.publishes('方志馆开放日');
  const options = newPhone();
  phone = Phone.launch(options);
  await opens('方志馆开放日');
  await phone.tap('报名');
  await signsIn('公羊先生');
  await phone.tap('同意并报名 1 人');
  await phone.isAt('more/ticket/index');
  await phone.sees('报上了，1 人。');
  phone.back();
  phone.back();
  await phone.tap('我的活动');
  await phone.isAt('pages/mine/index');
  await phone.sees('出示入场码');
  await phone.tap('找活动');
  await phone.isAt('pages/discover/index');
  phone.close();

  phone = Phone.launch(options, { at: `pages/event/index?id=${session.eventId}`, cut: true });
  await phone.sees('名额以连上后为准');
  await phone.sees('一号路 1 号');
  phone.close();
  phone = Phone.launch(options, { at: 'pages/mine/index', cut: true });
  await phone.sees('没连上，');
  await phone.sees('方志馆开放日');
});
