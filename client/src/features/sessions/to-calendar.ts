import type { Id, Instant } from '@openday/shared/wire';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { eventWords as words } from '@/lib/text/event';
import { addSession } from '@/platform/calendar';
import { sayNoted } from './say-noted';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

export interface Dated {
  id: Id;
  theme: string;
  startsAt: Instant;
  endsAt: Instant;
  venue: { name: string; address: string };
}

/** Whether the day before is still to come, so that one can be reminded on it. */
export function isDayBefore(startsAt: Instant, now: number): boolean {
  return Date.parse(startsAt) - now > (DAY_MINUTES + HOUR_MINUTES) * 60_000;
}

/** Puts a session into the phone's calendar, which rings the day before, or an hour; says what came of it. */
export async function toCalendar({ id, theme, startsAt, endsAt, venue }: Dated): Promise<void> {
  const place = [venue.name, venue.address].filter(Boolean).join('，');
  const beforeMinutes = isDayBefore(startsAt, serverNow()) ? DAY_MINUTES : HOUR_MINUTES;
  try {
    const noted = await addSession(id, { id, title: theme, startsAt, endsAt, place, beforeMinutes });
    await sayNoted(noted, words.noted);
  } catch (failure) {
    console.info('not in the calendar', failure);
    say(words.notNoted);
  }
}
