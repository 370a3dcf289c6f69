// pnpm screenshots [part of a page's path or of a scene's name]: every page of the built product and every state of
// admission and of the door, as a phone, in large type and at the desk; `weapp`: the key pages of the mini program's bundle.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from './builds.mjs';
import { ROOT } from './process.mjs';
import { annualScenes } from './scenes/annual-scenes.mjs';
import { demoRows, request } from './scenes/demo-rows.mjs';
import { deskScenes } from './scenes/desk-scenes.mjs';
import { deskStates } from './scenes/desk-states.mjs';
import { districtScenes } from './scenes/district-scenes.mjs';
import { doorScenes } from './scenes/door-scenes.mjs';
import { editorScenes } from './scenes/editor-scenes.mjs';
import { findScenes } from './scenes/find-scenes.mjs';
import { mineScenes } from './scenes/mine-scenes.mjs';
import { startProductWithNoShows } from './scenes/no-shows.mjs';
import { recordScenes } from './scenes/record-scenes.mjs';
import { residentScenes } from './scenes/resident-scenes.mjs';
import { signInScenes } from './scenes/sign-in-scenes.mjs';
import { voiceScenes } from './scenes/voice-scenes.mjs';
import { takeWeappPictures } from './weapp-pictures.mjs';

const FOLDER = join(ROOT, 'screenshots');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const CHROMIUM_ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
];

/** Who looks at a page, by the package it is in; the first match counts. */
const VIEWERS = [
  [/^staff\//, { role: 'staff' }],
  [/^(organizer|records|editor|district)\//, { role: 'organizer' }],
  [/./, { role: 'resident' }],
];

/** What a page is told, from what the demo holds. Pages not named here are told nothing. */
const PARAMETERS = [
  [/^pages\/event\//, ({ session }) => ({ id: session.eventId, session: session.id })],
  [/^voice\/rate\//, ({ session }) => ({ session: session.id })],
  [/^voice\/suggestion\//, ({ session }) => ({ id: session.id })],
  [/^more\/ticket\//, ({ registration }) => ({ id: registration.id })],
  [/^staff\/(?!today)/, ({ door }) => ({ id: door.id })],
  [/^organizer\/(door|session|setup)\//, ({ session }) => ({ id: session.id })],
  [/^editor\/(event|outward)\//, ({ session }) => ({ id: session.eventId })],
  [/^records\/report\//, ({ ended }) => ({ id: ended.sessionId })],
  [/^records\/papers\//, ({ ended }) => ({ id: ended.eventId, session: ended.sessionId })],
  [/^organizer\/plan-review\//, ({ plan }) => ({ id: plan.id })],
];

/** The door's pages need the roster on the phone: it is saved on the first of them, as staff do. */
const NEEDS_ROSTER = /^staff\/(?!today)/;

const asked = process.argv[2] ?? '';
/** Several parts are told apart by commas. */
const wanted = (name) => asked.split(',').some((part) => name.includes(part));
await build('server');
if (asked !== 'weapp') await build('h5');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const product = await startProductWithNoShows();
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error('no Chromium: apt-get install chromium, or set CHROMIUM_PATH');
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  if (asked !== 'weapp') await takeWebPictures();
  if (asked === '' || asked === 'weapp') await takeWeappPictures(browser, FOLDER);
} finally {
  await browser.close();
  await product.stop();
}

/** The H5 pages with what the demo holds, then every scene. */
async function takeWebPictures() {
  const signedIn = Object.fromEntries(
    await Promise.all(
      ['resident', 'staff', 'organizer'].map(async (role) => [
        role,
        await request(product.url, 'POST /auth/demo', { role }),
      ]),
    ),
  );
  const demo = await demoRows(product.url, signedIn);
  for (const path of pagePaths().filter(wanted)) {
    const [, { role }] = VIEWERS.find(([pattern]) => pattern.test(path));
    const [, parameters = () => ({})] = PARAMETERS.find(([pattern]) => pattern.test(path)) ?? [];
    const url = `${product.url}/#/${path}?${new URLSearchParams(parameters(demo))}`;
    const shot = (size, viewport, stored = {}) =>
      takePicture({
        url,
        first: NEEDS_ROSTER.test(path) ? saveRoster : undefined,
        file: `${fileName(path)}.${size}.png`,
        viewport,
        stored: { tokens: signedIn[role], ...stored },
      });
    await shot('390', PHONE);
    await shot('large', PHONE, { largeType: true });
    if (role === 'organizer') await shot('1280', DESK);
  }
  const scenes = [...(await residentScenes(product.url)), ...(await deskScenes(product.url))];
  scenes.push(...(await voiceScenes(product.url)), ...(await mineScenes(product.url)));
  scenes.push(...(await doorScenes(product.url)).map((scene) => ({ ...scene, part: 'door' })));
  scenes.push(...(await findScenes(product.url)).map((scene) => ({ ...scene, part: 'find' })));
  scenes.push(...(await recordScenes(product.url)), ...(await editorScenes(product.url)));
  scenes.push(...(await districtScenes(product.url)), ...(await annualScenes(product.url)));
  scenes.push(...(await deskStates(product.url)), ...(await signInScenes(product.url)));
  for (const scene of scenes.filter(({ file, part = 'admission' }) => wanted(`${part}-${file}`))) {
    await takeScene(scene);
  }
}

async function takeScene({
  file,
  who,
  route,
  query = {},
  stored = {},
  part = 'admission',
  saves = false,
  before,
  steps,
  desk = false,
  full = false,
  busy = false,
  answers,
  large = true,
}) {
  // What scrolls inside the page is seen whole on a taller screen.
  const tall = (viewport) => (full ? { ...viewport, height: 2400 } : viewport);
  const shot = (size, viewport, more = {}) =>
    takePicture({
      url: `${product.url}/#/${route}?${new URLSearchParams(query)}`,
      file: `${part}-${file}.${size}.png`,
      viewport: tall(viewport),
      stored: { ...(who && { tokens: who.tokens }), ...more, ...stored },
      first: saves ? saveRoster : before,
      steps,
      busy,
      answers,
    });
  await shot('390', PHONE);
  if (large) await shot('large', PHONE, { largeType: true });
  if (desk) await shot('1280', DESK);
}

function fileName(path) {
  return path.replace(/\/index$/, '').replaceAll('/', '-');
}

/** The pages Taro builds, main package and subpackages. */
function pagePaths() {
  const source = readFileSync(join(ROOT, 'client/src/app.config.ts'), 'utf8').replace('export default', 'return');
  const { pages, subPackages = [] } = new Function('defineAppConfig', source)((config) => config);
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}

/** Taro keeps what is stored on H5 as `{data}` in localStorage. */
async function takePicture({ url, first, file, viewport, stored, steps, busy = false, answers }) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript((values) => {
    for (const [key, data] of Object.entries(values)) localStorage.setItem(key, JSON.stringify({ data }));
  }, stored);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  if (busy) await page.route('**/registrations', turnAway);
  await answers?.(page);
  try {
    await first?.(page);
    await page.goto(url);
    // Taro keeps the pages of one visit on top of each other.
    if (first) await page.reload();
    // What never answers is never idle.
    await page.waitForLoadState('networkidle', { timeout: answers ? 2_000 : 30_000 }).catch((failure) => {
      if (!answers) throw failure;
    });
    // Asked once more before it is said that nothing is reached.
    if (answers) await page.waitForTimeout(1_000);
    await steps?.(page);
  } catch (failure) {
    // The picture shows how far it came.
    problems.push(failure.message.split('\n')[0]);
  }
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(FOLDER, file) });
  await context.close();
  console.info(`screenshots/${file}${problems.length > 0 ? `  (${problems.join('; ')})` : ''}`);
}

/** As a server answers that has more to do than it can. */
function turnAway(route) {
  if (route.request().method() !== 'POST') return route.continue();
  const json = { code: 'BUSY', message: '现在报名的人很多，请稍等', requestId: '-' };
  return route.fulfill({ status: 503, headers: { 'retry-after': '8' }, json });
}

async function saveRoster(page) {
  await page.goto(`${product.url}/#/staff/today/index`);
  await page.getByText('存名单').first().click();
  const name = page.getByRole('radio', { name: '东门' }).filter({ visible: true });
  const ready = page.getByText('没网也能用').filter({ visible: true }).first();
  // Asked once a device.
  await name.or(ready).first().waitFor();
  if (await name.isVisible()) {
    await name.click();
    await page.getByText('就叫这个').click();
  }
  await ready.waitFor();
}
