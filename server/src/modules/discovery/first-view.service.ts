import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import type { FirstView } from '@openday/shared/find';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Config } from '../../config';
import { DiscoveryService } from './discovery.service';

/** As long as the list it shows may lag behind. */
const KEPT_MS = 1000;

/** The list as it opens, drawn by the client's own components: sent with the page, to be read while the app is on its way. */
@Injectable()
export class FirstViewService {
  private readonly logger = new Logger(FirstViewService.name);
  private readonly draw: FirstView | null;
  private last: { at: number; html: Promise<string> } | null = null;

  constructor(
    { h5Dir }: Config,
    private readonly discovery: DiscoveryService,
  ) {
    const file = h5Dir && join(h5Dir, 'first-view.cjs');
    this.draw = file && existsSync(file) ? createRequire(file)(file).firstView : null;
  }

  /** HTML for the page's beginning; empty where there is nothing to show, or the list cannot be had. */
  html(): Promise<string> {
    const now = Date.now();
    if (!this.last || now - this.last.at > KEPT_MS) this.last = { at: now, html: this.drawn(now) };
    return this.last.html;
  }

  private async drawn(now: number): Promise<string> {
    if (!this.draw) return '';
    try {
      const found = await this.discovery.discover({});
      const page: Page<SessionCard> = 'bytes' in found ? JSON.parse(found.bytes.toString()) : found;
      return page.items.length === 0 ? '' : `<div id="first" data-at="${now}">${this.draw(page)}</div>`;
    } catch (failure) {
      // The app comes all the same, and asks again.
      this.logger.warn(failure, 'the page goes out without its list');
      return '';
    }
  }
}
