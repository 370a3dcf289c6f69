import type { Tallies } from '@openday/shared/questionnaires';
import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 纸质问卷: a batch handed out at one place, as the unit counted it. `organizerId` is its event's. */
@Entity('paper_batches')
export class PaperBatch {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  eventId: string;
  /** Null = for the event as such, where it has more sessions than one. */
  @Index()
  @IdColumn({ nullable: true })
  sessionId: string | null;
  @Index()
  @IdColumn()
  organizerId: string;
  /** Where it was handed out. */
  @TextColumn(60) place: string;
  @CountColumn() handedOut: number;
  @CountColumn() returned: number;
  /** Null = only counted, not gone through. Each question, blanks included, adds up to what came back. */
  @JsonColumn({ nullable: true }) tallies: Tallies | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
