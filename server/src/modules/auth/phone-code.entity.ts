import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, InstantColumn, PrimaryCode } from '../../database/columns';

/** The code that was last sent to a number. */
@Entity('phone_codes')
export class PhoneCode {
  @PrimaryCode(64) phoneIndex: string;
  @CodeColumn(64) codeIndex: string;
  @CountColumn() tries: number;
  @Index()
  @InstantColumn()
  expiresAt: Date;
}
