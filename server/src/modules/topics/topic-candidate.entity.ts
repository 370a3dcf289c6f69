import type { Topic } from '@openday/shared/topics';
import { Entity, Index } from 'typeorm';
import { CodeColumn, CountColumn, IdColumn, PrimaryId, TextColumn } from '../../database/columns';

/** What residents may choose in a round. */
@Entity('topic_candidates')
export class TopicCandidate {
  @PrimaryId() id: string;
  @Index()
  @IdColumn()
  monthlyTopicId: string;
  @TextColumn(60) title: string;
  @TextColumn(200, { default: '' }) note: string;
  /** Suggestions about such activities stand behind it; null = none counted. */
  @CodeColumn(12, { nullable: true }) topic: Topic | null;
  /** By hand; null = by votes, then by suggestions. */
  @CountColumn({ nullable: true, default: null }) place: number | null;
}
