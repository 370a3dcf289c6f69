import { Entity } from 'typeorm';
import { CodeColumn, CountColumn, PrimaryCode, PrimaryId } from '../../database/columns';

/** Messages of WeChat one has allowed, by template, and not had yet. */
@Entity('message_credits')
export class MessageCredit {
  @PrimaryId() accountId: string;
  @PrimaryCode(64) templateId: string;
  @CountColumn() remaining: number;
  /** The last tap that was counted. */
  @CodeColumn(36) lastTap: string;
}
