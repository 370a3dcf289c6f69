import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** A unit's own site that is told of its sessions and of those of the units below it. */
@Entity('webhooks')
export class Webhook {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  organizerId: string;
  @TextColumn(300) url: string;
  /** Signs every delivery; sealed. */
  @CodeColumn(200) secret: string;
  @InstantColumn({ nullable: true }) pausedAt: Date | null;
  @InstantColumn() createdAt: Date;
}
