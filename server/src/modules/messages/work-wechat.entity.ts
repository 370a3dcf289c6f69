import { Entity } from 'typeorm';
import { CodeColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** The WeChat a desk account is told by what is to be done; it signs nobody in, and may be a resident's too. */
@Entity('work_wechats')
export class WorkWechat {
  @PrimaryId() accountId: string;
  /** Its openid, sealed. */
  @CodeColumn(400) value: string;
  @InstantColumn() boundAt: Date;
}
