import type { RoundState } from '@openday/shared/monthly-topics';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, LongTextColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 每月一题: one unit's round of one month. */
@Entity('monthly_topics')
@Index(['organizerId', 'month'])
@Index(['state', 'month'])
export class MonthlyTopic {
  @PrimaryId() id: string;
  @IdColumn() organizerId: string;
  /** `2026-09` */
  @CodeColumn(7) month: string;
  @TextColumn(60) title: string;
  @CodeColumn(8) state: RoundState;
  @InstantColumn() votesUntil: Date;
  @IdColumn({ nullable: true }) chosenId: string | null;
  /** Why, for everybody to read. */
  @TextColumn(200, { nullable: true }) choiceReason: string | null;
  @InstantColumn({ nullable: true }) chosenAt: Date | null;
  /** Where it is talked over. */
  @IdColumn({ nullable: true }) sessionId: string | null;
  @LongTextColumn({ nullable: true }) outcome: string | null;
  @InstantColumn({ nullable: true }) outcomeAt: Date | null;
  @InstantColumn() createdAt: Date;
}
