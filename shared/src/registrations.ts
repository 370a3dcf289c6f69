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
  /** Registrant and companions together. @minimum 1 @maximum 50 */
  seats: number;
  quotaId?: Id;
  /** @maxItems 49 */
  companions?: NewCompanion[];
  onBehalfOf?: OnBehalfOf;
  joinWaitlist?: boolean;
}

export interface PartyChange {
  /** @minimum 1 @maximum 50 */
  seats: number;
  /** @maxItems 49 */
  companions?: NewCompanion[];
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
  };
  /** Who comes: the registrant, or the person registered for. */
  name: string;
  phoneLast4: string | null;
  companions: { name: string | null }[];
  onBehalfOf: { relation: Relation } | null;
  createdAt: Instant;
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
