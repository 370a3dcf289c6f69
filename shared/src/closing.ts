import type { Form } from './forms';
import type { Tallies } from './questionnaires';
import type { AttendanceRow } from './reports';
import type { Id, Instant } from './wire';

export const ATTENDANCE_SOURCES = ['counted', 'checkedIn', 'estimated'] as const;
/** 现场计数 · 签到 · 估计 */
export type AttendanceSource = (typeof ATTENDANCE_SOURCES)[number];

export const COUNT_REASONS = ['noPhone', 'otherDoor', 'deviceTrouble', 'leftEarly', 'miscounted', 'other'] as const;
/** Why the hand count and the check-ins differ: 没带手机 · 没经过门口 · 扫码设备出问题 · 签到后先走了 · 计数漏了 · 其他 */
export type CountReason = (typeof COUNT_REASONS)[number];

export const PLAN_REASONS = [
  'interest',
  'plannedLow',
  'merged',
  'weather',
  'busy',
  'plannedHigh',
  'littleNotice',
  'other',
] as const;
/** Why more or fewer came than planned: 居民关心，自发来 · 计划写少了 · 两场并一场 · 天气 · 农忙上班没空 · 计划写多了 · 通知晚了 · 其他 */
export type PlanReason = (typeof PLAN_REASONS)[number];

export const CLOSING_STATES = ['draft', 'published'] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

/** What is still asked before it can be public. */
export const CLOSING_GAPS = ['actual', 'countReason', 'planReason', 'photos'] as const;
export type ClosingGap = (typeof CLOSING_GAPS)[number];

/** 活动总结 as the unit fills it in; what is left out stays. Null = not known. */
export interface ClosingChange {
  /** @minimum 0 @maximum 1000000 */
  actual?: number | null;
  source?: AttendanceSource | null;
  /** @maxItems 6 */
  countReasons?: CountReason[];
  /** @maxLength 100 */
  countNote?: string;
  /** @maxItems 8 */
  planReasons?: PlanReason[];
  /** @maxLength 100 */
  planNote?: string;
  /** 政策解读次数 @minimum 0 @maximum 100000 */
  explanations?: number | null;
  /** Of the image store, in order. @maxItems 9 @pattern ^[0-9a-f]{64}$ */
  photos?: string[];
  /** 人脸已模糊，没有未成年人 */
  photosVouched?: boolean;
  /** The unit's own sentence for residents. @maxLength 200 */
  line?: string;
}

/** A session and where its report stands. */
export interface ClosingCard {
  sessionId: Id;
  eventId: Id;
  theme: string;
  organizer: { id: Id; name: string };
  startsAt: Instant;
  endsAt: Instant;
  /** Null = not begun. */
  state: ClosingState | null;
  dueAt: Instant;
  overdue: boolean;
  actual: number | null;
  source: AttendanceSource | null;
  publishedAt: Instant | null;
  /** 补录 */
  recordedAfter: boolean;
}

export interface ClosingQuery {
  /** due: not public, those past due included · draft: begun · published */
  show?: 'due' | 'draft' | 'published';
  organizer?: Id;
  /** Of sessions that began in this year. @minimum 2000 @maximum 2100 */
  year?: number;
  cursor?: string;
  limit?: number;
}

export type FiveNumbers = Pick<
  AttendanceRow,
  'planned' | 'capacity' | 'registered' | 'checkedIn' | 'walkIns' | 'handCount'
>;

/** The report with what the records say. */
export interface Closing extends ClosingCard {
  venue: string;
  forms: Form[];
  /** The five numbers. */
  numbers: FiveNumbers;
  countReasons: CountReason[];
  countNote: string;
  planReasons: PlanReason[];
  planNote: string;
  explanations: number | null;
  photos: string[];
  photosVouched: boolean;
  line: string;
  /** The unit has said it, or it is as the records have it. */
  actualSaid: boolean;
  /** Hand count less check-ins; null where one is missing. */
  countDiffers: number | null;
  /** Above the band's upper edge, or below its lower one (negative); 0 within it; null where nothing was planned. */
  planDiffers: number | null;
  gaps: ClosingGap[];
  questionnaires: {
    handedOut: number;
    returned: number;
    /** Null under three. */
    online: number | null;
    answered: number | null;
    satisfied: number | null;
  };
  suggestions: { received: number; answered: number; resolved: number; confirmed: number };
  /** What residents read, as it stands now; and as it was published. */
  preview: string;
  told: string | null;
  remindsAt: Instant | null;
}

/** What residents read of a session that is over. */
export interface PublicClosing {
  sessionId: Id;
  told: string;
  line: string;
  photos: string[];
  actual: number | null;
  estimated: boolean;
  publishedAt: Instant;
}

/** 补录: a session held before the system was there, in one go. */
export interface PastSession {
  organizerId?: Id;
  programmeId?: Id;
  /** @minLength 2 @maxLength 100 */
  theme: string;
  /** @maxItems 7 */
  forms?: Form[];
  startsAt: Instant;
  endsAt: Instant;
  venueId?: Id;
  /** By name, where it is not known yet; it gets the unit's own point. @minLength 1 @maxLength 60 */
  place?: string;
  /** 计划人数 @minimum 0 @maximum 1000000 */
  planned?: number;
  /** @minimum 0 @maximum 1000000 */
  actual: number;
  source: AttendanceSource;
  /** @minimum 0 @maximum 100000 */
  explanations?: number;
  questionnaires?: PastQuestionnaires;
  /** 收到意见 @minimum 0 @maximum 100000 */
  suggestions?: number;
  /** 其中办结 @minimum 0 @maximum 100000 */
  resolved?: number;
  /** @maxLength 200 */
  line?: string;
}

export interface PastQuestionnaires {
  /** @minimum 0 @maximum 100000 */
  handedOut: number;
  /** @minimum 0 @maximum 100000 */
  returned: number;
  tallies?: Tallies;
}
