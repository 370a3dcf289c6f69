import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** A picture a unit stored; what it shows is in pieces, under its hash. */
@Entity('images')
@Index(['sha', 'organizerId'], { unique: true })
export class Image {
  @PrimaryId() id: string;
  @IdColumn() organizerId: string;
  /** SHA-256, hex, of the large one as it is shown. */
  @CodeColumn(64) sha: string;
  @CountColumn() width: number;
  @CountColumn() height: number;
  @InstantColumn() createdAt: Date;
}
