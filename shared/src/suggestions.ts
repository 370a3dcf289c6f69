import type { Publication } from './publications';
import type { Id, Instant } from './wire';

export const SUGGESTION_KINDS = ['suggestion', 'question', 'problem', 'complaint'] as const;
/** 提意见 · 问一问 · 报告问题 · 投诉 */
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export const SUGGESTION_STATES = ['asked', 'taken', 'answered', 'resolved', 'rated', 'reopened'] as const;
/** 已提交 · 已接单 · 已答复 · 单位说办结 · 居民评过 · 居民说没解决，退回 (docs/rules/suggestions.md) */
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export const SUGGESTION_STAGES = ['new', 'working', 'waiting', 'done'] as const;
/** What a unit has in front of it: 待接单 (also sent back) · 办理中 · 等居民评 · 居民评过. */
export type SuggestionStage = (typeof SUGGESTION_STAGES)[number];

export const VERDICTS = ['solved', 'partly', 'unsolved'] as const;
/** 解决了 · 一部分 · 没解决: said by the resident, apart from what the unit declares. */
export type Verdict = (typeof VERDICTS)[number];

export const STEP_KINDS = ['asked', 'taken', 'answered', 'resolved', 'transferred', 'rated', 'added'] as const;
/** 已提交 · 已接单 · 已答复 · 说办结了 · 转给别的单位 · 评价 · 补充 */
export type StepKind = (typeof STEP_KINDS)[number];

export const SUGGESTION_SOURCES = ['online', 'door', 'paper'] as const;
/** 线上 · 现场 · 纸质 */
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number];

export const VERDICT_WAYS = ['resident', 'phone'] as const;
/** 本人评 · 电话回访: who said it, or who asked them by telephone; never one number. */
export type VerdictWay = (typeof VERDICT_WAYS)[number];

/** A resident's word to a unit. About a session or an event it goes to who holds it; a complaint to the unit above. */
export interface NewSuggestion {
  kind: SuggestionKind;
  /** @minLength 2 @maxLength 500 */
  text: string;
  sessionId?: Id;
  eventId?: Id;
  organizerId?: Id;
  /** The unit may see my number, to ask back. */
  mayCall?: boolean;
}

/** One thing that happened, in order; nothing of it is ever changed. */
export interface SuggestionStep {
  kind: StepKind;
  at: Instant;
  by: 'resident' | 'unit';
  /** The unit that acted, or that it was handed to. */
  organizer: string | null;
  /** rated by telephone: who called. */
  caller: string | null;
  /** What was said; null = nothing, or removed with the contact data. */
  text: string | null;
  verdict: Verdict | null;
  /** taken, transferred: until when the unit means, or is, to answer. */
  dueAt: Instant | null;
}

/** As lists show it. */
export interface SuggestionCard {
  id: Id;
  kind: SuggestionKind;
  state: SuggestionState;
  text: string;
  organizer: { id: Id; name: string };
  /** What it is about; null = the unit as such. */
  event: { id: Id; theme: string } | null;
  createdAt: Instant;
  /** The unit is to answer until then. */
  dueAt: Instant;
  verdict: Verdict | null;
  updatedAt: Instant;
}

/** Mine, with all that happened. */
export interface Suggestion extends SuggestionCard {
  steps: SuggestionStep[];
  /** The unit's office and its public number. */
  contact: { name: string; phone: string } | null;
  mayCall: boolean;
  /** It waits for what I say of it. */
  canRate: boolean;
  /** Null = nothing of it is, or is to be, public. */
  publication: Publication | null;
}

export interface SuggestionRating {
  verdict: Verdict;
  /** @minLength 2 @maxLength 300 */
  text?: string;
}

export interface SuggestionNote {
  /** @minLength 2 @maxLength 300 */
  text: string;
}

/** As a unit lists it: who said it is not in it. */
export interface DeskSuggestionCard extends SuggestionCard {
  stage: SuggestionStage;
  overdue: boolean;
  /** How often the resident sent it back. */
  sentBack: number;
  source: SuggestionSource;
  /** Of `verdict`. */
  verdictBy: VerdictWay | null;
}

export interface DeskSuggestion extends DeskSuggestionCard {
  steps: SuggestionStep[];
  /** Masked; empty once contact data is gone. */
  name: string;
  phoneLast4: string | null;
  /** The resident said the unit may see the number. */
  mayCall: boolean;
  /** Nobody's account: the verdict is asked for by telephone. */
  byPhone: boolean;
  /** What everybody may read of it. */
  published: PublicAnswer | null;
  publication: Publication | null;
}

export interface DeskSuggestionQuery {
  stage?: SuggestionStage;
  source?: SuggestionSource;
  cursor?: string;
  limit?: number;
}

/** 收到 · 单位说办结 · 居民确认解决: what the unit says and what residents say are never one number. */
export interface SuggestionCounts {
  received: number;
  stages: Record<SuggestionStage, number>;
  /** Not answered, and to be by the end of today. */
  dueToday: number;
  /** Not answered, and past the day. */
  overdue: number;
  /** The unit says it is done. */
  declared: number;
  confirmed: number;
  partly: number;
  unsolved: number;
  /** Said on the telephone to somebody of the unit; not among the three above. */
  phone: Record<Verdict, number>;
  sources: Record<SuggestionSource, number>;
}

export interface TakeSuggestion {
  /** Not later than it is due. */
  dueAt?: Instant;
}

export interface SuggestionAnswer {
  /** @minLength 2 @maxLength 1000 */
  text: string;
  /** 办结 at once. */
  resolved?: boolean;
  /** 公开给大家看: what was asked, in the unit's own words. Left out = only the resident reads it. @minLength 2 @maxLength 100 */
  question?: string;
}

export interface SuggestionTransfer {
  organizerId: Id;
  /** Told to the resident and to the other unit. @minLength 2 @maxLength 100 */
  reason: string;
  /** Not later than it is due. */
  dueAt?: Instant;
}

/** Makes the last answer public under these words, or, with null, no longer. */
export interface SuggestionPublication {
  /** @minLength 2 @maxLength 100 */
  question: string | null;
}

export interface RevealedSuggestion {
  name: string;
  phone: string;
}

/** What a unit answered for everybody to read. */
export interface PublicAnswer {
  id: Id;
  question: string;
  answer: string;
  organizer: string;
  answeredAt: Instant;
}

/** What was said about an event and what became of it. */
export interface EventAnswers {
  received: number;
  answered: number;
  /** Newest first, at most 50. */
  items: PublicAnswer[];
}
