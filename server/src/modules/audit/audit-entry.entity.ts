import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** Append-only: who did what to which row, when, with what result. Ids, never values. */
@Entity('audit_entries')
@Index(['accountId', 'at'])
export class AuditEntry {
  @PrimaryId() id: string;
  @Index()
  @InstantColumn()
  at: Date;
  @IdColumn({ nullable: true }) accountId: string | null;
  @CodeColumn(40) act: string;
  @CodeColumn(20) targetKind: string;
  @CodeColumn(40) targetId: string;
  @CodeColumn(20) result: string;
  /** Keyed hash of all of the above; empty on what was written before there was one. */
  @CodeColumn(80, { default: '' }) mac: string;
  /** The `AuditSeal` it is in. */
  @Index()
  @Column({ type: 'int', nullable: true })
  seal: number | null;
}
