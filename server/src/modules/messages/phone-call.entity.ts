import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** 电话名单: a message that reached nobody, about a registration; the unit rings. */
@Entity('phone_calls')
@Index(['organizerId', 'doneAt'])
export class PhoneCall {
  @PrimaryId() registrationId: string;
  /** Of several messages about it the last. */
  @Index()
  @IdColumn()
  messageId: string;
  @Index()
  @IdColumn()
  accountId: string;
  @IdColumn() sessionId: string;
  @IdColumn() organizerId: string;
  @CodeColumn(10) why: 'unreached' | 'unknown';
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) doneAt: Date | null;
  @IdColumn({ nullable: true }) doneBy: string | null;
}
