import type { Role } from './auth';
import type { EventState } from './events';
import type { CancelReason, Registration, RegistrationStatus, Restriction } from './registrations';
import type { Id, Instant } from './wire';

export const CONSENT_KINDS = ['privacy', 'sms'] as const;
/** 同意隐私说明 (names and numbers go to the unit) · 同意收短信 */
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What was agreed to, by the version of the text that was shown. */
export interface Consent {
  kind: ConsentKind;
  version: string;
  agreedAt: Instant;
  /** Null = it stands. */
  withdrawnAt: Instant | null;
}

export interface NewConsent {
  kind: ConsentKind;
  /** The text on screen; one this server has. @pattern ^\d{4}-\d{2}-\d{2}$ */
  version: string;
}

export interface ConsentWithdrawal {
  kind: ConsentKind;
}

export const MESSAGE_TOPICS = ['places', 'changes', 'reminders', 'dates', 'answers'] as const;
/** 名额有结果 · 改时间或取消 · 前一天提醒 · 关注的定了日子 · 意见有答复 */
export type MessageTopic = (typeof MESSAGE_TOPICS)[number];

/** Which messages leave the product; inside it all are always there. */
export interface MessageSettings {
  topics: Record<MessageTopic, boolean>;
  /** Also by SMS, where WeChat's message cannot be sent. */
  sms: boolean;
}

export interface MessageSettingsChange {
  /** Turned on or off; those left out stay. */
  on?: MessageTopic[];
  off?: MessageTopic[];
  /** Turning it on is a consent to the text of this version. */
  sms?: boolean;
}

/** The next session of what is followed. */
export interface NextSession {
  id: Id;
  eventId: Id;
  theme: string;
  startsAt: Instant;
  endsAt: Instant;
  venue: string;
}

export interface MyFollows {
  events: {
    id: Id;
    theme: string;
    state: EventState;
    organizer: { id: Id; name: string };
    /** While there is no date: 9月中旬. */
    windowText: string | null;
    next: NextSession | null;
  }[];
  organizers: { id: Id; name: string; next: NextSession | null }[];
}

/** A registration of mine with what its page does not show. */
export interface KeptRegistration {
  registration: Registration;
  /** In full. */
  phone: string | null;
  cancelReason: CancelReason | null;
  updatedAt: Instant;
  /** How often the door saw the party, and how many of it. */
  came: { at: Instant; seats: number }[];
}

/** One row as it is stored, by column: sealed values opened, secrets of the machinery left out. */
export interface KeptRow {
  [column: string]: string | number | boolean | null;
}

/** Everything that is kept about an account. */
export interface MyData {
  madeAt: Instant;
  account: {
    id: Id;
    role: Role;
    name: string;
    /** In full. */
    phone: string | null;
    over60: boolean;
    unit: string | null;
    createdAt: Instant;
  };
  registrations: KeptRegistration[];
  follows: MyFollows;
  restrictions: Restriction[];
  consents: Consent[];
  settings: MessageSettings;
  /** Every row about the account, table by table: what stands above, and all else. */
  records: { table: string; title: string; rows: KeptRow[] }[];
}

/** What deleting the account will do, said before it is done. */
export interface ErasurePreview {
  /** Registrations of sessions that have not begun: what seats they hold come free at once. */
  cancels: {
    id: Id;
    theme: string;
    startsAt: Instant;
    endsAt: Instant;
    name: string;
    seats: number;
    status: RegistrationStatus;
  }[];
  /** Earlier registrations: their seats stay as numbers, without a name. */
  emptied: number;
  follows: number;
}

export interface Erasure {
  /** The word typed: 删除. @minLength 1 @maxLength 10 */
  confirm: string;
}

/** The word that is typed to delete an account. */
export const ERASURE_WORD = '删除';
