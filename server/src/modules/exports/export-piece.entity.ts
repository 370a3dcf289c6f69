import { Entity } from 'typeorm';
import { LongTextColumn, PrimaryCount, PrimaryId } from '../../database/columns';

/** A piece of an export's file, sealed: in the database, so that every replica can hand it out. */
@Entity('export_pieces')
export class ExportPiece {
  @PrimaryId() jobId: string;
  /** The claim that wrote it. */
  @PrimaryCount() fence: number;
  @PrimaryCount() place: number;
  @LongTextColumn() content: string;
}
