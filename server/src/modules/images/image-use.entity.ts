import { Entity, Index } from 'typeorm';
import { PrimaryCode, PrimaryId } from '../../database/columns';

/** What shows a picture: an event, or a session's report. */
@Entity('image_uses')
export class ImageUse {
  @PrimaryCode(64) sha: string;
  @Index()
  @PrimaryId()
  subjectId: string;
}
