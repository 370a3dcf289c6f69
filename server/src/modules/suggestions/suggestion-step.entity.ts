import type { StepKind, Verdict } from '@openday/shared/suggestions';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, LongTextColumn, PrimaryId, TextColumn } from '../../database/columns';

/** Append-only: one thing that happened to a suggestion. Which account did it is in the audit log. */
@Entity('suggestion_steps')
export class SuggestionStep {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  suggestionId: string;
  /** Whose suggestion it is, whoever acted; null once contact data is gone. */
  @Index()
  @IdColumn({ nullable: true })
  accountId: string | null;
  @CodeColumn(12) kind: StepKind;
  @CodeColumn(8) by: 'resident' | 'unit';
  /** The unit that acted; of a transfer the one it went to. */
  @IdColumn({ nullable: true }) organizerId: string | null;
  /** Sealed; null = nothing said, or contact data is gone. */
  @LongTextColumn({ nullable: true }) text: string | null;
  @CodeColumn(12, { nullable: true }) verdict: Verdict | null;
  /** Who of the unit called, where the verdict was said by telephone. */
  @TextColumn(20, { nullable: true }) caller: string | null;
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  @InstantColumn() at: Date;
}
