import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Route } from 'playwright-core';

export const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
export const BROWSER_ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];
/** Only not to hang: beside other browsers on two cores a page takes its time, and a browser its own to start. */
const PATIENCE_MS = 30_000;
export const START_MS = 90_000;

/** Chromium, without a window. `camera`: an .mjpeg file that its camera sees, over and over. */
export function openBrowser(camera?: string): Promise<Browser> {
  const film = camera ? [`--use-file-for-fake-video-capture=${camera}`] : [];
  return chromium.launch({
    executablePath: CHROMIUM,
    timeout: START_MS,
    args: [...BROWSER_ARGS, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', ...film],
  });
}

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

/** What is asked of the server. */
const ASKED = '**/api/**';
const cut = (route: Route) => route.abort('internetdisconnected');

/** One person's browser: own storage, own sign-in. */
export class Visitor {
  /** What broke in the page's scripts, or was kept from them by the content security policy. */
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.errors.push(message.text());
    });
  }

  /** `scale`: pixels drawn for each px. */
  static async come(browser: Browser, origin: string, at: 'phone' | 'desk' = 'phone', scale = 2): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: at === 'phone' ? PHONE : DESK,
      deviceScaleFactor: scale,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['camera'],
    });
    return new Visitor(context, await context.newPage(), origin);
  }

  /** Somebody at a page that is open already. */
  static at(page: Page, origin: string): Visitor {
    return new Visitor(page.context(), page, origin);
  }

  async goTo(route: string): Promise<void> {
    await this.page.goto(`${this.origin}/#/${route}`);
  }

  /** Words in sight: Taro keeps the pages below in the document. The topmost where they stand twice. */
  words(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).last();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.words(text).waitFor();
  }

  /** Does what a short line is said of. That goes again by itself: the page looks out for it, from before it is done. */
  async isTold(line: string, act: () => Promise<unknown>): Promise<void> {
    const isSaid = (words: string) =>
      [...document.querySelectorAll('.taro__toast')].some(
        (each) => each.checkVisibility() && each.textContent === words,
      );
    await Promise.all([this.page.waitForFunction(isSaid, line), act()]);
  }

  /** Presses what is in sight and called exactly so. */
  async tap(name: string | RegExp, role: 'button' | 'tab' | 'link' | 'radio' | 'checkbox' = 'button'): Promise<void> {
    await this.page.getByRole(role, { name, exact: true }).filter({ visible: true }).last().click();
  }

  /** Types into the field of that label. */
  async type(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label, exact: true });
    await field
      .or(this.page.getByRole('spinbutton', { name: label, exact: true }))
      .filter({ visible: true })
      .last()
      .fill(text);
  }

  /** Goes where there is no network, once the browser keeps the pages' files. */
  async losesNetwork(): Promise<void> {
    // Over 200 files, on a machine that may be busy with other browsers.
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 45_000 });
    await this.context.setOffline(true);
    // While a page is loaded anew Chromium may forget for a moment that it is offline.
    await this.context.route(ASKED, cut);
  }

  async hasNetworkAgain(): Promise<void> {
    await this.context.unroute(ASKED, cut);
    await this.context.setOffline(false);
  }

  async leave(): Promise<void> {
    await this.context.close();
    if (this.errors.length > 0) throw new Error(this.errors.join('\n'));
  }
}
