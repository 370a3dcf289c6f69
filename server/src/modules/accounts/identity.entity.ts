import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryCode } from '../../database/columns';

export type IdentityKind = 'wechat' | 'phone';

/** A resident's proven way in: a WeChat openid or a phone number; each is one account's. */
@Entity('identities')
export class Identity {
  /** Blind index of the openid or number. */
  @PrimaryCode(64) keyIndex: string;
  @Index()
  @IdColumn()
  accountId: string;
  @CodeColumn(8) kind: IdentityKind;
  /** Sealed. */
  @CodeColumn(400) value: string;
  @InstantColumn() provenAt: Date;
}
