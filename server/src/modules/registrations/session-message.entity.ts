import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** A unit's word to those registered for a session; each of them has an outbox row. */
@Entity('session_messages')
export class SessionMessage {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  sessionId: string;
  @TextColumn(100) text: string;
  /** Accounts. */
  @CountColumn() told: number;
  /** Keyed hashes of what it was sent with, so that it goes out once. */
  @Index({ unique: true })
  @CodeColumn(64)
  keyId: string;
  @CodeColumn(64) bodyHash: string;
  @InstantColumn() createdAt: Date;
}
