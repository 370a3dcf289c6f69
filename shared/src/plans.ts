import type { DateWindow, Headcount } from './events';
import type { Form } from './forms';
import type { NewVenue } from './places';
import type { PlanField } from './plan-fields';
import type { PlanWarning, PlanWarningCode } from './plan-warnings';
import type { Mode, NewQuota } from './sessions';
import type { Id, Instant } from './wire';

/** One cell as the sheet has it, with where it stands. */
export interface RawCell {
  text: string;
  /** 第 3 页, 第 12 行 · 工作表1 B7 */
  where: string;
}

export interface PlanContact {
  name: string;
  phones: string[];
}

/** One dated occurrence a row names or its recurrence gives: local day `YYYY-MM-DD`, clocks `HH:MM`. */
export interface PlannedTime {
  day: string;
  startTime: string | null;
  endTime: string | null;
}

/** Seats the sheet sets apart for a kind of people (企业代表6名). */
export interface PlannedGroup {
  name: string;
  seats: number;
}

/** What was read from the sheet; null where the sheet does not say. Never a guess. */
export interface PlanValues {
  theme: string | null;
  content: string | null;
  window: DateWindow | null;
  /** Local clock `HH:MM`, or null. */
  startTime: string | null;
  endTime: string | null;
  /** Several occurrences to be confirmed (a list, a range of days, 每周四); empty for a row with one or none. */
  times: PlannedTime[];
  /** 暂定 */
  tentative: boolean;
  /** The words that repeat (每周四), or null. */
  recurrence: string | null;
  /** Last moment to register where the sheet says so without doubt, local `YYYY-MM-DDTHH:MM`. */
  closesAt: string | null;
  headcount: Headcount | null;
  groups: PlannedGroup[];
  unit: string | null;
  organizerId: Id | null;
  contacts: PlanContact[];
  forms: Form[];
  audience: string | null;
  venueText: string | null;
  note: string | null;
}

/** What the clerk decided for a row; stands over the parsed values. */
export interface PlanDecision {
  /** @minLength 2 @maxLength 100 */
  theme?: string;
  /** @maxLength 4000 */
  content?: string;
  forms?: Form[];
  organizerId?: Id;
  startsAt?: Instant;
  endsAt?: Instant;
  /** Further occurrences of the same row, each a session of its own. @maxItems 59 */
  moreTimes?: DecidedTime[];
  closesAt?: Instant;
  venueId?: Id;
  venue?: NewVenue;
  /** @minimum 1 @maximum 100000 */
  capacity?: number;
  /** Pools instead of one public quota of `capacity`; the first is the public one. @maxItems 20 */
  quotas?: NewQuota[];
  mode?: Mode;
  /** Warnings looked at and found right. @maxItems 50 */
  confirmed?: PlanWarningCode[];
  /** Gone from the sheet, and kept all the same. */
  keep?: boolean;
  /** 公布 · 先公布，日期待定 · 先不公布 */
  act?: 'publish' | 'announce' | 'skip';
}

export interface DecidedTime {
  startsAt: Instant;
  endsAt: Instant;
}

/** Decisions for several rows at once: all are taken or none. */
export interface PlanDecisions {
  /** @minItems 1 @maxItems 500 */
  items: {
    row: Id;
    decision: PlanDecision;
    /** The decision stands alone, nothing decided before is kept: taking a step back. */
    replace?: boolean;
  }[];
}

export const ROW_CHANGES = ['new', 'changed', 'same', 'gone'] as const;
/** 新增 · 有改动 · 没变 · 这次没有了: a row against the import before. */
export type RowChange = (typeof ROW_CHANGES)[number];

/** A cell that reads differently from the import before. */
export interface CellChange {
  field: PlanField;
  before: string;
  after: string;
}

/** A place of the register. */
export interface VenueProposal {
  id: Id;
  name: string;
}

export type PlanRowState = 'draft' | 'published' | 'announced' | 'skipped';

export interface PlanRow {
  id: Id;
  /** Its place in the sheet, from 1. */
  index: number;
  state: PlanRowState;
  raw: Partial<Record<PlanField, RawCell>>;
  parsed: PlanValues;
  decided: PlanDecision;
  warnings: PlanWarning[];
  /** Can be published as a session now. */
  publishable: boolean;
  /** Can be announced (public, date to be set) now. */
  announceable: boolean;
  /** Against the import before; null in a sheet imported once. */
  change: RowChange | null;
  changes: CellChange[];
  /** Public already, and sheet or decisions say otherwise since: publishing it again brings it up to date. */
  outdated: boolean;
  /** Known places its words may mean, best first, three at most; none once a place is decided. Never a choice. */
  venueProposals: VenueProposal[];
  eventId: Id | null;
}

export interface PlanImportSummary {
  id: Id;
  title: string;
  year: number | null;
  rows: number;
  published: number;
  createdAt: Instant;
}

export interface PlanImport extends PlanImportSummary {
  programme: { id: Id; title: string } | null;
  /** What the last import changed; null in a sheet imported once. */
  diff: { at: Instant; added: number; changed: number; gone: number; same: number } | null;
  items: PlanRow[];
}

export interface NewPlanImport {
  /** The sheet's text, pasted. @maxLength 400000 */
  text?: string;
  /** The import this sheet corrects, whatever its title says now. */
  planId?: Id;
  programmeId?: Id;
  /** @minLength 2 @maxLength 80 */
  title?: string;
  /** @minimum 2000 @maximum 2100 */
  year?: number;
}

export interface PublishRows {
  /** @minItems 1 @maxItems 500 */
  rows: Id[];
  /** Who is registered may be told of changes, moved or cancelled: the clerk has seen how many. */
  confirm?: boolean;
}

export interface PublishedRows {
  items: { row: Id; state: PlanRowState; eventId: Id; sessionIds: Id[] }[];
  /** People told of a change. */
  told: number;
}
