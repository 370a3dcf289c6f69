import type { Id, Instant } from '@openday/shared/wire';
import { say } from '@/lib/say';
import { eventWords as words } from '@/lib/text/event';
import { addSession } from '@/platform/calendar';

const DAY_MINUTES = 24 * 60;

export interface Dated {
  id: Id;
  theme: string;
  startsAt: Instant;
  endsAt: Instant;
  venue: { name: string; address: string };
}

/** Puts a session into the phone's calendar, which rings the day before; says what came of it. */
export async function toCalendar({ id, theme, startsAt, endsAt, venue }: Dated): Promise<void> {
  const place = [venue.name, venue.address].filter(Boolean).join('，');
  try {
    const done = await addSession(id, { id, title: theme, startsAt, endsAt, place, beforeMinutes: DAY_MINUTES });
    if (done) say(words.noted);
  } catch (failure) {
    console.info('not in the calendar', failure);
    say(words.notNoted);
  }
}
