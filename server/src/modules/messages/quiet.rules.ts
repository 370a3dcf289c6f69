import { dayOf, instantOf } from '@openday/shared/dates';
import type { MessageKind } from '@openday/shared/messages';
import { KINDS } from '../notifications/kinds.rules';
import type { ReminderKind } from './reminder.entity';

/** When people are left alone, and when they are reminded; all by the clock in China (docs/rules/messages.md). */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const QUIET = { from: '21:00', to: '08:00' };
/** Reminders that would fall in the night go out the evening before. */
const EVENING = '20:30';
const DAY_BEFORE = '18:00';

const at = (day: string, clock: string): Date => new Date(instantOf(day, clock));
const dayBefore = (day: string): string => dayOf(at(day, '12:00').getTime() - DAY_MS);

/** The quiet night that holds this moment; null by day. */
function nightOf(moment: Date): { from: Date; to: Date } | null {
  const day = dayOf(moment.getTime());
  const to = at(day, QUIET.to);
  if (moment < to) return { from: at(dayBefore(day), QUIET.from), to };
  const from = at(day, QUIET.from);
  return moment >= from ? { from, to: new Date(to.getTime() + DAY_MS) } : null;
}

/** Until when a message waits; null = it may go now. `days`: what it is about lies, or lay, on these; `quiet`: there are quiet hours. */
export function quietUntil(kind: MessageKind, days: Date[], now: Date, quiet = true): Date | null {
  const night = quiet ? nightOf(now) : null;
  if (!night) return null;
  const today = days.some((day) => dayOf(day.getTime()) === dayOf(now.getTime()));
  return KINDS[kind].urgent && today ? null : night.to;
}

export const REMINDER_KINDS: readonly ReminderKind[] = ['dayBefore', 'twoHours'];

/** From when a reminder goes out, and until when it is still of use. */
export function reminderSpan(kind: ReminderKind, startsAt: Date, quiet = true): { from: Date; until: Date } {
  const before = dayBefore(dayOf(startsAt.getTime()));
  if (kind === 'dayBefore') return { from: at(before, DAY_BEFORE), until: at(before, QUIET.from) };
  const early = new Date(startsAt.getTime() - 2 * HOUR_MS);
  if (!quiet) return { from: early, until: startsAt };
  const night = nightOf(early);
  if (!night) return { from: early, until: nightOf(startsAt)?.from ?? startsAt };
  return { from: at(dayOf(night.from.getTime()), EVENING), until: night.from };
}
