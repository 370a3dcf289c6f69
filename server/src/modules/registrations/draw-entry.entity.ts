import type { DrawOutcome } from '@openday/shared/registrations';
import { Column, Entity } from 'typeorm';
import { CodeColumn, CountColumn, PrimaryCount, PrimaryId, TextColumn } from '../../database/columns';

/** One ticket of a draw as it was drawn: kept when the registration changes later. */
@Entity('draw_entries')
export class DrawEntry {
  @PrimaryId() sessionId: string;
  @PrimaryCount() ticketNo: number;
  /** 刘*芳; goes with the contact data. */
  @TextColumn(20) maskedName: string;
  @CountColumn() seats: number;
  @TextColumn(20) quota: string;
  @Column({ type: 'boolean', default: false }) joinWaitlist: boolean;
  @CountColumn() place: number;
  @CodeColumn(12) outcome: DrawOutcome;
}
