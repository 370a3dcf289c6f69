import { Entity } from 'typeorm';
import { CodeColumn, InstantColumn, LongTextColumn, PrimaryCount } from '../../database/columns';

/** A batch of the log, closed: which entries, and a keyed hash over them and over the batch before. */
@Entity('audit_seals')
export class AuditSeal {
  /** 1, 2, 3 … without a gap. */
  @PrimaryCount() number: number;
  /** Of its entries, in order, joined by commas. */
  @LongTextColumn() entryIds: string;
  @CodeColumn(80) mac: string;
  @InstantColumn() at: Date;
}
