import type { Form } from './forms';
import type { Question } from './questions';
import type { NewSession, SessionDetail } from './sessions';
import type { Topic } from './topics';
import type { Id } from './wire';

export const EVENT_STATES = ['draft', 'submitted', 'announced', 'published', 'cancelled', 'closed'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export type WindowPrecision = 'tenDays' | 'month' | 'months' | 'range' | 'day' | 'recurring' | 'unknown';

/** A planned time that is not a date yet (9月中旬). */
export interface DateWindow {
  /** Verbatim from the sheet. @minLength 1 @maxLength 60 */
  text: string;
  /** `YYYY-MM-DD`, first day. @pattern ^\d{4}-\d{2}-\d{2}$ */
  from: string;
  /** `YYYY-MM-DD`, last day. @pattern ^\d{4}-\d{2}-\d{2}$ */
  to: string;
  precision: WindowPrecision;
}

/** 计划人数: a band with the sheet's own words. */
export interface Headcount {
  min: number | null;
  max: number | null;
  text: string;
  /** 左右, 约 */
  approximate: boolean;
}

/** A public event without a date. */
export interface AnnouncedCard {
  id: Id;
  theme: string;
  forms: Form[];
  organizer: { id: Id; name: string };
  window: DateWindow;
  followers: number;
  following: boolean;
}

export interface EventDetail {
  id: Id;
  state: EventState;
  theme: string;
  content: string;
  forms: Form[];
  topic: Topic | null;
  /** Who may come (面向对象), as the unit says it; empty = everybody. */
  audience: string;
  organizer: { id: Id; name: string };
  programme: { id: Id; title: string } | null;
  headcount: Headcount | null;
  window: DateWindow | null;
  /** The unit's office and its public number. */
  contact: { name: string; phone: string } | null;
  /** The first is the cover. */
  images: ShownImage[];
  questions: Question[];
  sessions: SessionDetail[];
  followers: number;
  following: boolean;
}

export interface Contact {
  /** The office, not a person. @maxLength 40 */
  name: string;
  /** Its public number. @maxLength 30 */
  phone: string;
}

/** A picture of an event: the first is the cover. */
export interface EventImage {
  /** Of the image store. @pattern ^[0-9a-f]{64}$ */
  sha: string;
  /** What is to be seen, for who does not see it. @minLength 2 @maxLength 60 */
  alt: string;
}

/** A picture with its size in pixels, so that its room is there before it is. */
export interface ShownImage extends EventImage {
  width: number;
  height: number;
}

export interface EventQuery {
  /** Only announced events are listed; dated ones are found as sessions. */
  status?: 'announced';
  organizer?: Id;
  /** As in a search for sessions. */
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface NewHeadcount {
  /** @minimum 0 @maximum 1000000 */
  min?: number;
  /** @minimum 0 @maximum 1000000 */
  max?: number;
  /** @maxLength 60 */
  text?: string;
  approximate?: boolean;
}

export interface NewEvent {
  /** @minLength 2 @maxLength 100 */
  theme: string;
  /** @maxLength 4000 */
  content?: string;
  /** @maxItems 7 */
  forms?: Form[];
  topic?: Topic;
  /** @maxLength 200 */
  audience?: string;
  organizerId?: Id;
  programmeId?: Id;
  headcount?: NewHeadcount;
  /** Left out = the unit's own. */
  contact?: Contact;
  /** @maxItems 7 */
  images?: EventImage[];
  window?: DateWindow;
  /** @maxItems 8 */
  questions?: Question[];
  /** @maxItems 60 */
  sessions?: NewSession[];
}
