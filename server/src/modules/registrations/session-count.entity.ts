import { Entity } from 'typeorm';
import { CodeColumn, CountColumn, PrimaryId } from '../../database/columns';

/**
 * What the door's facts come to in a session, kept in the transactions that write the facts (docs/rules/board.md); none
 * where no fact changed anything. `pnpm verify:ledger` holds it to them.
 */
@Entity('session_counts')
export class SessionCount {
  @PrimaryId() sessionId: string;
  /** Seats of registered parties that came, none more than its party. */
  @CountColumn() arrived: number;
  @CountColumn() walkIns: number;
  /** Sum of the hand tally's steps, and how many steps: none is not zero. */
  @CountColumn() tally: number;
  @CountColumn() tallies: number;
  /** The hand count as it was put right last, and by which fact. */
  @CountColumn({ nullable: true, default: null }) corrected: number | null;
  @CodeColumn(40, { nullable: true }) correctionId: string | null;
}
