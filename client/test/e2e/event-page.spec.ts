import { readFileSync } from 'node:fs';
import type { Registration } from '@openday/shared/registrations';
import decodeQR from 'qr/decode.js';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { finds, registers } from './resident';

const here = opened({ seconds: 240 });
let unit: Account;

beforeAll(async () => {
  unit = await Account.of(here.product.origin, 'organizer');
});
const come = () => Visitor.come(here.browser, here.product.origin);

test('the button turns into 报名 by itself at the moment of opening', async () => {
  const theme = '档案馆开放日';
  const visitor = await come();
  // The app is there before the moment is set: only the activity is opened before it opens.
  await visitor.goTo('pages/discover/index');
  await visitor.tap('我的活动', 'tab');
  await visitor.page.waitForURL(/pages\/mine/);
  await unit.publishes(theme, { opensAt: new Date(Date.now() + 30_000).toISOString() });
  await finds(visitor, theme);
  await visitor.sees('到点提醒我');
  const [file] = await Promise.all([visitor.page.waitForEvent('download'), visitor.tap('到点提醒我')]);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/SUMMARY:开始报名：档案馆开放日[\s\S]*TRIGGER:-PT5M/);
  await visitor.sees(/打开下载的“日历”文件，点“添加”/);
  await visitor.words('知道了').click();
  await visitor.page
    .getByRole('button', { name: '报名', exact: true })
    .filter({ visible: true })
    .waitFor({ timeout: 60_000 });
  await visitor.leave();
});

test('a busy server is waited for while other pages are looked at, under one key, and the ticket is there', async () => {
  const theme = '热电厂开放日';
  const session = await unit.publishes(theme);
  const visitor = await come();
  const keys: (string | undefined)[] = [];
  let busy = true;
  await visitor.page.route('**/registrations', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    if (!busy) return route.continue();
    const json = { code: 'BUSY', message: '现在报名的人很多，请稍等', requestId: '-' };
    return route.fulfill({ status: 503, headers: { 'retry-after': '3' }, json });
  });
  await finds(visitor, theme);
  await visitor.tap('报名');
  await visitor.type('怎么称呼您', '独孤女士');
  await visitor.tap('进去看看');
  await visitor.tap('同意并报名 1 人');
  await visitor.sees('报名的人多，正在替您排队');
  await visitor.page.goBack();
  // Back closes the sheet; the page stays, and the next Back leaves it.
  await visitor.sees('正在报名 1 人');
  await visitor.page.goBack();
  await visitor.page.waitForURL(/pages\/discover/);
  await visitor.isTold('热电厂开放日：报上了', async () => {
    busy = false;
  });
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  await visitor.tap('我的活动', 'tab');
  await visitor.sees('出示入场码');
  await visitor.leave();
  const who = await Account.of(here.product.origin, 'resident', '独孤女士');
  const { items } = await who.get<{ items: Registration[] }>(`/registrations?session=${session.id}`);
  expect(items).toHaveLength(1);
});

test('an activity looked at and my list are there without network, with when they were seen', async () => {
  const theme = '方志馆开放日';
  const session = await unit.publishes(theme);
  const visitor = await come();
  await registers(visitor, theme, '公羊先生', 2);
  // Not opened before: what was registered is in it all the same.
  await visitor.page.waitForFunction((of) => localStorage.getItem('mine')?.includes(of), theme);
  await visitor.losesNetwork();
  await visitor.goTo('pages/mine/index');
  await visitor.page.reload();
  await visitor.sees(/没连上，/);
  await visitor.sees('便民服务大厅');
  await visitor.goTo(`pages/event/index?id=${session.eventId}&session=${session.id}`);
  await visitor.page.reload();
  await visitor.sees(/名额以连上后为准/);
  await visitor.sees('出示入场码');
  await visitor.sees('一号路 1 号');
  await visitor.leave();
});

test('a poster is drawn on the device with the page’s own address in its code, and is downloaded', async () => {
  const theme = '美术馆公教日，画一张年画';
  const session = await unit.publishes(theme);
  const visitor = await come();
  await finds(visitor, '美术馆公教日，');
  await visitor.tap('分享');
  await visitor.words('做一张海报').click();
  const poster = visitor.page.getByRole('img', { name: `海报：${theme}` }).filter({ visible: true });
  await poster.waitFor();
  const area = { x: 56, y: 1340, side: 400 };
  const pixels = await poster.evaluate((image, { x, y, side }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d');
    pen?.drawImage(image as HTMLImageElement, -x, -y);
    return [...(pen?.getImageData(0, 0, side, side).data ?? [])];
  }, area);
  const text = decodeQR({ width: area.side, height: area.side, data: Uint8ClampedArray.from(pixels) });
  expect(text).toBe(`${here.product.origin}/#/pages/event/index?id=${session.eventId}&session=${session.id}`);

  const [file] = await Promise.all([visitor.page.waitForEvent('download'), visitor.tap('下载海报')]);
  expect(file.suggestedFilename()).toBe(`${theme}.png`);
  const png = readFileSync(await file.path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1240, 1754]);
  await visitor.leave();
});
