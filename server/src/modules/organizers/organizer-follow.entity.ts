import { Entity, Index } from 'typeorm';
import { InstantColumn, PrimaryId } from '../../database/columns';

/** 关注单位: an account follows a unit and is told of each new activity it makes public. */
@Entity('organizer_follows')
export class OrganizerFollow {
  @PrimaryId() accountId: string;
  @Index()
  @PrimaryId()
  organizerId: string;
  @InstantColumn() createdAt: Date;
}
