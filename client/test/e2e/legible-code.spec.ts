import type { Page } from 'playwright-core';
import decode from 'qr/decode.js';
import { Account } from '../support/account';
import { Visitor } from './browser';
import { opened } from './opening';
import { codeOf, registers } from './resident';

const CODES = 100;
const SCREENSHOT_PX = 240;
const HALF_MINUTE_MS = 30_000;
const BRIGHTNESS = 0.3;

const here = opened({ seconds: 600 });

test('A28 the ticket’s code is read from a screenshot 240 px wide, blurred by 1 px, turned by 15° and at 30 % brightness', async () => {
  const theme = '消防站体验日';
  await (await Account.of(here.product.origin, 'organizer')).publishes(theme);
  const scale = SCREENSHOT_PX / (await widthOfCode(theme));
  const resident = await Visitor.come(here.browser, here.product.origin, 'phone', scale);
  await resident.page.clock.install();
  await registers(resident, theme, '上官先生', 3);
  // From here on time is the browser's own: no reply tells the page another.
  await resident.losesNetwork();
  const code = codeOf(resident, 3);
  await resident.page.clock.pauseAt(Date.now() + HALF_MINUTE_MS);
  const darkroom = await here.browser.newPage();

  const texts = new Set<string>();
  const unread: string[] = [];
  let brightest = 0;
  for (let n = 0; n < CODES; n++) {
    // The picture is drawn a moment after the page says what is in it.
    await code.locator('img').evaluate((picture: HTMLImageElement) => picture.decode());
    const shown = await code.getAttribute('data-code');
    const screenshot = (await code.screenshot()).toString('base64');
    const frame = await develop(darkroom, screenshot);
    const pixels = Buffer.from(frame.grey, 'base64');
    brightest = pixels.reduce((most, value) => Math.max(most, value), brightest);
    if (read(frame.side, pixels) !== shown) unread.push(shown ?? '');
    texts.add(shown ?? '');
    await resident.page.clock.runFor(HALF_MINUTE_MS);
  }
  process.stdout.write(`read: ${CODES - unread.length} of ${CODES}\n`);
  expect(texts.size).toBe(CODES);
  // White itself is as dark as asked for.
  expect(Math.abs(brightest - 255 * BRIGHTNESS)).toBeLessThan(2);
  expect(unread.length).toBeLessThanOrEqual(1);
  await resident.leave();
});

/** How wide the ticket draws a code, in px. */
async function widthOfCode(theme: string): Promise<number> {
  const resident = await Visitor.come(here.browser, here.product.origin);
  await registers(resident, theme, '诸葛女士', 3);
  const box = await codeOf(resident, 3).boundingBox();
  await resident.leave();
  return box?.width ?? 0;
}

interface Frame {
  side: number;
  /** Base64, a byte a pixel. */
  grey: string;
}

/** The screenshot as a bad camera sees it. */
function develop(page: Page, screenshot: string): Promise<Frame> {
  return page.evaluate(
    async ({ source, brightness, wide }) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      // A picture that lies across the edges of pixels takes one more.
      if (Math.abs(picture.width - wide) > 1) throw new Error(`the screenshot is ${picture.width} px wide`);
      const side = Math.ceil(picture.width * 1.5);
      const canvas = document.createElement('canvas');
      canvas.width = side;
      canvas.height = side;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.filter = `blur(1px) brightness(${brightness})`;
      context.fillStyle = '#ededed';
      context.fillRect(0, 0, side, side);
      context.translate(side / 2, side / 2);
      context.rotate((15 * Math.PI) / 180);
      context.drawImage(picture, -picture.width / 2, -picture.height / 2);
      const { data } = context.getImageData(0, 0, side, side);
      let grey = '';
      for (let at = 0; at < data.length; at += 4) grey += String.fromCharCode(data[at] ?? 0);
      return { side, grey: btoa(grey) };
    },
    { source: `data:image/png;base64,${screenshot}`, brightness: BRIGHTNESS, wide: SCREENSHOT_PX },
  );
}

/** What the decoder of the door's camera makes of it. */
function read(side: number, pixels: Buffer): string | null {
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [at, value] of pixels.entries()) data.fill(value, at * 4, at * 4 + 3);
  try {
    return decode({ width: side, height: side, data });
  } catch {
    // The decoder throws where it sees no code.
    return null;
  }
}
