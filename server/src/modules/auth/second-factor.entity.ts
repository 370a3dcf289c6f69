import { Entity } from 'typeorm';
import { CodeColumn, CountColumn, InstantColumn, JsonColumn, PrimaryId } from '../../database/columns';

/** 动态口令 of an account, and the codes that stand in for it once each. */
@Entity('second_factors')
export class SecondFactor {
  @PrimaryId() accountId: string;
  /** Sealed. */
  @CodeColumn(200) secret: string;
  /** Null = begun, and asked for nowhere yet. */
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  /** The half-minute last used: none is taken twice. */
  @CountColumn() usedStep: number;
  /** Keyed hashes. */
  @JsonColumn() recoveryHashes: string[];
}
