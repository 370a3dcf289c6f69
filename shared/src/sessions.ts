import type { Form } from './forms';
import type { AccessNote, NewVenue, Venue } from './places';
import type { Topic } from './topics';
import type { Id, Instant, Seats } from './wire';

export const MODES = ['none', 'invited', 'firstCome', 'approval', 'draw'] as const;
/** 报名方式: 无需报名 · 邀请 · 先到先得 · 审核 · 抽签 */
export type Mode = (typeof MODES)[number];

/** What a session is to a resident right now, derived from its times, mode and seats. */
export const PHASES = ['walkIn', 'soon', 'open', 'full', 'closed', 'ongoing', 'ended', 'cancelled'] as const;
/** 不用报名 · 还没开始报名 · 可报名 · 报满 · 报名截止 · 进行中 · 已结束 · 已取消 */
export type Phase = (typeof PHASES)[number];

/** A dated occurrence as lists show it. */
export interface SessionCard {
  id: Id;
  eventId: Id;
  theme: string;
  forms: Form[];
  /** Null = the unit set none. */
  topic: Topic | null;
  organizer: { id: Id; name: string };
  venue: { id: Id; name: string; address: string; lng: number; lat: number; access: AccessNote[] };
  startsAt: Instant;
  endsAt: Instant;
  mode: Mode;
  opensAt: Instant | null;
  closesAt: Instant | null;
  /** The public quotas together; null where nobody registers. */
  seats: Seats | null;
  /** People on the waiting list. */
  waiting: number;
  phase: Phase;
  /** Metres from the point asked about; null without one. */
  distance: number | null;
  /** What came of it, in lists of those that are over; null elsewhere. */
  outcome: Outcome | null;
}

export interface Outcome {
  /** People who came: the door's figure, else staff's own count; null where nobody counted. */
  came: number | null;
  /** People planned for; null where no number was planned. */
  planned: { min: number | null; max: number | null } | null;
  /** 活动总结, where the unit made one public; then `came` is its figure. */
  closing: { told: string; line: string; photos: string[]; estimated: boolean } | null;
}

/** A pool of seats: who it is for and how one gets in. */
export interface QuotaView {
  id: Id;
  name: string;
  seats: Seats;
  /** The pool for everybody. */
  isPublic: boolean;
  /** What the resident has to declare (我是辖区企业的代表); null = nothing. */
  declaration: string | null;
  /** The unit looks at each registration before it holds a seat. */
  approval: boolean;
  /** Only with an invitation code. */
  invited: boolean;
  /** The enterprise's name is asked, and how many seats one enterprise may have; null = no limit. */
  asksEnterprise: boolean;
  perEnterprise: number | null;
  /** What is free then goes to the public pool. */
  releasesAt: Instant | null;
}

/** counted: how many come · named: who they are */
export const COMPANION_KINDS = ['counted', 'named'] as const;
export type CompanionKind = (typeof COMPANION_KINDS)[number];

/** 抽签, as announced before registration opens. */
export interface DrawTerms {
  /** SHA-256 (hex) of the secret that will be part of the seed. */
  commitment: string;
  drawsAt: Instant;
  drawnAt: Instant | null;
  /** The public number that will be part of the seed, named in advance; null = none. */
  publicSource: string | null;
}

export interface SessionDetail extends SessionCard {
  venue: Venue;
  quotas: QuotaView[];
  /** The largest party in one registration. */
  partyMax: number;
  /** Seats over all pools together; null = the pools' sum. */
  ceiling: number | null;
  companions: CompanionKind;
  /** How many of the party are children is asked. */
  asksChildren: boolean;
  /** Hours to accept a seat that came free; null = it is given at once. */
  confirmHours: number | null;
  /** Residents cancel themselves until then. */
  cancelsUntil: Instant;
  draw: DrawTerms | null;
  /** Why the unit cancelled it; null = it did not. */
  cancelReason: string | null;
  /** The server's clock, for countdowns. */
  now: Instant;
}

export interface NewQuota {
  /** @minLength 1 @maxLength 20 */
  name: string;
  /** @minimum 0 @maximum 100000 */
  capacity: number;
  /** @minLength 2 @maxLength 60 */
  declaration?: string;
  approval?: boolean;
  invited?: boolean;
  asksEnterprise?: boolean;
  /** @minimum 1 @maximum 1000 */
  perEnterprise?: number;
  releasesAt?: Instant;
}

export interface NewDraw {
  drawsAt: Instant;
  /** @minLength 2 @maxLength 60 */
  publicSource?: string;
}

/** How seats are given out. */
export interface SessionSetup {
  mode: Mode;
  opensAt?: Instant;
  closesAt?: Instant;
  /** The first is the public pool, unless it is by invitation. @maxItems 20 */
  quotas?: NewQuota[];
  /** @minimum 1 @maximum 50 */
  partyMax?: number;
  /** @minimum 1 @maximum 100000 */
  ceiling?: number;
  companions?: CompanionKind;
  asksChildren?: boolean;
  /** @minimum 1 @maximum 72 */
  confirmHours?: number;
  cancelsUntil?: Instant;
  /** Only and always with mode `draw`. */
  draw?: NewDraw;
}

export interface NewSession extends SessionSetup {
  venueId?: Id;
  venue?: NewVenue;
  startsAt: Instant;
  endsAt: Instant;
}

/** What a unit changes of a published session. Without `confirm`, what affects people is refused with how many. */
export interface SessionChange {
  startsAt?: Instant;
  endsAt?: Instant;
  venueId?: Id;
  opensAt?: Instant;
  closesAt?: Instant;
  /** @maxItems 20 */
  quotas?: QuotaChange[];
  /** Told to everybody affected. @minLength 2 @maxLength 100 */
  reason?: string;
  confirm?: boolean;
}

export interface QuotaChange {
  id: Id;
  /** @minimum 0 @maximum 100000 */
  capacity: number;
}

export interface SessionChanged {
  session: SessionDetail;
  /** Accounts told. */
  told: number;
  /** Parties that lost their seat and stand first on the waiting list. */
  displaced: number;
  /** 备案: nothing is changed yet, a unit above decides. */
  waits: boolean;
}

export interface Cancellation {
  /** Told to everybody registered or following. @minLength 2 @maxLength 100 */
  reason: string;
}
