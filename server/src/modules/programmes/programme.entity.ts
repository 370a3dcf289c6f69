import { Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 开放月计划 */
@Entity('programmes')
@Index(['organizerId', 'year', 'title'], { unique: true })
export class Programme {
  @PrimaryId() id: string;
  @IdColumn() organizerId: string;
  @TextColumn(80) title: string;
  @CountColumn() year: number;
  /** After so many no-shows the next registrations wait for so many days; null = no such rule. */
  @CountColumn({ nullable: true, default: null }) noShowLimit: number | null;
  @CountColumn({ nullable: true, default: null }) noShowDays: number | null;
  /** 活动总结 is due so many days after a session. */
  @CountColumn({ default: 10 }) closingDays: number;
  /** Days a unit has to answer what is said about it; null = as configured. */
  @CountColumn({ nullable: true, default: null }) answerDays: number | null;
  /** Names and phones go so many days after a session, 1 to 30; null = 30. */
  @CountColumn({ nullable: true, default: null }) keptDays: number | null;
  /** 备案: a unit above approves an event before it is published. */
  @Column({ type: 'boolean', default: false }) approves: boolean;
  /** SMS its messages may cost; null = no limit. And how many were sent. */
  @CountColumn({ nullable: true, default: null }) smsBudget: number | null;
  @CountColumn() smsSent: number;
  /** When no-shows were last looked for: the claim of the replica that does. */
  @InstantColumn({ nullable: true }) noShowsSoughtAt: Date | null;
  @InstantColumn() createdAt: Date;
}
