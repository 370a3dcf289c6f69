import { Entity } from 'typeorm';
import { InstantColumn, PrimaryId } from '../../database/columns';

/** How far somebody has read their messages. */
@Entity('inbox_marks')
export class InboxMark {
  @PrimaryId() accountId: string;
  /** When the newest message they saw came. */
  @InstantColumn() upTo: Date;
}
