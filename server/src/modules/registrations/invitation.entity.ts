import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** 邀请码: one party's way into a pool by invitation. */
@Entity('invitations')
export class Invitation {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  quotaId: string;
  /** Blind index of the code. */
  @Index({ unique: true })
  @CodeColumn(64)
  codeIndex: string;
  @CodeColumn(200) code: string;
  /** Who used it; null again when that registration ends. */
  @IdColumn({ nullable: true }) registrationId: string | null;
  @InstantColumn() createdAt: Date;
}
