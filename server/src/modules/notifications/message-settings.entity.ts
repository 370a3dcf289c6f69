import type { MessageTopic } from '@openday/shared/me';
import { Column, Entity } from 'typeorm';
import { InstantColumn, JsonColumn, PrimaryId } from '../../database/columns';

/** 消息设置: what an account does not want to be sent. No row = all topics, no SMS. */
@Entity('message_settings')
export class MessageSettings {
  @PrimaryId() accountId: string;
  @JsonColumn() off: MessageTopic[];
  @Column({ type: 'boolean', default: false }) sms: boolean;
  @InstantColumn() updatedAt: Date;
}
