import type { DrawOutcome } from '@openday/shared/draws';
import { Column, Entity } from 'typeorm';
import { CodeColumn, CountColumn, PrimaryCount, PrimaryId, TextColumn } from '../../database/columns';

/** One ticket as it stood when registration closed, and what was drawn: kept when the registration changes later. */
@Entity('draw_entries')
export class DrawEntry {
  @PrimaryId() sessionId: string;
  @PrimaryCount() ticketNo: number;
  /** 刘*芳; goes with the contact data. */
  @TextColumn(20) maskedName: string;
  @CountColumn() seats: number;
  @TextColumn(20) quota: string;
  @Column({ type: 'boolean', default: false }) joinWaitlist: boolean;
  /** In the drawn order of its pool, from 1. */
  @CountColumn() place: number;
  /** Null until it is drawn. */
  @CodeColumn(12, { nullable: true }) outcome: DrawOutcome | null;
}
