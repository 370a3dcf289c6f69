import type { Tokens } from '@openday/shared/auth';
import type { EventDetail } from '@openday/shared/events';
import type { MyData, MyFollows } from '@openday/shared/me';
import type { Message } from '@openday/shared/messages';
import type { PlanDecisions } from '@openday/shared/plans';
import type { NewRegistration, Registration, Ticket } from '@openday/shared/registrations';
import type { SessionCard } from '@openday/shared/sessions';
import type { Suggestion, SuggestionCard } from '@openday/shared/suggestions';
import type { Id, Instant, Point } from '@openday/shared/wire';
import Taro from '@tarojs/taro';

/** Everything the phone keeps, by key. A changed shape takes a new key: old values are then never read. */
export interface Stored {
  tokens: Tokens;
  /** Signed out by hand: WeChat does not sign in again before it is asked to. */
  signedOut: boolean;
  largeType: boolean;
  /** Strong contrast, for a door in the sun. */
  sharp: boolean;
  place: Point & { name: string };
  /** The first page of activities as last seen, to show without network. */
  found: { at: Instant; items: SessionCard[] };
  /** This month's days as last seen in the calendar, to show without network. */
  month: { at: Instant; month: string; days: { day: string; sessions: number; open: number }[] };
  /** Activities as last looked at, by id. */
  events: Record<Id, { at: Instant; event: EventDetail }>;
  /** My registrations as last seen, to show without network. */
  mine: { at: Instant; items: Registration[] };
  /** Other pages of one's own as last seen, to show without network: when, and by whom. */
  views: Record<string, { at: Instant; by: Id; data: KeptViews[keyof KeptViews] }>;
  /** Registrations of mine that I have answered the two questions for, the last first. */
  rated: Id[];
  /** A registration that was sent and not answered yet: asked about where the app was closed meanwhile. */
  unanswered: Unanswered;
  /** Tickets by registration, so that the code shows without network. */
  tickets: Record<Id, Ticket>;
  /** The party of last time: how many, and the names of those who came along where they were asked. */
  family: { seats: number; names: string[] };
  /** What the resident last knew of the sessions they go to, by registration: what differs has changed since. */
  knownSessions: Record<Id, { startsAt: Instant; endsAt: Instant; venue: string }>;
  /** What people call the door this device stands at. */
  doorName: string;
  /** What is being typed from a door's paper list and is not recorded yet. */
  paperDraft: PaperDraft;
  /** The account that the lists of names on this phone were given to. */
  listsOf: Id;
  /** The hand counter is held in the left hand. */
  leftHand: boolean;
  /** Steps of deciding plan rows that the server has not got yet, oldest first. */
  planSteps: PlanStep[];
  /** Dates of plan rows chosen half: a day without its time; `YYYY-MM-DD`, `HH:MM`. */
  planPicks: Record<Id, { day: string | null; start: string | null; end: string | null }>;
  /** Occurrences of plan rows being ticked and timed, by row. */
  planTimes: Record<Id, { day: string; start: string | null; end: string | null; on: boolean }[]>;
  /** What a resident is writing to a unit and the server has not got yet, by where it is written. */
  sayDrafts: Record<string, Draft>;
  /** Text being typed at the desk and not decided yet, by row and field. */
  planDrafts: Record<string, string>;
  /** Forms of events half filled in, the last first: what each is of, and what it began from. */
  eventForms: { place: string; stands: string; form: object }[];
  /** A sheet's text pasted and not imported yet. */
  planPaste: string;
}

/** Pages of one's own that open without network, by name; lists as far as they were fetched. */
export interface KeptViews {
  myData: MyData;
  follows: MyFollows;
  messages: Message[];
  suggestions: SuggestionCard[];
  [one: `suggestion:${Id}`]: Suggestion;
}

export interface Unanswered {
  session: Id;
  /** The account it is for. */
  by: Id;
  /** Sent again under the same key, it is the same registration. */
  key: string;
  body: NewRegistration;
}

/** A paper list half typed: people of each ticked party, and the sums as typed. No names. */
export interface PaperDraft {
  sessionId: Id;
  ticked: [registration: Id, seats: number][];
  walkIns: string;
  hand: string;
  why: string | null;
}

/** Words not sent yet, with the key they will be sent with, and what else stands on their page. */
export interface Draft {
  key: string;
  [field: string]: string | boolean | null;
}

/** One decision of a clerk: for one row or for several at once. */
export interface PlanStep {
  plan: Id;
  items: PlanDecisions['items'];
}

/** What is kept under the key, or null. */
export function readStored<K extends keyof Stored>(key: K): Stored[K] | null {
  const value: unknown = Taro.getStorageSync(key);
  return value === '' || value === undefined || value === null ? null : (value as Stored[K]);
}

/** Keeps a value, or forgets it where it is null. Throws where the phone has no room left. */
export function store<K extends keyof Stored>(key: K, value: Stored[K] | null): void {
  if (value === null) Taro.removeStorageSync(key);
  else Taro.setStorageSync(key, value);
}

/** The keys in use that begin so. */
export function storedKeys<P extends string>(prefix: P): `${P}${string}`[] {
  return Taro.getStorageInfoSync().keys.filter((key): key is `${P}${string}` => key.startsWith(prefix));
}
