import type { Id, Instant, Page } from './wire';

export const ANNUAL_FIGURES = [
  'units',
  'planned',
  'held',
  'participants',
  'handedOut',
  'returned',
  'satisfaction',
  'explanations',
  'suggestions',
  'declared',
  'confirmed',
] as const;
/** 举办单位 · 计划场次 · 举办场次 · 到场人数 · 问卷发放 · 问卷收回 · 满意 · 政策解读 · 意见建议 · 单位说办结 · 居民确认解决 (docs/rules/reports.md) */
export type AnnualFigureKind = (typeof ANNUAL_FIGURES)[number];

export const CAME_SOURCES = ['handCount', 'checkedIn', 'reported', 'estimated', 'none'] as const;
/** 现场计数 · 签到 · 总结填报 · 估计 · 没有记录 */
export type CameSource = (typeof CAME_SOURCES)[number];

/** A figure of the report: what the records say, and how a report says it. */
export interface AnnualFigure {
  kind: AnnualFigureKind;
  /** Null = nothing was recorded, which is not 0. */
  value: number | null;
  /** 约 800 人, 1,200 余份, 22 场; — where nothing was recorded. */
  wording: string;
  /** Where it comes from, in a sentence; empty = nothing to say. */
  note: string;
  /** Of it, what somebody estimated: in so many rows, so much. Null = nothing. */
  estimated: { rows: number; value: number } | null;
  /** Of so many: satisfied of those who answered. */
  of: number | null;
  /** Rows behind it, as the drill-down lists them. */
  evidence: number;
}

/** How many came, by where the number is from; sources without a session are left out. */
export interface CameBySource {
  source: CameSource;
  sessions: number;
  people: number;
}

export interface AnnualReport {
  asOf: Instant;
  year: number;
  unit: { id: Id; name: string };
  programme: { id: Id; title: string } | null;
  /** By meaning, never by size. */
  figures: AnnualFigure[];
  came: CameBySource[];
  /** Sessions held from January to December. */
  months: number[];
  /** The same figures a year before; null = nothing was recorded then, and nothing is compared. */
  before: { year: number; figures: Pick<AnnualFigure, 'kind' | 'value' | 'of' | 'wording'>[] } | null;
  /** The sentence for the report, in pieces: those with a figure open its evidence. */
  paragraph: { text: string; figure: AnnualFigureKind | null }[];
  /** Years that have sessions, newest first. */
  years: number[];
}

export interface AnnualQuery {
  /** @asType integer @minimum 2000 @maximum 2100 */
  year: number;
  programme?: Id;
}

export interface AnnualEvidenceQuery extends AnnualQuery {
  figure: AnnualFigureKind;
  cursor?: string;
  limit?: number;
}

/** A row behind a figure. */
export interface AnnualEvidence {
  id: Id;
  /** When it was; null for a unit. */
  at: Instant | null;
  /** The activity, or what a suggestion is about. */
  theme: string;
  unit: string;
  /** What it adds to the figure; null = nothing recorded. */
  value: number | null;
  /** Of how many: satisfied of those who answered. */
  of: number | null;
  /** Of people who came. */
  source: CameSource | null;
  /** 估计 */
  estimated: boolean;
  note: string;
  sessionId: Id | null;
  suggestionId: Id | null;
}

export type AnnualEvidencePage = Page<AnnualEvidence>;
