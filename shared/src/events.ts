import type { AccessNote, NewVenue, Venue } from './places';
import type { Id, Instant, Seats } from './wire';

export const FORMS = ['visit', 'talk', 'policy', 'experience', 'council', 'service', 'lecture'] as const;
/** 活动形式: 现场观摩 · 座谈交流 · 政策解读 · 互动体验 · 公开议事 · 便民服务 · 宣传讲座 */
export type Form = (typeof FORMS)[number];

export const MODES = ['none', 'invited', 'firstCome', 'approval', 'draw'] as const;
/** 报名方式: 无需报名 · 邀请 · 先到先得 · 审核 · 抽签 */
export type Mode = (typeof MODES)[number];

export const EVENT_STATES = ['draft', 'submitted', 'announced', 'published', 'cancelled', 'closed'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What a session is to a resident right now, derived from its times, mode and seats. */
export const PHASES = ['walkIn', 'soon', 'open', 'full', 'closed', 'ongoing', 'ended', 'cancelled'] as const;
/** 不用报名 · 还没开始报名 · 可报名 · 报满 · 报名截止 · 进行中 · 已结束 · 已取消 */
export type Phase = (typeof PHASES)[number];

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

/** A dated occurrence as lists show it. */
export interface SessionCard {
  id: Id;
  eventId: Id;
  theme: string;
  forms: Form[];
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
}

export interface QuotaView {
  id: Id;
  name: string;
  seats: Seats;
}

export interface SessionDetail extends SessionCard {
  venue: Venue;
  quotas: QuotaView[];
  /** The largest party in one registration. */
  partyMax: number;
  /** The server's clock, for countdowns. */
  now: Instant;
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
  /** Who may come (面向对象), as the unit says it; empty = everybody. */
  audience: string;
  organizer: { id: Id; name: string };
  programme: { id: Id; title: string } | null;
  headcount: Headcount | null;
  window: DateWindow | null;
  /** The unit's office and its public number. */
  contact: { name: string; phone: string } | null;
  sessions: SessionDetail[];
  followers: number;
  following: boolean;
}

export interface SessionQuery {
  lng?: number;
  lat?: number;
  /** Metres, 100 to 100 000. */
  radius?: number;
  from?: Instant;
  to?: Instant;
  form?: Form;
  organizer?: Id;
  q?: string;
  /** Only where a seat can be had now or nobody registers. */
  open?: boolean;
  cursor?: string;
  limit?: number;
}

export interface EventQuery {
  /** Only announced events are listed; dated ones are found as sessions. */
  status?: 'announced';
  organizer?: Id;
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface NewQuota {
  /** @minLength 1 @maxLength 20 */
  name: string;
  /** @minimum 0 @maximum 100000 */
  capacity: number;
}

export interface NewSession {
  venueId?: Id;
  venue?: NewVenue;
  startsAt: Instant;
  endsAt: Instant;
  mode: Mode;
  opensAt?: Instant;
  closesAt?: Instant;
  /** @maxItems 20 */
  quotas?: NewQuota[];
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
  /** @maxLength 200 */
  audience?: string;
  organizerId?: Id;
  programmeId?: Id;
  headcount?: NewHeadcount;
  window?: DateWindow;
  /** @maxItems 50 */
  sessions?: NewSession[];
}
