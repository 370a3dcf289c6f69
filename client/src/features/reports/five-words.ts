import type { Headcount } from '@openday/shared/events';
import type { AttendanceReport, AttendanceRow } from '@openday/shared/reports';
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

/** The sums in words: a dash where no session has the number. */
export function totalWords({ rows: all, totals }: AttendanceReport): FiveWords {
  const rows = held(all);
  const sum = (key: Exclude<FiveKey, 'planned'>) =>
    rows.some((row) => row[key] !== null) ? String(totals[key]) : five.missing;
  const planned = totals.plannedOpen ? five.openSum(totals.planned) : String(totals.planned);
  return {
    planned: rows.some((row) => row.planned !== null) ? planned : five.missing,
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
export function sumNotes({ rows: all }: AttendanceReport): Record<FiveKey, { sessions: string; more: string | null }> {
  const rows = held(all);
  const having = (key: FiveKey) => board.sessions(rows.filter((row) => row[key] !== null).length);
  const some = (n: number, words: (n: number) => string) => (n > 0 ? words(n) : null);
  const count = (holds: (row: AttendanceRow) => boolean) => rows.filter(holds).length;
  return {
    planned: {
      sessions: having('planned'),
      more: some(
        count(({ planned }) => planned !== null && planned.max === null),
        board.noUpper,
      ),
    },
    capacity: {
      sessions: having('capacity'),
      more: some(
        count(({ capacity }) => capacity === null),
        board.unlimited,
      ),
    },
    registered: {
      sessions: having('registered'),
      more: some(
        count(({ mode }) => mode === 'none'),
        board.noNeed,
      ),
    },
    checkedIn: {
      sessions: having('checkedIn'),
      more: some(
        count(({ state }) => state === 'ongoing'),
        board.stillOn,
      ),
    },
    handCount: { sessions: having('handCount'), more: null },
  };
}

/** `85%`, or a dash where either number is missing or the whole is nothing. */
export function share(part: number | null, whole: number | null): string {
  return part === null || whole === null || whole === 0 ? five.missing : `${Math.round((part / whole) * 100)}%`;
}

/** Check-in and hand count disagree by so much that somebody should say why; null while they agree well enough. */
export function disagreement({ checkedIn, handCount, state }: AttendanceRow): number | null {
  if (state !== 'ended' || checkedIn === null || handCount === null) return null;
  const gap = Math.abs(handCount - checkedIn);
  return gap >= 5 && gap > Math.max(handCount, checkedIn) * 0.1 ? gap : null;
}

/** Cancelled sessions are shown and count nowhere. */
function held(rows: AttendanceRow[]): AttendanceRow[] {
  return rows.filter(({ state }) => state !== 'cancelled');
}
