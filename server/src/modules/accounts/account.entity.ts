import type { Role } from '@openday/shared/auth';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 账号 */
@Entity('accounts')
export class Account {
  @PrimaryId() id: string;
  @CodeColumn(12) role: Role;
  @Index({ unique: true })
  @TextColumn(60, { nullable: true })
  username: string | null;
  @CodeColumn(200, { nullable: true }) passwordHash: string | null;
  @CodeColumn(400, { nullable: true }) name: string | null;
  @CodeColumn(200, { nullable: true }) phone: string | null;
  @Index()
  @CodeColumn(64, { nullable: true })
  phoneIndex: string | null;
  @CodeColumn(4, { nullable: true }) phoneLast4: string | null;
  /** 满60岁, as they say themselves. */
  @Column({ type: 'boolean', default: false }) over60: boolean;
  /** The unit whose subtree an organizer, staff or district account sees. */
  @Index()
  @IdColumn({ nullable: true })
  organizerId: string | null;
  /** A password that was handed out is good for choosing another one until then, and for nothing else. */
  @InstantColumn({ nullable: true }) passwordOnceUntil: Date | null;
  @InstantColumn({ nullable: true }) disabledAt: Date | null;
  @InstantColumn() createdAt: Date;
}
