import type { ErrorCode } from './errors';
import type { Answer, Registrant, RegistrationStatus } from './registrations';
import type { Id, Instant } from './wire';

export const DECISIONS = ['approve', 'decline'] as const;
/** 通过 · 不通过 */
export type Decision = (typeof DECISIONS)[number];

/** Several applications of one session decided at once: who registered first is decided first. */
export interface RegistrantDecisions {
  act: Decision;
  /** @minItems 1 @maxItems 100 */
  ids: Id[];
  /** Told to those declined, who have to be given one. @minLength 2 @maxLength 100 */
  reason?: string;
}

/** What became of one: decided, or why it was not (`FULL`, `NOT_APPLIED` …), and then it stays as it was. */
export interface DecidedRegistrant {
  id: Id;
  /** As it is now; null where it was refused. */
  registrant: Registrant | null;
  refused: { code: ErrorCode; message: string } | null;
}

/** Of each status, none left out. */
export interface RegistrantCounts {
  parties: Record<RegistrationStatus, number>;
  /** People. */
  seats: Record<RegistrationStatus, number>;
  /** Parties in each pool that somebody has asked for. */
  pools: { quotaId: Id; parties: Record<RegistrationStatus, number> }[];
}

/** A session to come in which the unit has something to decide. */
export interface PendingDecision {
  session: { id: Id; theme: string; startsAt: Instant };
  /** Parties that wait to be let in. */
  applied: number;
  /** Its draw is due and needs the public number. */
  drawDue: boolean;
}

/** Who comes, unmasked: for a telephone call, or the gate that asks for ID numbers. That it was read is recorded. */
export interface RevealedRegistrant {
  id: Id;
  name: string;
  /** Null without one, or once contact data is gone. */
  phone: string | null;
  companions: { name: string | null }[];
  /** ID numbers among them, while they are kept. */
  answers: Answer[];
}

/** To another session of the same event: the party whole, with its answers. */
export interface RegistrantMove {
  sessionId: Id;
  /** Left out = the pool of the same name there, else the public one. */
  quotaId?: Id;
  /** Told to the resident. @minLength 2 @maxLength 60 */
  reason: string;
}

/** A word of the unit's to those registered. */
export interface NewSessionMessage {
  /** No mobile numbers. @minLength 2 @maxLength 100 */
  text: string;
  /** Left out = everybody with a live registration. @minItems 1 @maxItems 100 */
  ids?: Id[];
}

export interface SessionMessage {
  id: Id;
  text: string;
  /** Accounts it goes to. */
  told: number;
  at: Instant;
}
