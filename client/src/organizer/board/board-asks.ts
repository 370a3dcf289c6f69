import { instantOf } from '@openday/shared/dates';
import type { BoardNumber, BoardQuery } from '@openday/shared/reports';
import type { Id } from '@openday/shared/wire';
import { type Period, periodOf } from '@/features/reports/period';

const WEEK_MS = 7 * 86_400_000;
/** Weeks drawn before and after the time asked for: a phone shows seven, then scrolls. */
const [BEFORE, AFTER] = [6, 4];

/** What the board is asked for. */
export interface BoardAsks {
  programme: Id | null;
  organizer: Id | null;
  period: Period;
  /** The Monday of one week, `2026-09-07`, instead of the period. */
  week: string | null;
  /** Only the sessions behind that number. */
  of: BoardNumber | null;
}

export const NO_ASKS: BoardAsks = { programme: null, organizer: null, period: 'week', week: null, of: null };

/** As the server is asked. */
export function queryOf({ programme, organizer, period, week }: BoardAsks, now: number): BoardQuery {
  return { ...whose(programme, organizer), ...(week ? weekFrom(week) : periodOf(period, now)) };
}

/** The weeks around the time asked for. */
export function weeksQueryOf({ programme, organizer, period }: BoardAsks, now: number): BoardQuery {
  const { from, to } = periodOf(period, now);
  if (!from || !to) return whose(programme, organizer);
  const moved = (at: string, weeks: number) => new Date(Date.parse(at) + weeks * WEEK_MS).toISOString();
  return { ...whose(programme, organizer), from: moved(from, -BEFORE), to: moved(to, AFTER) };
}

const whose = (programme: Id | null, organizer: Id | null): BoardQuery => ({
  ...(programme && { programme }),
  ...(organizer && { organizer }),
});

function weekFrom(monday: string): BoardQuery {
  const from = instantOf(monday, '00:00');
  return { from, to: new Date(Date.parse(from) + WEEK_MS).toISOString() };
}
