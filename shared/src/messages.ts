import { MESSAGE_TOPICS, type MessageTopic } from './me';
import type { RegistrationStatus } from './registrations';
import type { Id, Instant } from './wire';

/** What a template of WeChat is set up for: what residents may turn off, and what is work. */
export type TemplateTopic = MessageTopic | 'work';
export const TEMPLATE_TOPICS: readonly TemplateTopic[] = [...MESSAGE_TOPICS, 'work'];

/** What somebody is told. */
export type MessageKind =
  | 'registered'
  | 'waitlisted'
  | 'applied'
  | 'promoted'
  | 'offered'
  | 'expired'
  | 'approved'
  | 'declined'
  | 'removed'
  | 'displaced'
  | 'drawn'
  | 'drawDue'
  | 'cancelled'
  | 'changed'
  | 'sessionCancelled'
  | 'dateSet'
  | 'newEvent'
  | 'eventSubmitted'
  | 'eventApproved'
  | 'eventSentBack'
  | 'changeApproved'
  | 'changeSentBack'
  | 'restricted'
  | 'restrictionCleared'
  | 'moved'
  | 'message'
  | 'suggestionCame'
  | 'suggestionAssigned'
  | 'suggestionTaken'
  | 'suggestionAnswered'
  | 'suggestionMoved'
  | 'closingSoon'
  | 'closingDue'
  | 'dayBefore'
  | 'twoHours';

/** A line of 消息: always there, whatever else was sent. */
export interface Message {
  id: Id;
  kind: MessageKind;
  title: string;
  /** What it is about, as it stands now; empty where that is gone. */
  text: string;
  at: Instant;
  unread: boolean;
  /** Path of the page it leads to, in the client; null where there is none. */
  page: string | null;
}

/** What can be sent here at all. */
export interface MessageChannels {
  /** WeChat's ids of the templates that are set up, to ask for on a tap. */
  templates: { topic: TemplateTopic; id: string }[];
  sms: boolean;
}

/** How many messages of WeChat one has allowed and not had yet. */
export interface MessageCredit {
  topic: TemplateTopic;
  left: number;
}

export interface NewMessageCredits {
  /** The tap: the same again counts once. @pattern ^[\x21-\x7e]{8,36}$ */
  key: string;
  /** What WeChat said was accepted. */
  topics: TemplateTopic[];
}

/** Whether a desk account is told by WeChat what is to be done. */
export interface WorkWechat {
  bound: boolean;
}

export interface ReadMessages {
  /** When the newest that was seen came. */
  upTo: Instant;
}

/** 电话名单: somebody the unit has to ring, because nothing reached them. */
export interface PhoneCall {
  /** Its registration's. */
  id: Id;
  /** Masked; name and number are asked for one by one (POST /registrations/:id/reveal). */
  name: string;
  phoneLast4: string | null;
  seats: number;
  status: RegistrationStatus;
  /** What to tell them. */
  title: string;
  text: string;
  /** `unknown`: something was sent, and nobody can tell whether it arrived. */
  why: 'unreached' | 'unknown';
  session: { id: Id; theme: string; startsAt: Instant; organizer: string };
  at: Instant;
  /** Null = still to be rung. */
  doneAt: Instant | null;
}

export interface PhoneCallQuery {
  /** Those ticked off; otherwise those still to be rung. */
  done?: boolean;
  cursor?: string;
  limit?: number;
}

export interface PhoneCallTick {
  done: boolean;
}
