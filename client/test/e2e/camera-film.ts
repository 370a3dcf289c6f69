import { writeFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';

const FRAMES = 10;

/** Films what is on somebody's screen, as a camera held before it would: a 640 × 480 .mjpeg file. */
export async function film(browser: Browser, screen: Locator, file: string): Promise<void> {
  const picture = (await screen.screenshot({ type: 'png' })).toString('base64');
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#999">
      <img style="height:400px" src="data:image/png;base64,${picture}">`,
  );
  const frame = await page.screenshot({ type: 'jpeg', quality: 90 });
  await page.close();
  // Motion JPEG is nothing but one JPEG after the other.
  writeFileSync(file, Buffer.concat(Array.from({ length: FRAMES }, () => frame)));
}
