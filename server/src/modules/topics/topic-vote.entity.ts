import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryId } from '../../database/columns';

/** One vote of an account in a round. */
@Entity('topic_votes')
@Index(['monthlyTopicId', 'candidateId'])
export class TopicVote {
  @PrimaryId() monthlyTopicId: string;
  @PrimaryId() accountId: string;
  @IdColumn() candidateId: string;
  @InstantColumn() at: Date;
}
