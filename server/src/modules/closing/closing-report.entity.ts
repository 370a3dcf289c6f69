import type { AttendanceSource, ClosingState, CountReason, PlanReason } from '@openday/shared/closing';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '../../database/columns';

const Unknown = () => CountColumn({ nullable: true, default: null });

/** 活动总结: one for a session, which is over. Null = not said, never 0. */
@Entity('closing_reports')
@Index(['organizerId', 'state'])
export class ClosingReport {
  @PrimaryId() sessionId: string;
  @Index()
  @IdColumn()
  eventId: string;
  @IdColumn() organizerId: string;
  @CodeColumn(10) state: ClosingState;
  /** 实际到场, and where the figure came from; as the records had it when it was published, where the unit said nothing else. */
  @Unknown() actual: number | null;
  @CodeColumn(10, { nullable: true }) source: AttendanceSource | null;
  /** Said by the unit, not taken from the records. */
  @Column({ type: 'boolean', default: false }) actualSaid: boolean;
  @JsonColumn() countReasons: CountReason[];
  @TextColumn(100, { default: '' }) countNote: string;
  @JsonColumn() planReasons: PlanReason[];
  @TextColumn(100, { default: '' }) planNote: string;
  /** 政策解读次数 */
  @Unknown() explanations: number | null;
  /** Of the image store, in order. */
  @JsonColumn() photos: string[];
  @Column({ type: 'boolean', default: false }) photosVouched: boolean;
  @TextColumn(200, { default: '' }) publicLine: string;
  /** What residents read, as published. */
  @LongTextColumn({ nullable: true }) told: string | null;
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  /** 补录: held before the system was there; then what was said is not in other tables but here. */
  @Column({ type: 'boolean', default: false }) recordedAfter: boolean;
  /** 收到意见, 其中办结; only where recorded afterwards. */
  @Unknown() suggestions: number | null;
  @Unknown() resolved: number | null;
  /** When staff was told that it is due soon, and that it is past due: the claim of the replica that does. */
  @InstantColumn({ nullable: true }) soonToldAt: Date | null;
  @InstantColumn({ nullable: true }) dueToldAt: Date | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
