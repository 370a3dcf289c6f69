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

/**
 * What a session may be counted for on the board: the five numbers, and what stands beside them (没写上限 · 不限 · 不用报名
 * · 还在进行 · 取消了 · 计数和签到、计划对不上).
 */
export const BOARD_NUMBERS = [
  'planned',
  'capacity',
  'registered',
  'checkedIn',
  'handCount',
  'noUpper',
  'unlimited',
  'noNeed',
  'ongoing',
  'cancelled',
  'varies',
] as const;
export type BoardNumber = (typeof BOARD_NUMBERS)[number];

export interface BoardQuery {
  programme?: Id;
  organizer?: Id;
  /** Sessions that start from then on. */
  from?: Instant;
  /** Sessions that start before then. */
  to?: Instant;
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
