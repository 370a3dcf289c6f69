import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, InstantColumn, PrimaryId } from '../../database/columns';
import type { CheckVerdict } from './publication.rules';

/** WeChat's look at all a resident wrote in one suggestion. None where no mini program is set up, or nobody's account wrote it. */
@Entity('content_checks')
export class ContentCheck {
  @PrimaryId() suggestionId: string;
  /** The next look, which is also the claim of the replica that looks; null = WeChat has said. */
  @Index()
  @InstantColumn({ nullable: true })
  dueAt: Date | null;
  @CountColumn() tries: number;
  /** Null = it has not said yet. */
  @CodeColumn(8, { nullable: true }) verdict: CheckVerdict | null;
}
