import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

export type MessageKind =
  | 'registered'
  | 'waitlisted'
  | 'applied'
  | 'promoted'
  | 'offered'
  | 'expired'
  | 'approved'
  | 'declined'
  | 'removed'
  | 'displaced'
  | 'drawn'
  | 'cancelled'
  | 'changed'
  | 'sessionCancelled'
  | 'dateSet'
  | 'restricted'
  | 'restrictionCleared';

/** Someone is to be told something: written in the transaction that causes it. */
@Entity('outbox_messages')
export class OutboxMessage {
  @PrimaryId() id: string;
  @CodeColumn(20) kind: MessageKind;
  @Index()
  @IdColumn()
  accountId: string;
  /** The registration or event it is about. */
  @IdColumn() subjectId: string;
  @InstantColumn() createdAt: Date;
}
