import type { Id, Instant } from './wire';

export const REGISTRATION_STATUSES = [
  'applied',
  'offered',
  'confirmed',
  'waitlisted',
  'declined',
  'cancelled',
  'expired',
] as const;
/** 待确认 · 轮到了 · 已报名 · 候补 · 未通过 · 已取消 · 已失效 */
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

export const CANCEL_REASONS = ['busy', 'ill', 'mistake', 'farAway', 'other'] as const;
/** 有事 · 身体不舒服 · 报错了 · 太远 · 其他 */
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const RELATIONS = ['parent', 'family', 'neighbour', 'served'] as const;
/** 爸妈 · 家人 · 邻居 · 服务对象 */
export type Relation = (typeof RELATIONS)[number];

export interface NewCompanion {
  /** A name or form of address; unnamed companions are only counted. @minLength 1 @maxLength 20 */
  name?: string;
}

/** 代办: for someone else, who agreed. */
export interface OnBehalfOf {
  /** @minLength 1 @maxLength 20 */
  name: string;
  /** @pattern ^1[3-9]\d{9}$ */
  phone?: string;
  relation: Relation;
  /** They were asked and agreed (本人同意). */
  consent: boolean;
  /** Register although someone of this name may stand already. */
  confirmDouble?: boolean;
}

export interface NewRegistration {
  /** Registrant and companions together. @asType integer @minimum 1 @maximum 50 */
  seats: number;
  quotaId?: Id;
  /** @maxItems 49 */
  companions?: NewCompanion[];
  /** How many of the party are children. @asType integer @minimum 0 @maximum 49 */
  children?: number;
  onBehalfOf?: OnBehalfOf;
  /** When full, or not drawn. */
  joinWaitlist?: boolean;
  /** The pool's declaration holds for me. */
  declares?: boolean;
  /** @minLength 2 @maxLength 60 */
  enterprise?: string;
  /** @pattern ^[A-Za-z0-9-]{6,20}$ */
  invitation?: string;
  /** @maxItems 8 */
  answers?: Answer[];
}

/** yesNo: `yes` or `no`; number: decimal digits; choice: the option's own words. */
export interface Answer {
  /** @pattern ^[a-z0-9]{1,12}$ */
  question: string;
  /** @minLength 1 @maxLength 200 */
  value: string;
}

export interface PartyChange {
  /** @minimum 1 @maximum 50 */
  seats: number;
  /** Left out: the names that stand stay as far as they fit. @maxItems 49 */
  companions?: NewCompanion[];
  /** @minimum 0 @maximum 49 */
  children?: number;
}

export interface CancelBody {
  reason?: CancelReason;
}

export interface Registration {
  id: Id;
  status: RegistrationStatus;
  seats: number;
  /** Place on the waiting list, 1 = next; null otherwise. */
  position: number | null;
  quota: { id: Id; name: string };
  session: {
    id: Id;
    eventId: Id;
    theme: string;
    startsAt: Instant;
    endsAt: Instant;
    venue: { name: string; address: string; lng: number; lat: number };
    cancelled: boolean;
    /** Why the unit cancelled the session. */
    cancelReason: string | null;
  };
  /** Who comes: the registrant, or the person registered for. */
  name: string;
  phoneLast4: string | null;
  companions: { name: string | null }[];
  children: number;
  enterprise: string | null;
  onBehalfOf: { relation: Relation } | null;
  /** Number in the draw; null where nothing is drawn. */
  ticketNo: number | null;
  /** An offered seat is held until then. */
  confirmBy: Instant | null;
  /** Waits because of earlier no-shows until then at the latest; null = does not. */
  heldBackUntil: Instant | null;
  /** Why the unit declined or removed it. */
  endReason: string | null;
  /** Can be cancelled online until then. */
  cancelsUntil: Instant;
  answers: { question: string; value: string }[];
  createdAt: Instant;
}

/** A registration as the unit sees it: masked. */
export interface Registrant {
  id: Id;
  status: RegistrationStatus;
  /** 刘*芳 */
  name: string;
  phoneLast4: string | null;
  seats: number;
  children: number;
  quota: { id: Id; name: string };
  enterprise: string | null;
  onBehalfOf: { relation: Relation } | null;
  position: number | null;
  ticketNo: number | null;
  confirmBy: Instant | null;
  heldBackUntil: Instant | null;
  endReason: string | null;
  /** ID numbers are never in it. */
  answers: { question: string; value: string }[];
  createdAt: Instant;
}

export interface RegistrantQuery {
  status?: RegistrationStatus;
  /** The start of a name, its initials (wxm), or last four digits. @maxLength 20 */
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface DeskReason {
  /** Told to the resident. @minLength 2 @maxLength 100 */
  reason: string;
}

/** 认领: what a community worker registered for me, by the slip's code and my phone. */
export interface ClaimBody {
  /** The slip's code as read. @minLength 20 @maxLength 100 */
  code: string;
  /** @pattern ^1[3-9]\d{9}$ */
  phone: string;
}

/** 邀请码 */
export interface Invitation {
  id: Id;
  code: string;
  used: boolean;
}

export interface NewInvitations {
  /** @minimum 1 @maximum 200 */
  count: number;
}

/** 爽约限制: registrations wait for a while after repeated no-shows. */
export interface Restriction {
  id: Id;
  programme: { id: Id; title: string };
  /** Masked; as on the person's own registrations. */
  name: string;
  phoneLast4: string | null;
  from: Instant;
  until: Instant;
  missed: { theme: string; startsAt: Instant }[];
  clearedAt: Instant | null;
}

/** All a phone needs to show its code without network. */
export interface Ticket {
  registrationId: Id;
  sessionId: Id;
  status: RegistrationStatus;
  seats: number;
  theme: string;
  startsAt: Instant;
  endsAt: Instant;
  venue: { name: string; address: string; lng: number; lat: number };
  name: string;
  companions: { name: string | null }[];
  phoneLast4: string | null;
  keyId: number;
  /** Base64 of this registration's 32-byte code key. */
  codeKey: string;
  /** The server's clock when this was made, to correct a wrong phone. */
  now: Instant;
}
