import type { EventState } from './events';
import type { SuggestionStage } from './suggestions';
import type { Id, Instant } from './wire';

export const EXPORT_KINDS = [
  'sessions',
  'attendance',
  'registrants',
  'suggestions',
  'closings',
  'organizers',
  'venues',
  'audit',
  'events',
  'plan',
  'satisfaction',
  'papers',
  'members',
  'calls',
  'restrictions',
  'topics',
  'draw',
  'programmes',
  'imports',
  'slots',
  'sites',
  'doorStaff',
  'messages',
  'publications',
] as const;
/**
 * 活动场次（计划表的列在前，五个数在后） · 到场情况 · 一场的报名名单 · 意见建议 · 活动总结 · 单位名录 · 场地 · 操作记录 ·
 * 活动（草稿也在内） · 一份计划的核对情况 · 问卷结果 · 纸质问卷 · 账号 · 电话名单 · 爽约限制 · 每月一题 · 抽签结果 · 计划 ·
 * 导入的计划表 · 固定开放 · 网站推送 · 一场的门口人员 · 一场发过的话 · 公开前看一看
 */
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;
/** 排队 · 正在生成 · 可以下载 · 没做成 */
export type ExportState = (typeof EXPORT_STATES)[number];

/** Sessions by the day they begin: from, and before. */
export interface SessionsExportQuery {
  programme?: Id;
  organizer?: Id;
  from?: Instant;
  to?: Instant;
}

export interface RegistrantsExportQuery {
  session: Id;
  /** Names and numbers whole, where the unit has to call people; that it was asked for is recorded. */
  reveal?: boolean;
}

/** Suggestions by the day they were made: from, and before. */
export interface SuggestionsExportQuery {
  stage?: SuggestionStage;
  from?: Instant;
  to?: Instant;
}

/** The audit log, by when it was done: from, and before. */
export interface AuditExportQuery {
  /** A noun, or one act of it: `registration`, `registration.reveal`. */
  act?: string;
  account?: Id;
  from?: Instant;
  to?: Instant;
}

/** A unit's own events in every state, as their page narrows them. */
export interface EventsExportQuery {
  state?: EventState;
  /** In the theme. @maxLength 40 */
  q?: string;
}

/** 公示 of one session's draw, who works its door, what those registered were told. */
export interface SessionExportQuery {
  session: Id;
}

/** One sheet's rows with what is decided and what is not. */
export interface PlanExportQuery {
  plan: Id;
}

/** Questionnaires: of one event, or of all. */
export interface QuestionnairesExportQuery {
  event?: Id;
}

export interface MembersExportQuery {
  organizer?: Id;
}

export interface CallsExportQuery {
  /** Those ticked off; otherwise those still to be rung. */
  done?: boolean;
  /** Names and numbers whole, to be rung from the list; that it was asked for is recorded. */
  reveal?: boolean;
}

/** A file that is asked for: which list, and what of it; fields that a list does not know are refused. */
export interface NewExport {
  kind: ExportKind;
  format: ExportFormat;
  programme?: Id;
  organizer?: Id;
  session?: Id;
  event?: Id;
  plan?: Id;
  state?: EventState;
  q?: string;
  done?: boolean;
  stage?: SuggestionStage;
  act?: string;
  account?: Id;
  from?: Instant;
  to?: Instant;
  reveal?: boolean;
}

/** A file made in the background, and how far it is. */
export interface ExportJob {
  id: Id;
  kind: ExportKind;
  format: ExportFormat;
  /** 活动场次_2026-11-21.xlsx */
  name: string;
  state: ExportState;
  /** Rows written, of so many. */
  done: number;
  total: number;
  /** Of the file, once it is done. */
  bytes: number | null;
  createdAt: Instant;
  /** The file is removed then. */
  goneAt: Instant;
}

/** What came of asking: a short list has no job, it is fetched at once from its own route. */
export interface AskedExport {
  rows: number;
  job: ExportJob | null;
}
