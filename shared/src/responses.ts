import type { Id, Instant } from './wire';

export const SATISFACTIONS = ['veryGood', 'good', 'fair', 'poor', 'veryPoor'] as const;
/** 很满意 · 满意 · 一般 · 不满意 · 很不满意 */
export type Satisfaction = (typeof SATISFACTIONS)[number];

export const CLARITIES = ['clear', 'partly', 'unclear'] as const;
/** 说清楚了 · 一部分 · 没说清 */
export type Clarity = (typeof CLARITIES)[number];

/** 答卷: two questions and a line. Sent again it takes the place of what was said before. */
export interface NewResponse {
  /** Which of my registrations for this session; left out: my own. */
  registrationId?: Id;
  satisfaction: Satisfaction;
  clarity: Clarity;
  /** @minLength 2 @maxLength 300 */
  line?: string;
  /** 请单位答复这一句: it becomes a suggestion with its own progress, and then stays as it is. */
  wantsAnswer?: boolean;
}

/** What I said. */
export interface MyResponse {
  registrationId: Id;
  satisfaction: Satisfaction;
  clarity: Clarity;
  line: string | null;
  /** The suggestion the line became. */
  suggestionId: Id | null;
  updatedAt: Instant;
}

/** Whom I may answer for, and what I said. */
export interface MyResponses {
  session: { id: Id; eventId: Id; theme: string; startsAt: Instant; endsAt: Instant };
  organizer: { id: Id; name: string };
  items: {
    registrationId: Id;
    /** Who came: I, or whom I registered for. */
    name: string;
    onBehalf: boolean;
    seats: number;
    /** The door saw them. */
    came: boolean;
    response: MyResponse | null;
  }[];
  /** Answers are taken, and may be changed, from then till then. */
  opensAt: Instant;
  closesAt: Instant;
  now: Instant;
}

/** Only as totals: none under three answers, or each could be told. */
export interface ResponseTotals {
  sessionId: Id;
  /** Null under three. */
  answers: number | null;
  /** Very satisfied or satisfied, per cent; null under three answers. */
  satisfied: number | null;
  /** 说清楚了, per cent; null under three answers. */
  clear: number | null;
}
