import type { Contact, DateWindow, EventDetail, EventImage, EventState, NewHeadcount } from './events';
import type { Form } from './forms';
import type { NewSession, SessionChange, SessionSetup } from './sessions';
import type { Topic } from './topics';
import type { Id, Instant } from './wire';

/** An event as its unit's list has it. */
export interface DeskEvent {
  id: Id;
  state: EventState;
  theme: string;
  organizer: { id: Id; name: string };
  programme: { id: Id; title: string } | null;
  /** Not cancelled. */
  sessions: number;
  /** The next session that is not over, else the last one; null = no session. */
  startsAt: Instant | null;
  /** The plan's words while there is no date. */
  window: string | null;
  /** Seats held or asked for in all its sessions. */
  registered: number;
  followers: number;
  /** Waits for an approval the caller may give. */
  mayApprove: boolean;
  /** Why it was sent back; null = it was not. */
  sentBack: string | null;
  updatedAt: Instant;
}

export interface DeskEventQuery {
  state?: EventState;
  organizer?: Id;
  /** Part of the theme. @maxLength 40 */
  q?: string;
  cursor?: string;
  limit?: number;
}

/** How many there are in each state, in the caller's units. */
export interface DeskEventCounts {
  states: Record<EventState, number>;
  /** Submitted, and the caller's to decide. */
  toApprove: number;
}

/** An event with what only its unit and those above it see. */
export interface DeskEventDetail {
  event: EventDetail;
  /** Has to be approved by a unit above before it is published. */
  needsApproval: boolean;
  /** The caller is a unit above its own. */
  mayApprove: boolean;
  submittedAt: Instant | null;
  approvedAt: Instant | null;
  sentBack: string | null;
  /** What is to be changed of its public sessions once a unit above agrees. */
  asked: AskedChange[];
  /** Whom a change is told to. */
  people: { seats: number; waiting: number; followers: number };
}

/** 备案 once more: a change to a public session that waits for a unit above. */
export interface AskedChange {
  sessionId: Id;
  at: Instant;
  change: SessionChange;
  /** How seats are to be given out instead; null = as they are. */
  setup: SessionSetup | null;
  /** The other place, by name; null = it stays where it is. */
  venue: string | null;
}

/** What a unit changes of an event; what is left out stays. Null takes back. */
export interface EventChange {
  /** @minLength 2 @maxLength 100 */
  theme?: string;
  /** @maxLength 4000 */
  content?: string;
  /** @maxItems 7 */
  forms?: Form[];
  topic?: Topic | null;
  /** @maxLength 200 */
  audience?: string;
  headcount?: NewHeadcount | null;
  contact?: Contact;
  programmeId?: Id | null;
  /** @maxItems 7 */
  images?: EventImage[];
  /** Of a draft, and of an announced one, which keeps one while it has no date. */
  window?: DateWindow | null;
  /** Only of a draft: all its sessions anew. @maxItems 60 */
  sessions?: NewSession[];
  /** Those registered and who follows are told of the new words too; a new theme is told in any case. */
  tell?: boolean;
  /** Told to everybody affected. @minLength 2 @maxLength 100 */
  reason?: string;
  /** Without it, what affects people is refused with how many. */
  confirm?: boolean;
}

export interface EventChanged {
  event: EventDetail;
  /** Accounts told. */
  told: number;
}

/** Sessions more, for an event that has some or none. */
export interface NewSessions {
  /** @minItems 1 @maxItems 60 */
  sessions: NewSession[];
}

/** 退回 */
export interface SendBack {
  /** Told to the unit. @minLength 2 @maxLength 200 */
  reason: string;
}

/** 按规律排的日子: an RFC 5545 rule over days in China. */
export interface Recurrence {
  /** The first day it may fall on. @pattern ^\d{4}-\d{2}-\d{2}$ */
  from: string;
  /**
   * FREQ WEEKLY or MONTHLY with BYDAY, INTERVAL, and UNTIL or COUNT (how many are held, days left out not counted).
   * @minLength 10
   * @maxLength 120
   */
  rule: string;
  /** Days left out. @maxItems 60 */
  except?: string[];
  /** Holidays are left out, or kept and named. */
  holidays: 'skip' | 'keep';
}

export interface RecurrenceDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** The holiday's name. */
  holiday: string | null;
  /** A weekend's day that is worked instead (调休上班). */
  worked: boolean;
  /** Why it is left out; null = it is held. */
  left: 'holiday' | 'except' | null;
}
