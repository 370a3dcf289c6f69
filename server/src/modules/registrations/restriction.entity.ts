import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 爽约限制: the consequence of repeated no-shows in a programme; no-shows themselves are derived, never stored. */
@Entity('restrictions')
@Index(['programmeId', 'subject'])
export class Restriction {
  @PrimaryId() id: string;
  @IdColumn() programmeId: string;
  @IdColumn() organizerId: string;
  /** Blind index of the phone. */
  @Index()
  @CodeColumn(64)
  subject: string;
  /** The registrations nobody came for. */
  @JsonColumn() missed: string[];
  @InstantColumn() from: Date;
  @InstantColumn() until: Date;
  @InstantColumn({ nullable: true }) clearedAt: Date | null;
  /** Null also when nobody cleared it: they had come after all, or the rule was ended. */
  @IdColumn({ nullable: true }) clearedBy: string | null;
  @TextColumn(100, { nullable: true }) clearReason: string | null;
}
