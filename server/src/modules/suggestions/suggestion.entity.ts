import type {
  SuggestionKind,
  SuggestionSource,
  SuggestionState,
  Verdict,
  VerdictWay,
} from '@openday/shared/suggestions';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '../../database/columns';

/** 意见建议: where it stands now; what happened to it is its steps. */
@Entity('suggestions')
@Index(['organizerId', 'state', 'dueAt'])
@Index(['eventId', 'publishedAt'])
@Index(['accountId', 'createdAt'])
@Index(['programmeId', 'state'])
export class Suggestion {
  @PrimaryId() id: string;
  /** The unit that has it now. */
  @IdColumn() organizerId: string;
  @IdColumn({ nullable: true }) eventId: string | null;
  @IdColumn({ nullable: true }) sessionId: string | null;
  /** Its event's, or as the desk had it; null = about none. */
  @IdColumn({ nullable: true }) programmeId: string | null;
  @CodeColumn(8, { default: 'online' }) source: SuggestionSource;
  /** Of who has no account, sealed, as far as they gave it; null once contact data is gone. */
  @CodeColumn(400, { nullable: true }) name: string | null;
  @CodeColumn(200, { nullable: true }) phone: string | null;
  @CodeColumn(4, { nullable: true }) phoneLast4: string | null;
  /** Who said it; null without an account, and once contact data is gone. */
  @IdColumn({ nullable: true }) accountId: string | null;
  @CodeColumn(12) kind: SuggestionKind;
  @CodeColumn(12) state: SuggestionState;
  /** Sealed; null once contact data is gone. */
  @LongTextColumn({ nullable: true }) text: string | null;
  /** The unit may see the phone. */
  @Column({ type: 'boolean', default: false }) mayCall: boolean;
  @InstantColumn() dueAt: Date;
  @InstantColumn({ nullable: true }) answeredAt: Date | null;
  /** 单位说办结; null again when the unit takes it up once more. */
  @InstantColumn({ nullable: true }) declaredAt: Date | null;
  /** 居民说的; the last one. */
  @CodeColumn(12, { nullable: true }) verdict: Verdict | null;
  @CodeColumn(8, { nullable: true }) verdictBy: VerdictWay | null;
  @CountColumn() sentBack: number;
  /** Open to everybody: the question in the unit's words, and its answer. */
  @TextColumn(100, { nullable: true }) publicQuestion: string | null;
  @LongTextColumn({ nullable: true }) publicAnswer: string | null;
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  /** Keyed hashes of what it was sent with, so that it is stored once; null after a week. */
  @Index({ unique: true })
  @CodeColumn(64, { nullable: true })
  keyId: string | null;
  @CodeColumn(64, { nullable: true }) bodyHash: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}
