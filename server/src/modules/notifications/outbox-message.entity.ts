import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

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
  | 'drawDue'
  | 'cancelled'
  | 'changed'
  | 'sessionCancelled'
  | 'dateSet'
  | 'newEvent'
  | 'eventSubmitted'
  | 'eventApproved'
  | 'eventSentBack'
  | 'restricted'
  | 'restrictionCleared'
  | 'moved'
  | 'message'
  | 'suggestionCame'
  | 'suggestionAssigned'
  | 'suggestionTaken'
  | 'suggestionAnswered'
  | 'suggestionMoved'
  | 'closingSoon'
  | 'closingDue';

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
  @InstantColumn() createdAt: Date;
}
