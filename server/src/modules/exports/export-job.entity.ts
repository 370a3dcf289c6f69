import type { ExportFormat, ExportKind, ExportState, NewExport } from '@openday/shared/exports';
import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId } from '../../database/columns';

/** A file to be made in the background; gone after a day. */
@Entity('export_jobs')
@Index(['state', 'leaseUntil'])
@Index(['accountId', 'createdAt'])
export class ExportJob {
  @PrimaryId() id: string;
  /** Who asked, and of which unit they were: nobody else fetches it, nor they from another unit. */
  @IdColumn() accountId: string;
  @IdColumn() organizerId: string;
  @CodeColumn(12) kind: ExportKind;
  @CodeColumn(4) format: ExportFormat;
  /** What of the list. */
  @JsonColumn() asked: NewExport;
  @CodeColumn(8) state: ExportState;
  /** Rows written, of so many. */
  @CountColumn() done: number;
  @CountColumn() total: number;
  @CountColumn({ nullable: true, default: null }) bytes: number | null;
  /** Whose work counts: goes up with every claim, and what an older claim writes is refused. */
  @CountColumn() fence: number;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  @Index()
  @InstantColumn()
  createdAt: Date;
}
