// The key pages as the real mini program bundle draws them: its setData tree and its WXSS, shown in Chromium.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './builds.mjs';
import { bin, run, tail } from './process.mjs';

/** What is left of a phone's 844 px below WeChat's own bar. */
const PAGE = { width: 390, height: 756 };

/** Walks through the bundle in its Node host (client/test/weapp/pictures.spec.ts) and takes each page's picture. */
export async function takeWeappPictures(browser, folder) {
  await build('server');
  await build('weapp');
  const pages = mkdtempSync(join(tmpdir(), 'openday-weapp-'));
  const walk = ['--selectProjects', 'weapp', '--testPathPatterns', 'weapp/pictures'];
  const { code, output } = await run(process.execPath, [bin('jest'), ...walk], {
    env: { ...process.env, OPENDAY_PICTURES: pages },
  });
  if (code !== 0) throw new Error(`the walk through the bundle failed:\n${tail(output, 80)}`);
  const context = await browser.newContext({ viewport: PAGE, deviceScaleFactor: 2, locale: 'zh-CN' });
  const page = await context.newPage();
  for (const file of readdirSync(pages)) {
    await page.goto(pathToFileURL(join(pages, file)).href);
    const picture = file.replace(/html$/, 'png');
    await page.screenshot({ path: join(folder, picture) });
    console.info(`screenshots/${picture}`);
  }
  await context.close();
  rmSync(pages, { recursive: true, force: true });
}
