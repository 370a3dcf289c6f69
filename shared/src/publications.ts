import type { Id, Instant } from './wire';

/** 微信拿不准 · 微信说不合适 · 微信还没说: why a second person looks before a unit's wording is public. */
export type HeldWhy = 'review' | 'risky' | 'unchecked';

/** What is, or is to be, public of a suggestion, in the unit's words. */
export interface Publication {
  /** 已公开 · 等人看 · 没通过 */
  state: 'open' | 'waiting' | 'refused';
  question: string;
  /** refused: why. */
  reason: string | null;
}

/** A wording that waits for a second person. */
export interface HeldPublication {
  /** Its suggestion's. */
  id: Id;
  /** All the resident wrote, the first first. */
  said: string[];
  question: string;
  answer: string;
  organizer: { id: Id; name: string };
  event: { id: Id; theme: string } | null;
  why: HeldWhy;
  at: Instant;
  /** Who looks at the list asked for it: somebody else decides. */
  mine: boolean;
}

export interface PublicationRefusal {
  /** Read by the unit and by the resident. @minLength 2 @maxLength 100 */
  reason: string;
}
