import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId } from '../../database/columns';

/** 门口邀请: a link by which people become staff of these sessions' doors. */
@Entity('door_invites')
export class DoorInvite {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  organizerId: string;
  @JsonColumn() sessionIds: string[];
  /** Blind index of the token, which is shown once. */
  @Index({ unique: true })
  @CodeColumn(64)
  tokenIndex: string;
  @IdColumn() createdBy: string;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  /** How many joined by it. */
  @CountColumn() joined: number;
  @InstantColumn() createdAt: Date;
}
