import type { AttendanceSource, CountReason, PlanReason } from './closing';
import type { AttendanceRow, AttendanceTotals, BoardNumber, BoardQuery } from './reports';
import type { Id, Instant } from './wire';

/** People of so many people: 报满, 到场. */
export interface Share {
  part: number;
  whole: number;
}

/** What sessions come to together; cancelled ones count nowhere. */
export interface BoardSums {
  totals: AttendanceTotals;
  /** How many sessions have each number. */
  sessions: Record<BoardNumber, number>;
  /** 报满: registered of the seats there are to register for. */
  full: Share;
  /** 到场: registered people who came, of the ended sessions where anybody was checked in. */
  came: Share;
}

export interface Board extends BoardSums {
  asOf: Instant;
}

/** One week of sessions on China's clock. A sum is null where no session of the week has that number. */
export interface BoardWeek {
  /** ISO week, `2026-W37`. */
  week: string;
  /** Its Monday, `2026-09-07`. */
  monday: string;
  sessions: number;
  planned: number | null;
  registered: number | null;
  checkedIn: number | null;
  handCount: number | null;
}

export const BOARD_GROUPS = ['unit', 'programme'] as const;
export type BoardGrouping = (typeof BOARD_GROUPS)[number];

export interface BoardGroupQuery extends BoardQuery {
  by: BoardGrouping;
  cursor?: string;
  limit?: number;
}

/** The sums of one unit (its own sessions) or programme. */
export interface BoardGroup extends BoardSums {
  /** Null: sessions that belong to no programme. */
  id: Id | null;
  name: string;
}

/** A session whose numbers are so far apart that somebody should say why, and what its unit said. */
export interface Variance {
  row: AttendanceRow;
  /** By how many hand count and check-in differ; null = they agree well enough. */
  count: number | null;
  /** How many more came than planned, negative = fewer; null = near the plan. */
  plan: number | null;
  /** From the closing report; null = nothing said yet. */
  said: {
    actual: number | null;
    source: AttendanceSource | null;
    countReasons: CountReason[];
    countNote: string;
    planReasons: PlanReason[];
    planNote: string;
  } | null;
}

export interface VarianceQuery extends BoardQuery {
  cursor?: string;
  limit?: number;
}

export const DESK_TASKS = [
  'doorStaff',
  'eventApprovals',
  'sentBack',
  'approvals',
  'draw',
  'newSuggestions',
  'suggestions',
  'publications',
  'closing',
] as const;
/** 没有门口人员 · 活动等备案 · 活动被退回 · 报名等确认 · 到时间抽签 · 意见等接单 · 意见等答复 · 公开等人看 · 总结要交 */
export type DeskTaskKind = (typeof DESK_TASKS)[number];

/** Something that waits for the desk. */
export interface DeskTask {
  kind: DeskTaskKind;
  /** The day it is due on China's clock, `2026-09-14`; days gone by are overdue. */
  due: string;
  /** When that day it has to be done, where that is known. */
  at: Instant | null;
  /** Registrations, sessions, events, suggestions or reports. */
  count: number;
  /** The session it is about; null for events, suggestions and closing reports. */
  session: { id: Id; theme: string; startsAt: Instant; registered: number | null } | null;
}
