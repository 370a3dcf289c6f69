import { Entity } from 'typeorm';
import { CodeColumn, CountColumn, InstantColumn, PrimaryCode } from '../../database/columns';

/** The access token all replicas share, and who is fetching the next one. */
@Entity('wechat_tokens')
export class WechatToken {
  @PrimaryCode(40) appId: string;
  /** Counts tokens: who was refused with this one asks for the one after it. */
  @CountColumn() version: number;
  /** Sealed; null before the first. */
  @CodeColumn(1000, { nullable: true }) token: string | null;
  @InstantColumn() expiresAt: Date;
  /** Somebody fetches the next one until then, or has just failed to. */
  @InstantColumn() claimedUntil: Date;
}
