// What the H5 pages cost a slow phone, as a ratio to a blank Taro page of the same run.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './process.mjs';
import { startProduct } from './product.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const CPU = 4;
/** Lighthouse's slow 4G: bytes a second, and ms for a round trip. */
const SLOW_4G = { downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (0.75e6 / 8) * 0.9, latency: 150 };
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

/** Prints medians of rounds taken in turn: readable, the app there, first bytes, layout shift, and each tap's time to the next paint. */
export async function benchClient() {
  const product = await startProduct({ H5_DIR: join(ROOT, 'client/dist/h5') });
  const blank = await serve(join(ROOT, 'client/dist/blank'));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGS,
  });
  try {
    const samples = { blank: [], list: [] };
    for (let round = 0; round < ROUNDS; round++) {
      samples.blank.push(
        await visit(browser, blank.url, ['.blank', '.blank'], { 空白: (page) => page.locator('.blank').click() }),
      );
      samples.list.push(await visit(browser, product.url, ['.ev', '#app .ev'], TAPS));
    }
    report(samples);
  } finally {
    await browser.close();
    await product.stop();
    blank.stop();
  }
}

/** What a resident presses most, one after the other. */
const TAPS = {
  有名额: (page) => page.getByRole('button', { name: '还有名额' }).first().click(),
  形式: (page) => page.locator('.chip').last().click(),
  关上: (page) => page.keyboard.press('Escape'),
  卡片: (page) => page.locator('.ev').filter({ visible: true }).first().click(),
  报名: (page) => page.locator('.bar .btn').filter({ visible: true }).last().click(),
};

/**
 * One first visit on a slow phone; `firsts`: what can be read first, and what the app itself draws first.
 * @returns {Promise<{readable: number, there: number, bytes: number, shift: number, taps: Record<string, number>}>}
 */
async function visit(browser, url, firsts, taps) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.addInitScript(watch, firsts);
  await page.goto(url);
  await page.waitForFunction(() => window.seen.there > 0);
  await page.waitForLoadState('networkidle');
  const { readable, there } = await page.evaluate(() => window.seen);
  const loaded = bytes;
  const times = {};
  for (const [name, tap] of Object.entries(taps)) {
    await page.evaluate(() => {
      window.seen.slowest = 0;
    });
    await tap(page);
    await page.waitForTimeout(1500);
    times[name] = await page.evaluate(() => window.seen.slowest);
  }
  const shift = await page.evaluate(() => window.seen.shift);
  await context.close();
  return { readable, there, bytes: loaded, shift, taps: times };
}

/** In the page, before its own scripts: when the first things of these kinds are painted, how much moves, how long a tap takes. */
function watch([readable, there]) {
  window.seen = { readable: 0, there: 0, shift: 0, slowest: 0 };
  const painted = (name, first) => {
    const look = new MutationObserver(() => {
      const words = document.querySelector(first)?.textContent;
      if (!words) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.seen[name] = performance.now())));
    });
    look.observe(document, { childList: true, subtree: true, characterData: true });
  };
  painted('readable', readable);
  painted('there', there);
  // What stands in the document is not painted before its styles are there.
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') window.seen.readable = Math.max(window.seen.readable, startTime);
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) window.seen.slowest = Math.max(window.seen.slowest, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

function report({ blank, list }) {
  const of = (samples, pick) => median(samples.map(pick));
  const base = of(blank, ({ readable }) => readable);
  const readable = of(list, (each) => each.readable);
  console.info(
    `readable: ${ms(readable)}, blank page ${ms(base)}, ratio ${(readable / base).toFixed(2)} (at most 1.5; 3 s)`,
  );
  console.info(`the app's own list: ${ms(of(list, ({ there }) => there))}`);
  console.info(
    `first load: ${kb(of(list, ({ bytes }) => bytes))} over the wire, blank page ${kb(of(blank, ({ bytes }) => bytes))}`,
  );
  console.info(`layout shift: ${of(list, ({ shift }) => shift).toFixed(3)} (at most 0.02)`);
  const tap = of(blank, ({ taps }) => taps.空白);
  console.info(`a tap on the blank page: ${ms(tap)} to the next paint`);
  for (const name of Object.keys(TAPS))
    console.info(`  ${name}: ${ms(of(list, ({ taps }) => taps[name]))} (at most 200 ms)`);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const ms = (value) => `${Math.round(value)} ms`;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** A folder with .br files beside its files, served as the product serves its own. */
async function serve(folder) {
  const server = createServer(async (request, reply) => {
    const path = normalize(new URL(request.url, 'http://blank').pathname).replace(/\/$/, '/index.html');
    try {
      const packed = await readFile(join(folder, `${path}.br`)).catch(() => null);
      const content = packed ?? (await readFile(join(folder, path)));
      reply.writeHead(200, {
        'content-type': TYPES[path.split('.').at(-1)],
        ...(packed && { 'content-encoding': 'br' }),
      });
      reply.end(content);
    } catch {
      // The blank page has no service worker and no icon.
      reply.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
