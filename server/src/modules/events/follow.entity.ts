import { Entity, Index } from 'typeorm';
import { InstantColumn, PrimaryId } from '../../database/columns';

/** 关注: an account follows an event and is told when its date is set. */
@Entity('follows')
export class Follow {
  @PrimaryId() accountId: string;
  @Index()
  @PrimaryId()
  eventId: string;
  @InstantColumn() createdAt: Date;
}
