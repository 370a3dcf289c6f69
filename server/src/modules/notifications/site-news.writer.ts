import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@openday/shared/webhooks';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { insertRows } from '../../database/rows';
import { SiteNews } from './site-news.entity';

/** Writes what units' own sites are to be told inside the transaction that causes it. */
@Injectable()
export class SiteNewsWriter {
  constructor(private readonly ids: Ids) {}

  async append(manager: EntityManager, event: WebhookEvent, sessionIds: string[], now: Date): Promise<void> {
    await insertRows(
      manager,
      SiteNews,
      sessionIds.map((sessionId) => ({ id: this.ids.next(), event, sessionId, sortedAt: null, createdAt: now })),
    );
  }
}
