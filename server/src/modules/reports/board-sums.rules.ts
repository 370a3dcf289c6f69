import type { Board, BoardSums, BoardWeek } from '@openday/shared/board';
import { BOARD_NUMBERS, type BoardNumber } from '@openday/shared/reports';
import { BIT, behindOf, type Figure, stateAt } from './board-figure.rules';

const DAY_MS = 86_400_000;
/** China's clock has no summer. */
const CHINA_MS = 8 * 3_600_000;
const MOST_WEEKS = 120;

/** Sums of what is known; cancelled sessions count nowhere. */
export function sumsOf(figures: readonly Figure[], now: number): BoardSums {
  const totals = {
    sessions: 0,
    planned: 0,
    plannedOpen: false,
    capacity: 0,
    registered: 0,
    checkedIn: 0,
    handCount: 0,
  };
  const full = { part: 0, whole: 0 };
  const came = { part: 0, whole: 0 };
  for (const one of figures) {
    if (one.isCancelled) continue;
    totals.sessions++;
    totals.planned += one.planned?.min ?? 0;
    totals.plannedOpen ||= one.planned !== null && one.planned.max === null;
    totals.capacity += one.capacity ?? 0;
    totals.registered += one.registered ?? 0;
    totals.checkedIn += one.checkedIn ?? 0;
    totals.handCount += one.handCount ?? 0;
    if (one.registered === null) continue;
    full.part += one.registered;
    full.whole += one.seats;
    if (one.checkedIn === null || stateAt(one, now) !== 'ended') continue;
    came.part += one.checkedIn - (one.walkIns ?? 0);
    came.whole += one.registered;
  }
  return { totals, sessions: behindEach(figures, now), full, came };
}

/** The board of these sessions at a moment, ms. */
export const boardOf = (figures: readonly Figure[], now: number): Board => ({
  asOf: new Date(now).toISOString(),
  ...sumsOf(figures, now),
});

/** How many sessions are behind each number. */
function behindEach(figures: readonly Figure[], now: number): Record<BoardNumber, number> {
  // Sessions that are behind the same numbers are counted as one kind: there are few kinds, whatever the sessions.
  const kinds = new Uint32Array(1 << BOARD_NUMBERS.length);
  for (const figure of figures) kinds[behindOf(figure, now)]!++;
  const sessions = Object.fromEntries(BOARD_NUMBERS.map((of) => [of, 0])) as Record<BoardNumber, number>;
  for (const [kind, count] of kinds.entries())
    if (count) for (const of of BOARD_NUMBERS) if (kind & BIT[of]) sessions[of] += count;
  return sessions;
}

const WEEKLY = ['planned', 'registered', 'checkedIn', 'handCount'] as const;

/** Week by week on China's clock, from the first with a session to the last, those without among them. */
export function weeksOf(figures: readonly Figure[]): BoardWeek[] {
  const weeks = new Map<number, BoardWeek>();
  for (const figure of figures) {
    if (figure.isCancelled) continue;
    const monday = mondayOf(figure.startsAt);
    const week = weeks.get(monday) ?? emptyWeek(monday);
    weeks.set(monday, week);
    week.sessions++;
    for (const key of WEEKLY) {
      const value = key === 'planned' ? (figure.planned?.min ?? null) : figure[key];
      if (value !== null) week[key] = (week[key] ?? 0) + value;
    }
  }
  if (!weeks.size) return [];
  const last = Math.max(...weeks.keys());
  const first = Math.max(Math.min(...weeks.keys()), last - 7 * (MOST_WEEKS - 1));
  return Array.from({ length: (last - first) / 7 + 1 }, (_, i) => weeks.get(first + 7 * i) ?? emptyWeek(first + 7 * i));
}

/** The Monday of a moment's week on China's clock, in days since 1970. */
function mondayOf(at: number): number {
  const day = Math.floor((at + CHINA_MS) / DAY_MS);
  // 1970 began on a Thursday.
  return day - ((((day + 3) % 7) + 7) % 7);
}

function emptyWeek(monday: number): BoardWeek {
  const none = { planned: null, registered: null, checkedIn: null, handCount: null };
  return { week: isoWeek(monday), monday: dayText(monday), sessions: 0, ...none };
}

const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** A week is the year's that has its Thursday. */
function isoWeek(monday: number): string {
  const thursday = monday + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
