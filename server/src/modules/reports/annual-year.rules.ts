import type { CameBySource, CameSource } from '@openday/shared/annual';
import { CAME_SOURCES } from '@openday/shared/annual';
import type { AttendanceSource } from '@openday/shared/closing';
import { dayOf } from '@openday/shared/dates';

/** What is recorded of one year, as the report adds it up (docs/rules/reports.md). */

export interface YearSession {
  id: string;
  eventId: string;
  theme: string;
  unitId: string;
  unit: string;
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  /** Of the door; null = nothing was recorded. */
  handCount: number | null;
  checkedIn: number | null;
  /** Of the closing report; null = none, or not said. */
  actual: number | null;
  source: AttendanceSource | null;
  explanations: number | null;
  /** Its closing report has been begun and is not public yet. */
  draft: boolean;
  /** Of those only that were entered afterwards (补录). */
  suggestions: number | null;
  resolved: number | null;
}

export interface YearBatch {
  id: string;
  at: Date;
  theme: string;
  unit: string;
  sessionId: string | null;
  place: string;
  handedOut: number;
  returned: number;
  /** Who ticked the question, and was satisfied; null = the sheets were only counted. */
  answered: { of: number; satisfied: number } | null;
}

/** Answers online, of sessions with three at least: fewer would tell what each one said. */
export interface YearAnswers {
  sessionId: string;
  at: Date;
  theme: string;
  unit: string;
  of: number;
  satisfied: number;
}

export interface YearSuggestion {
  id: string;
  at: Date;
  about: string;
  unit: string;
  declared: boolean;
  confirmed: boolean;
}

export interface Year {
  sessions: YearSession[];
  batches: YearBatch[];
  answers: YearAnswers[];
  suggestions: YearSuggestion[];
}

/** Held: over, and not cancelled. */
export const heldOf = ({ sessions }: Year, now: Date): YearSession[] =>
  sessions.filter(({ cancelled, endsAt }) => !cancelled && endsAt <= now);

export interface CameOf {
  people: number | null;
  source: CameSource;
}

/** How many came: the hand count; else the check-ins; else what the closing report says, an estimate where it says so. */
export function cameTo({ handCount, checkedIn, actual, source }: YearSession): CameOf {
  if (handCount !== null) return { people: handCount, source: 'handCount' };
  if (checkedIn !== null) return { people: checkedIn, source: 'checkedIn' };
  if (actual === null) return { people: null, source: 'none' };
  return { people: actual, source: source === 'estimated' ? 'estimated' : 'reported' };
}

/** By where the numbers are from; sources nobody has are left out. */
export function cameBySource(held: YearSession[]): CameBySource[] {
  const all = held.map(cameTo);
  return CAME_SOURCES.flatMap((source) => {
    const own = all.filter((one) => one.source === source);
    return own.length ? [{ source, sessions: own.length, people: sum(own.map(({ people }) => people)) ?? 0 }] : [];
  });
}

/** Sessions held from January to December, in China. */
export function monthsOf(held: YearSession[]): number[] {
  const months = Array<number>(12).fill(0);
  for (const { startsAt } of held) months[Number(dayOf(startsAt.getTime()).slice(5, 7)) - 1]! += 1;
  return months;
}

/** Of what is known; null where nothing is, which is not 0. */
export function sum(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? known.reduce((total, value) => total + value, 0) : null;
}
