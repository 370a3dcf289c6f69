import type { EventState, ShownImage, WindowPrecision } from '@openday/shared/events';
import type { Form } from '@openday/shared/forms';
import type { Question } from '@openday/shared/questions';
import type { Topic } from '@openday/shared/topics';
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

/** 活动 */
@Entity('events')
@Index(['state', 'windowFrom'])
export class Event {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  organizerId: string;
  @Index()
  @IdColumn({ nullable: true })
  programmeId: string | null;
  @CodeColumn(12) state: EventState;
  @TextColumn(100) theme: string;
  @LongTextColumn() content: string;
  @JsonColumn() forms: Form[];
  /** Set by the unit; null = not set. */
  @CodeColumn(12, { nullable: true }) topic: Topic | null;
  @TextColumn(200, { default: '' }) audience: string;
  @CountColumn({ nullable: true, default: null }) plannedMin: number | null;
  @CountColumn({ nullable: true, default: null }) plannedMax: number | null;
  /** Verbatim; null = no headcount was planned. */
  @TextColumn(60, { nullable: true }) plannedText: string | null;
  @Column({ type: 'boolean', default: false }) plannedApproximate: boolean;
  /** While there is no date: the sheet's words and the days they span. */
  @TextColumn(60, { nullable: true }) windowText: string | null;
  @CodeColumn(10, { nullable: true }) windowFrom: string | null;
  @CodeColumn(10, { nullable: true }) windowTo: string | null;
  @CodeColumn(12, { nullable: true }) windowPrecision: WindowPrecision | null;
  @TextColumn(40, { default: '' }) contactName: string;
  @TextColumn(30, { default: '' }) contactPhone: string;
  /** Asked at registration. */
  @JsonColumn({ nullable: true }) questions: Question[] | null;
  /** The first is the cover. */
  @JsonColumn({ nullable: true }) images: ShownImage[] | null;
  /** 备案: when it was handed in, when it was approved, why it was sent back. */
  @InstantColumn({ nullable: true }) submittedAt: Date | null;
  @InstantColumn({ nullable: true }) approvedAt: Date | null;
  @TextColumn(200, { nullable: true }) sentBack: string | null;
  @CountColumn() followers: number;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
