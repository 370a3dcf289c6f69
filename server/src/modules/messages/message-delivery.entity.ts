import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryCode, PrimaryId } from '../../database/columns';

export type Channel = 'wechat' | 'sms';
/**
 * `sending` is committed before anything is sent; whoever finds it once the claim is over makes it `unknown`. `later` was
 * certainly not sent; `refused` never will be.
 */
export type DeliveryState = 'sending' | 'later' | 'sent' | 'refused' | 'unknown';

/** One message on its way out by one channel: at most once each. */
@Entity('message_deliveries')
export class MessageDelivery {
  @PrimaryId() messageId: string;
  @PrimaryCode(8) channel: Channel;
  @Index()
  @IdColumn()
  accountId: string;
  @CodeColumn(8) state: DeliveryState;
  /** Whose outcome counts: goes up with every try. */
  @CountColumn() tries: number;
  @InstantColumn() updatedAt: Date;
}
