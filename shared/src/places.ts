import type { Id, Point } from './wire';

export interface Organizer {
  id: Id;
  name: string;
  parentId: Id | null;
}

export interface NewOrganizer {
  /** @minLength 2 @maxLength 60 */
  name: string;
  parentId?: Id;
}

/** A town or community a resident can pick by hand instead of giving their location. */
export interface Place extends Point {
  id: Id;
  name: string;
}

export interface PlaceGroup {
  name: string;
  places: Place[];
}

export const ACCESS_NOTES = ['ramp', 'lift', 'nursingRoom', 'accessibleToilet', 'wheelchair'] as const;
/** 坡道 · 电梯 · 母婴室 · 无障碍卫生间 · 可借轮椅 */
export type AccessNote = (typeof ACCESS_NOTES)[number];

/** 无障碍: any of these says one can get in without a step. */
export const STEP_FREE: readonly AccessNote[] = ['ramp', 'lift'];

export interface Venue extends Point {
  id: Id;
  name: string;
  address: string;
  /** People the room holds; null = not stated. */
  capacity: number | null;
  access: AccessNote[];
  transport: string;
}

export interface NewVenue {
  /** @minLength 1 @maxLength 60 */
  name: string;
  /** @maxLength 120 */
  address?: string;
  /** @minimum 73 @maximum 136 */
  lng: number;
  /** @minimum 3 @maximum 54 */
  lat: number;
  /** @minimum 1 @maximum 100000 */
  capacity?: number;
  /** @maxItems 5 */
  access?: AccessNote[];
  /** @maxLength 120 */
  transport?: string;
}

export interface Programme {
  id: Id;
  title: string;
  year: number;
  organizer: { id: Id; name: string };
  /** After so many no-shows the next registrations wait; null = no such rule. */
  noShowLimit: number | null;
  /** For so many days. */
  noShowDays: number | null;
  /** 活动总结 is due so many days after a session. */
  closingDays: number;
  /** Days a unit has to answer what is said about it; null = as the district has it. */
  answerDays: number | null;
  /** Names and phones go so many days after a session; null = 30, as residents are told. */
  keptDays: number | null;
  /** Its events are published after a unit above has approved them (备案). */
  approves: boolean;
  /** SMS its messages may cost; null = no limit. */
  smsBudget: number | null;
  /** So many were sent. */
  smsSent: number;
}

export interface ProgrammeChange {
  /** Null ends the rule. @minimum 1 @maximum 10 */
  noShowLimit: number | null;
  /** @minimum 1 @maximum 365 */
  noShowDays: number | null;
  /** Left out: as it is. @minimum 1 @maximum 90 */
  closingDays?: number;
  /** Left out = as it was. @minimum 1 @maximum 90 */
  answerDays?: number | null;
  /** Left out = as it was. @minimum 1 @maximum 30 */
  keptDays?: number | null;
  approves?: boolean;
  /** Left out = as it was; null = no limit. @minimum 0 @maximum 1000000 */
  smsBudget?: number | null;
}

export interface NewProgramme {
  /** @minLength 2 @maxLength 80 */
  title: string;
  /** @minimum 2000 @maximum 2100 */
  year: number;
}

/** A place as the units that may change it see it. */
export interface DeskVenue extends Venue {
  organizer: { id: Id; name: string };
  /** Every unit may hold something there. */
  shared: boolean;
  /** Sessions there that are not over. */
  upcoming: number;
}

/** What is left out stays; capacity null = not stated. */
export interface VenueChange {
  /** @minLength 1 @maxLength 60 */
  name?: string;
  /** @maxLength 120 */
  address?: string;
  /** @minimum 73 @maximum 136 */
  lng?: number;
  /** @minimum 3 @maximum 54 */
  lat?: number;
  /** @minimum 1 @maximum 100000 */
  capacity?: number | null;
  /** @maxItems 5 */
  access?: AccessNote[];
  /** @maxLength 120 */
  transport?: string;
  shared?: boolean;
  /** Without it, what those registered must be told of is refused with how many. */
  confirm?: boolean;
}
