import { Entity, Index } from 'typeorm';
import { InstantColumn, JsonColumn, PrimaryCode } from '../../database/columns';

/** Ids of what changed in one transaction. */
export interface Changed {
  /** With their seats and times. */
  sessions?: string[];
  events?: string[];
  venues?: string[];
  organizers?: string[];
  /** Sessions of whose doors more is known; lists do not show it, the board does. */
  counts?: string[];
}

/** That a transaction changed what lists show: every replica reads it a moment later; dropped after a day. */
@Entity('shown_changes')
@Index(['at'])
export class ShownChange {
  /** Random. */
  @PrimaryCode(16) id: string;
  /** The database's clock. */
  @InstantColumn() at: Date;
  @JsonColumn() changed: Changed;
}
