import type { WebhookEvent } from '@openday/shared/webhooks';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** Something happened to a session that units' own sites may want to know: written in the transaction that causes it. */
@Entity('site_news')
export class SiteNews {
  @PrimaryId() id: string;
  @CodeColumn(20) event: WebhookEvent;
  @IdColumn() sessionId: string;
  /** Handed to the sites that listen; null = not yet. */
  @Index()
  @InstantColumn({ nullable: true })
  sortedAt: Date | null;
  @InstantColumn() createdAt: Date;
}
