import type { Id, Instant } from './wire';

/** 固定开放: a place that takes visits on certain days of the week, in slots of one length. */
export interface NewSlotPlan {
  eventId: Id;
  venueId: Id;
  /** 1 = Monday … 7 = Sunday. @minItems 1 @maxItems 7 */
  weekdays: number[];
  /** `HH:MM` in China. @pattern ^\d{2}:\d{2}$ */
  opens: string;
  /** @pattern ^\d{2}:\d{2}$ */
  ends: string;
  /** Length of a slot. @minimum 15 @maximum 480 */
  minutes: number;
  /** In each slot. @minimum 1 @maximum 1000 */
  seats: number;
  /** Sessions are made so far ahead. @minimum 1 @maximum 8 */
  weeks: number;
  /** Public holidays are closed. */
  skipsHolidays: boolean;
}

export interface SlotPlan extends NewSlotPlan {
  id: Id;
  theme: string;
  venue: { id: Id; name: string };
  paused: boolean;
  /** Sessions stand up to this day; null = none were made yet. */
  madeUntil: string | null;
  createdAt: Instant;
}

export interface SlotPlanChange {
  paused: boolean;
}

export interface MadeSlots {
  /** Sessions made now; making twice makes none. */
  made: number;
  plan: SlotPlan;
}
