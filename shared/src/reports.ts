import type { BoardNumber, BoardQuery } from './board';
import type { Headcount } from './events';
import type { Mode } from './sessions';
import type { Id, Instant } from './wire';

/** The five numbers of one session, kept apart; null = does not apply or has not happened, never 0. */
export interface AttendanceRow {
  sessionId: Id;
  eventId: Id;
  theme: string;
  organizer: { id: Id; name: string };
  venue: string;
  startsAt: Instant;
  endsAt: Instant;
  mode: Mode;
  state: 'upcoming' | 'ongoing' | 'ended' | 'cancelled';
  planned: Headcount | null;
  capacity: number | null;
  registered: number | null;
  /** Everybody who came in, walk-ins included. */
  checkedIn: number | null;
  /** Those of them who had not registered. */
  walkIns: number | null;
  handCount: number | null;
}

export interface AttendanceTotals {
  sessions: number;
  /** Sum of the bands' lower edges. */
  planned: number;
  /** Some band has no upper edge. */
  plannedOpen: boolean;
  capacity: number;
  registered: number;
  checkedIn: number;
  handCount: number;
}

export interface AttendanceReport {
  asOf: Instant;
  /** By start; the next ones are asked for with `cursor=nextCursor`. */
  rows: AttendanceRow[];
  /** Of the whole filter, not of the rows alone. */
  totals: AttendanceTotals;
  nextCursor: string | null;
}

export interface AttendanceQuery extends BoardQuery {
  /** Only the sessions behind that number. */
  of?: BoardNumber;
  cursor?: string;
  limit?: number;
}
