import type { SuggestionKind, SuggestionSource, Verdict } from './suggestions';
import type { Id } from './wire';

/** Said at the door, or on paper: the desk writes it down. */
export interface CollectedSuggestion {
  source: 'door' | 'paper';
  kind: SuggestionKind;
  /** @minLength 2 @maxLength 500 */
  text: string;
  sessionId?: Id;
  eventId?: Id;
  organizerId?: Id;
  /** Where it is about no event. */
  programmeId?: Id;
  /** The day it was said, in China; left out = today. @pattern ^\d{4}-\d{2}-\d{2}$ */
  day?: string;
  /** As they gave it. @minLength 1 @maxLength 20 */
  name?: string;
  /** They may be called about it. @pattern ^1[3-9]\d{9}$ */
  phone?: string;
}

/** 电话回访: what somebody without an account said when called. */
export interface PhoneVerdict {
  verdict: Verdict;
  /** Who called. @minLength 2 @maxLength 20 */
  caller: string;
  /** @minLength 2 @maxLength 300 */
  text?: string;
}

/** What was said in a programme and what became of it, for everybody; no unit is named beside another. */
export interface ProgressFigures {
  /** Null = said about no programme. */
  programme: { id: Id; title: string; year: number } | null;
  received: number;
  sources: Record<SuggestionSource, number>;
  answered: number;
  /** The unit says it is done. */
  declared: number;
  /** Said by residents themselves. */
  confirmed: number;
  partly: number;
  unsolved: number;
  /** Said on the telephone. */
  phone: Record<Verdict, number>;
}

export interface ProgressQuery {
  programme?: Id;
  cursor?: string;
  limit?: number;
}
