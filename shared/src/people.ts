import type { Id, Instant } from './wire';

/** What a unit's records come to; `own` and with everything below it. */
export interface UnitFigures {
  programmes: number;
  /** Made public and not cancelled. */
  sessions: number;
  suggestions: number;
  /** Of them, waiting for an answer. */
  owed: number;
}

/** A unit of the caller's subtree. */
export interface Unit {
  id: Id;
  name: string;
  /** Null for the caller's own unit: what is above it is not shown. */
  parentId: Id | null;
  contactName: string;
  contactPhone: string;
  /** Who may sign in for it now, in the order of their accounts. */
  people: { name: string; role: MemberRole }[];
  own: UnitFigures;
  withBelow: UnitFigures;
}

export interface UnitChange {
  /** @minLength 2 @maxLength 60 */
  name?: string;
  /** With all that is below it; within the caller's subtree. */
  parentId?: Id;
  /** The office residents may ask. @maxLength 40 */
  contactName?: string;
  /** Its public number. @maxLength 30 */
  contactPhone?: string;
}

export const MEMBER_ROLES = ['organizer', 'observer', 'district'] as const;
/** 经办 · 只看不改 · 区级 (at the district itself, made by the district only) */
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Somebody who may act, or look, for a unit and those below it. */
export interface Member {
  id: Id;
  username: string;
  name: string;
  role: MemberRole;
  organizer: { id: Id; name: string };
  /** Has not chosen a password of their own yet. */
  passwordOnce: boolean;
  disabledAt: Instant | null;
  createdAt: Instant;
  self: boolean;
}

export interface NewMember {
  /** Signs in with it. @pattern ^[a-z][a-z0-9._-]{2,29}$ */
  username: string;
  /** @minLength 1 @maxLength 20 */
  name: string;
  role: MemberRole;
  organizerId: Id;
}

export interface MemberChange {
  /** @minLength 1 @maxLength 20 */
  name?: string;
  role?: MemberRole;
  organizerId?: Id;
}

/** `password` is shown this once, is good for a week, and for choosing another one only. */
export interface MemberPassword {
  member: Member;
  password: string;
}

export interface MemberQuery {
  organizer?: Id;
  cursor?: string;
  limit?: number;
}

/** Who did what, when, on what: ids, never values. */
export interface AuditLine {
  id: Id;
  at: Instant;
  /** Null = nobody signed in, or a resident, who stands under a pseudonym. */
  who: { id: Id; name: string; organizer: string } | null;
  /** `registration.reveal` … */
  act: string;
  target: { kind: string; id: string };
  result: string;
}

export interface AuditQuery {
  /** Days in China, both included. @pattern ^\d{4}-\d{2}-\d{2}$ */
  from?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}$ */
  to?: string;
  /** An act, or all of a noun: `registration`. @maxLength 40 */
  act?: string;
  account?: Id;
  cursor?: string;
  limit?: number;
}
