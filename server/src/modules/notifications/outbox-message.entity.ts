import type { MessageKind } from '@openday/shared/messages';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** Someone is to be told something: written in the transaction that causes it. */
@Entity('outbox_messages')
export class OutboxMessage {
  @PrimaryId() id: string;
  @CodeColumn(20) kind: MessageKind;
  @Index()
  @IdColumn()
  accountId: string;
  /** The registration, event, session or suggestion it is about. */
  @IdColumn() subjectId: string;
  /** The unit's own words on why; null = it gave none. */
  @TextColumn(100, { nullable: true }) note: string | null;
  /** It undoes what was to be on the day it was written, whatever day that is now: quiet hours do not hold it up on that day. */
  @Column({ type: 'boolean', default: false }) sameDay: boolean;
  /** When it is to be looked at for sending, which is also the claim of the replica that does; null = settled, or never sent. */
  @Index()
  @InstantColumn({ nullable: true })
  dueAt: Date | null;
  @InstantColumn() createdAt: Date;
}
