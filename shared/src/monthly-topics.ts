import type { Topic } from './topics';
import type { Id, Instant } from './wire';

export const ROUND_STATES = ['draft', 'open', 'chosen', 'done'] as const;
/** 在拟 (the desk's own) · 正在投 · 选好了 · 有结果了 */
export type RoundState = (typeof ROUND_STATES)[number];

/** A topic residents may choose. */
export interface Candidate {
  id: Id;
  title: string;
  note: string;
  /** What kind of matter it is: suggestions about such activities stand behind it. */
  topic: Topic | null;
  votes: number;
  /** Suggestions of the ninety days before the round was made. */
  suggestions: number;
  /** Put at this place by hand; null = by votes, then by suggestions. */
  place: number | null;
}

/** 每月一题 */
export interface MonthlyTopic {
  id: Id;
  /** `2026-09` */
  month: string;
  title: string;
  organizer: { id: Id; name: string };
  state: RoundState;
  votesUntil: Instant;
  /** Votes are taken now. */
  voting: boolean;
  /** In order: by hand, then by votes, then by suggestions. */
  candidates: Candidate[];
  /** One of the candidates, chosen by the unit, and why. */
  chosen: { candidateId: Id; reason: string; at: Instant } | null;
  /** Where it is talked over, with those invited. */
  session: { id: Id; eventId: Id; theme: string; startsAt: Instant } | null;
  outcome: { text: string; at: Instant } | null;
  /** What the caller voted for. */
  myVote: Id | null;
}

export interface NewMonthlyTopic {
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])$ */
  month: string;
  /** @minLength 2 @maxLength 60 */
  title: string;
  votesUntil: Instant;
  organizerId?: Id;
}

export interface NewCandidate {
  /** One that stands already; its votes stay. */
  id?: Id;
  /** @minLength 2 @maxLength 60 */
  title: string;
  /** @maxLength 200 */
  note?: string;
  topic?: Topic;
  /** By hand. @asType integer @minimum 1 @maximum 20 */
  place?: number;
}

export interface Candidates {
  /** @minItems 1 @maxItems 20 */
  items: NewCandidate[];
}

export interface TopicVote {
  candidateId: Id;
}

export interface TopicChoice {
  candidateId: Id;
  /** Public. @minLength 2 @maxLength 200 */
  reason: string;
}

export interface TopicSession {
  sessionId: Id;
}

export interface TopicOutcome {
  /** Public. @minLength 2 @maxLength 2000 */
  text: string;
}

/** Suggestions of the last ninety days by what they are about, most first: what could be a candidate. */
export interface TopicMatter {
  topic: Topic;
  suggestions: number;
}
