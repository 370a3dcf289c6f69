import { writeFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';

/** Chromium shows a Motion JPEG at this rate, whatever was meant. */
const FRAMES_A_SECOND = 30;

/** What is on somebody's screen, as an image's address. */
export async function pictureOf(screen: Locator): Promise<string> {
  return `data:image/png;base64,${(await screen.screenshot({ type: 'png' })).toString('base64')}`;
}

/**
 * Films pictures held before a camera one after the other: a 640 × 480 .mjpeg file. A browser opened with it sees it
 * over and over, and the file as it then is each time a camera is opened.
 */
export async function film(browser: Browser, pictures: string[], file: string, seconds = 1): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  const frames: Buffer[] = [];
  for (const picture of pictures) {
    await page.setContent(
      `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#999">
        <img style="height:400px" src="${picture}">`,
    );
    const frame = await page.screenshot({ type: 'jpeg', quality: 90 });
    frames.push(...Array.from({ length: seconds * FRAMES_A_SECOND }, () => frame));
  }
  await page.close();
  // Motion JPEG is nothing but one JPEG after the other.
  writeFileSync(file, Buffer.concat(frames));
}
