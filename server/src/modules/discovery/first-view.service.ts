import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { FirstView } from '@openday/shared/find';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Config } from '../../config';
import { DiscoveryService } from './discovery.service';

/** As long as the list it shows may lag behind. */
const KEPT_MS = 1000;
/** The page does not wait longer for its list: the app comes all the same, and asks again. */
const PATIENCE_MS = 300;

/** The list as it opens, drawn by the client's own components: sent with the page, to be read while the app is on its way. */
@Injectable()
export class FirstViewService {
  private readonly log = new Logger(FirstViewService.name);
  private readonly draw: FirstView | null;
  private last = { at: 0, html: '' };
  private drawing: Promise<void> | null = null;

  constructor(
    { h5Dir }: Config,
    private readonly discovery: DiscoveryService,
  ) {
    const file = h5Dir && join(h5Dir, 'first-view.cjs');
    this.draw = file && existsSync(file) ? this.loaded(file) : null;
  }

  /** HTML for the page's beginning, and the same list as JSON; empty where there is none, or it cannot be had in time. */
  async html(): Promise<string> {
    if (Date.now() - this.last.at <= KEPT_MS) return this.last.html;
    this.drawing ??= this.drawAnew().finally(() => {
      this.drawing = null;
    });
    const late = Symbol();
    const first = await Promise.race([this.drawing, wait(PATIENCE_MS, late, { ref: false })]);
    return first === late ? '' : this.last.html;
  }

  private loaded(file: string): FirstView | null {
    try {
      return createRequire(file)(file).firstView;
    } catch (failure) {
      this.log.error(failure, `${file} cannot be loaded: every page goes out without its list`);
      return null;
    }
  }

  private async drawAnew(): Promise<void> {
    this.last = { at: Date.now(), html: await this.drawn().catch((failure) => this.without(failure)) };
  }

  private async drawn(): Promise<string> {
    if (!this.draw) return '';
    const found = await this.discovery.discover({});
    const page: Page<SessionCard> = 'bytes' in found ? JSON.parse(found.bytes.toString()) : found;
    if (page.items.length === 0) return '';
    const json = JSON.stringify(page).replaceAll('<', '\\u003c');
    return `<div id="first" data-at="${Date.now()}">${this.draw(page)}<script type="application/json">${json}</script></div>`;
  }

  private without(failure: unknown): string {
    this.log.warn(failure, 'the page goes out without its list');
    return '';
  }
}
