import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** One rotating sign-in; using a token twice revokes its whole family. */
@Entity('refresh_tokens')
export class RefreshToken {
  @PrimaryId() id: string;
  @IdColumn() accountId: string;
  @Index()
  @IdColumn()
  family: string;
  @Index({ unique: true })
  @CodeColumn(64)
  tokenHash: string;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
