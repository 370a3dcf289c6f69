import type { HeldWhy } from '@openday/shared/publications';
import { Entity } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, LongTextColumn, PrimaryId, TextColumn } from '../../database/columns';

/** A unit's wording that a second person looks at before it is public, or refused. */
@Entity('held_publications')
export class HeldPublication {
  @PrimaryId() suggestionId: string;
  @TextColumn(100) question: string;
  @LongTextColumn() answer: string;
  @CodeColumn(10) why: HeldWhy;
  /** The account that asked for it. */
  @IdColumn() askedBy: string;
  /** Why it was refused; null = it waits. */
  @TextColumn(100, { nullable: true }) reason: string | null;
  @InstantColumn() createdAt: Date;
}
