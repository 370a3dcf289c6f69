import type { WebhookEvent } from '@openday/shared/webhooks';
import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** One piece of news for one site, tried until it arrives or hope is given up. */
@Entity('webhook_deliveries')
@Index(['webhookId', 'newsId'], { unique: true })
export class WebhookDelivery {
  @PrimaryId() id: string;
  @IdColumn() webhookId: string;
  @IdColumn() newsId: string;
  @CodeColumn(20) event: WebhookEvent;
  @IdColumn() sessionId: string;
  @CountColumn() tries: number;
  /** Of the site's last answer; null = none came. */
  @CountColumn({ nullable: true, default: null }) status: number | null;
  @TextColumn(100, { nullable: true }) problem: string | null;
  /** The next try, which is also the claim of the replica that makes it; null = done or given up. */
  @Index()
  @InstantColumn({ nullable: true })
  nextAt: Date | null;
  @InstantColumn({ nullable: true }) deliveredAt: Date | null;
  @InstantColumn() createdAt: Date;
}
