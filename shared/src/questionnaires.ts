import type { Clarity, Satisfaction } from './responses';
import type { Id, Instant } from './wire';

/** What was ticked, question by question; `blank`: sheets that left it empty. Each question adds up to the sheets. */
export interface Tallies {
  satisfaction: Record<Satisfaction | 'blank', number>;
  clarity: Record<Clarity | 'blank', number>;
}

/** 纸质问卷: handed out at one place, counted by the unit. */
export interface PaperBatch {
  id: Id;
  eventId: Id;
  /** Null = for the event as such, not for one of its sessions. */
  sessionId: Id | null;
  /** Where it was handed out. */
  place: string;
  handedOut: number;
  returned: number;
  /** Null = only counted, not gone through. */
  tallies: Tallies | null;
  updatedAt: Instant;
}

export interface NewPaperBatch {
  sessionId?: Id;
  /** @minLength 1 @maxLength 60 */
  place: string;
  /** @minimum 0 @maximum 100000 */
  handedOut: number;
  /** @minimum 0 @maximum 100000 */
  returned: number;
  tallies?: Tallies;
}

/** Answers of one kind. */
export interface Answers {
  /** Sheets; null = fewer than three online, which would tell what each one said. */
  n: number | null;
  /** Null where nothing may be or is known of what was chosen. */
  tallies: Tallies | null;
  /** Who answered the question; those who were satisfied (very or so), told clearly. Null as the tallies are. */
  satisfaction: { answered: number; satisfied: number } | null;
  clarity: { answered: number; clear: number } | null;
}

/** 问卷结果: online and on paper, apart and together. */
export interface QuestionnaireResults {
  event: { id: Id; theme: string; organizer: { id: Id; name: string } };
  /** Null = of the whole event. */
  sessionId: Id | null;
  sessions: { id: Id; startsAt: Instant; endsAt: Instant }[];
  online: Answers;
  paper: Answers & { handedOut: number; returned: number };
  /** Null where the two together would tell the few online. */
  together: Answers | null;
  batches: PaperBatch[];
}
