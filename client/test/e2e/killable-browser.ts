import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, CHROMIUM, START_MS } from './browser';

/** A browser on one profile that is killed and started again: what it has not on the disk then is lost. */
export class KillableBrowser {
  private running: { process: ChildProcess; context: BrowserContext } | null = null;

  /** `profile`: its folder. `offline`: whether its pages are without network. */
  constructor(
    private readonly profile: string,
    public offline = false,
  ) {}

  /** A new page, in a browser that is started where none runs. */
  async page(): Promise<Page> {
    this.running ??= await this.start();
    const { context } = this.running;
    const page = await context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await context.setOffline(this.offline);
    return page;
  }

  /** Ends the page's own process as the system does when memory is short: nothing in it runs to its end. */
  async crash(page: Page): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // The command is answered by nobody: who would is gone.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  /** kill -9 of the whole browser, as when the battery dies. */
  async kill(): Promise<void> {
    if (!this.running) return;
    const { process: browser } = this.running;
    this.running = null;
    const exit = once(browser, 'exit');
    process.kill(-(browser.pid ?? 0), 'SIGKILL');
    await exit;
  }

  private async start() {
    const portFile = join(this.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`];
    // The page a browser opens by itself moves to another process while it is attached to, and who attaches waits for ever.
    const args = [...BROWSER_ARGS, ...own, 'about:blank'];
    // A group of its own, so that its renderers are killed with it.
    const browser = spawn(CHROMIUM, args, { stdio: 'ignore', detached: true });
    const until = Date.now() + START_MS;
    while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) {
      if (Date.now() > until || browser.exitCode !== null) throw new Error('chromium did not start');
      await wait(20);
    }
    const port = readFileSync(portFile, 'utf8').split('\n')[0];
    const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: START_MS });
    const [context] = connected.contexts();
    if (!context) throw new Error('chromium came without a profile');
    return { process: browser, context };
  }
}
