import type { Board, Share } from '@openday/shared/board';
import type { Headcount } from '@openday/shared/events';
import type { AttendanceRow } from '@openday/shared/reports';
import { desk } from '@/lib/text/desk';

const { five, board } = desk;

export const FIVE = ['planned', 'capacity', 'registered', 'checkedIn', 'handCount'] as const;
export type FiveKey = (typeof FIVE)[number];
export type FiveWords = Record<FiveKey, string>;

/** `5–10`, `15`, `10 余`, `约 30`, `最多 50`; a dash where the plan says nothing. */
export function plannedWords(planned: Headcount | null): string {
  if (!planned) return five.missing;
  const { min, max, approximate } = planned;
  if (min === null && max === null) return five.missing;
  if (min === null) return five.atMost(max ?? 0);
  if (max === null) return five.andMore(min);
  const words = min === max ? String(min) : `${min}–${max}`;
  return approximate ? five.about(words) : words;
}

/** The five numbers of one session in words: what has not happened is a dash, never 0. */
export function fiveWords(row: AttendanceRow): FiveWords {
  const number = (value: number | null) => (value === null ? five.missing : String(value));
  return {
    planned: plannedWords(row.planned),
    capacity: row.capacity === null ? five.unlimited : String(row.capacity),
    registered: number(row.registered),
    checkedIn: number(row.checkedIn),
    handCount: number(row.handCount),
  };
}

/** Registered people who came; walk-ins are no part of a show rate. */
export const cameRegistered = ({ checkedIn, walkIns }: AttendanceRow): number | null =>
  checkedIn === null ? null : checkedIn - (walkIns ?? 0);

/** What a board's sums are made of. */
export type Sums = Pick<Board, 'totals' | 'sessions'>;

/** The sums in words: a dash where no session has the number. */
export function totalWords({ totals, sessions }: Sums): FiveWords {
  const sum = (key: Exclude<FiveKey, 'planned'>) => (sessions[key] > 0 ? String(totals[key]) : five.missing);
  const planned = totals.plannedOpen ? five.openSum(totals.planned) : String(totals.planned);
  return {
    planned: sessions.planned > 0 ? planned : five.missing,
    capacity: sum('capacity'),
    registered: sum('registered'),
    checkedIn: sum('checkedIn'),
    handCount: sum('handCount'),
  };
}

/** What the lane shows, for a screen reader. */
export function laneLabel(row: AttendanceRow): string {
  const words = fiveWords(row);
  const said = FIVE.map((key) => `${five[key]} ${words[key] === five.missing ? five.none : words[key]}`);
  return `${row.theme}：${said.join('，')}`;
}

/** How many sessions each sum is made of, and what it leaves out. */
export function sumNotes({ sessions }: Sums): Record<FiveKey, { sessions: string; more: string | null }> {
  const some = (n: number, words: (n: number) => string) => (n > 0 ? words(n) : null);
  const note = (key: FiveKey, more: string | null = null) => ({ sessions: board.sessions(sessions[key]), more });
  return {
    planned: note('planned', some(sessions.noUpper, board.noUpper)),
    capacity: note('capacity', some(sessions.unlimited, board.unlimited)),
    registered: note('registered', some(sessions.noNeed, board.noNeed)),
    checkedIn: note('checkedIn', some(sessions.ongoing, board.stillOn)),
    handCount: note('handCount'),
  };
}

/** The same of a sum. */
export const shareWords = ({ part, whole }: Share): string => share(part, whole);

/** `85%`, or a dash where either number is missing or the whole is nothing. */
export function share(part: number | null, whole: number | null): string {
  return part === null || whole === null || whole === 0 ? five.missing : `${Math.round((part / whole) * 100)}%`;
}
