import { momentText, rangeText, windowText } from '@openday/shared/dates';
import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { eventWords } from '@/lib/text/event';
import { FORM_WORDS } from '@/lib/text/everyone';

const { poster: words } = eventWords;

/** What stands on a poster. */
export interface Poster {
  theme: string;
  unit: string;
  forms: string;
  when: string;
  /** Name, address, how to come; empty while there is no place. */
  where: string[];
  seats: string | null;
  /** Until when one registers. */
  until: string | null;
  /** What happens, a line each. */
  day: string[];
  /** Beside the code. */
  scan: string;
  contact: string | null;
}

/** What a poster says of an event and the session chosen; `now` decides how dates are written. */
export function posterOf(event: EventDetail, session: SessionDetail | undefined, now: number): Poster {
  const { theme, organizer, forms, content, contact, window } = event;
  const when = session ? rangeText(session.startsAt, session.endsAt, now) : window ? windowText(window, now) : '';
  const venue = session?.venue;
  return {
    theme,
    unit: organizer.name,
    forms: [...forms.slice(0, 2).map((form) => FORM_WORDS[form]), words.free].join(' · '),
    when,
    where: venue ? [venue.name, venue.address, venue.transport].filter(Boolean) : [],
    seats: session ? seatsOf(session) : null,
    until: session?.closesAt && session.seats ? words.until(momentText(session.closesAt, now)) : null,
    day: content
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith(words.walkInBegins)),
    scan: session && session.mode !== 'none' ? words.scan : words.scanLook,
    contact: contact && words.call(contact.name, contact.phone),
  };
}

/** Not how many are left: a poster hangs for days. */
function seatsOf({ mode, seats }: SessionDetail): string | null {
  if (mode === 'none') return words.walkIn;
  if (!seats || mode === 'invited') return null;
  return mode === 'draw' ? words.drawn(seats.capacity) : words.seats(seats.capacity);
}
