import { Entity } from 'typeorm';
import { BytesColumn, PrimaryCode, PrimaryCount } from '../../database/columns';

/** A part of a picture's bytes: a column that both databases have holds 64 kB. */
@Entity('image_pieces')
export class ImagePiece {
  @PrimaryCode(64) sha: string;
  /** small · large */
  @PrimaryCode(8) size: string;
  @PrimaryCount() no: number;
  @BytesColumn() bytes: Buffer;
}
