import { Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '../../database/columns';

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
  /** What the resident has to declare; null = nothing. */
  @TextColumn(60, { nullable: true }) declaration: string | null;
  @Column({ type: 'boolean', default: false }) approval: boolean;
  @Column({ type: 'boolean', default: false }) invited: boolean;
  @Column({ type: 'boolean', default: false }) asksEnterprise: boolean;
  @CountColumn({ nullable: true, default: null }) perEnterprise: number | null;
  /** Its free seats go to the public pool then; null once they went, or never do. */
  @InstantColumn({ nullable: true }) releasesAt: Date | null;
}
