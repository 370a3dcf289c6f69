import { Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, PrimaryId, TextColumn } from '../../database/columns';

/** 名额: a named pool of seats. `taken` is the seats of its offered and confirmed registrations, never above capacity. */
@Entity('quotas')
@Index(['sessionId', 'name'], { unique: true })
export class Quota {
  @PrimaryId() id: string;
  @IdColumn() sessionId: string;
  @TextColumn(20) name: string;
  @CountColumn() capacity: number;
  @CountColumn() taken: number;
  /** The public pool; a session that takes registrations has one. */
  @Column({ type: 'boolean', default: false }) isDefault: boolean;
}
