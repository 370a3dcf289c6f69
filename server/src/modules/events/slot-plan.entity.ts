import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId } from '../../database/columns';

/** 固定开放: a place that takes visits on certain days of the week; its sessions are made weeks ahead. */
@Entity('slot_plans')
export class SlotPlan {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  organizerId: string;
  @IdColumn() eventId: string;
  @IdColumn() venueId: string;
  /** 1 = Monday … 7 = Sunday. */
  @JsonColumn() weekdays: number[];
  /** Clocks in China, `HH:MM`. */
  @CodeColumn(5) opens: string;
  @CodeColumn(5) ends: string;
  @CountColumn() minutes: number;
  @CountColumn() seats: number;
  @CountColumn() weeks: number;
  @Column({ type: 'boolean', default: true }) skipsHolidays: boolean;
  @InstantColumn({ nullable: true }) pausedAt: Date | null;
  /** Sessions stand up to this day. */
  @CodeColumn(10, { nullable: true }) madeUntil: string | null;
  /** When sessions were last made: the claim of the replica that does. */
  @InstantColumn({ nullable: true }) claimedAt: Date | null;
  @InstantColumn() createdAt: Date;
}
