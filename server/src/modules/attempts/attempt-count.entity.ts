import { Entity, Index } from 'typeorm';
import { CountColumn, InstantColumn, PrimaryCode } from '../../database/columns';

/** How often something was tried lately: a row for each thing and each one who tries. */
@Entity('attempt_counts')
export class AttemptCount {
  /** Keyed hash of what and who. */
  @PrimaryCode(64) bucketIndex: string;
  @CountColumn() count: number;
  @Index()
  @InstantColumn()
  resetsAt: Date;
}
