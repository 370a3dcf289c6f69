import { momentText, rangeText, windowText } from '@openday/shared/dates';
import type { EventDetail } from '@openday/shared/events';
import type { SessionDetail } from '@openday/shared/sessions';
import { FORM_WORDS } from '@/lib/text/everyone';
import { outgoing } from '@/lib/text/outward';

const { text: words } = outgoing.outward;
/** More than so many dates are counted, not listed: nobody reads on. */
const MOST_LISTED = 8;

/** 公众号推文: the event as text ready to be pasted; `now` decides how dates are written. */
export function articleOf(event: EventDetail, link: string, now: number): string {
  const coming = event.sessions.filter(({ phase }) => phase !== 'ended' && phase !== 'cancelled');
  const parts = [
    event.theme,
    words.by(event.organizer.name, event.forms.map((form) => FORM_WORDS[form]).join('、')),
    section(words.when, whenLines(event, coming, now)),
    section(words.what, lines(event.content)),
    section(words.who, [event.audience || words.everybody]),
    section(words.how, howLines(coming, now)),
    section(words.ask, event.contact ? [words.contact(event.contact.name, event.contact.phone)] : []),
    words.link(link),
  ];
  return parts.filter(Boolean).join('\n\n');
}

const section = (head: string, body: string[]): string => (body.length > 0 ? [head, ...body].join('\n') : '');

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function whenLines({ window }: EventDetail, coming: SessionDetail[], now: number): string[] {
  if (coming.length === 0) return window ? [windowText(window, now)] : [];
  const listed = coming.slice(0, MOST_LISTED).map(({ startsAt, endsAt }) => rangeText(startsAt, endsAt, now));
  const rest = coming.length - listed.length;
  const places = [...new Set(coming.map(({ venue }) => [venue.name, venue.address].filter(Boolean).join('，')))];
  const transport = [...new Set(coming.map(({ venue }) => venue.transport).filter(Boolean))];
  return [
    ...listed,
    ...(rest > 0 ? [words.more(rest)] : []),
    ...places.map((place) => words.at(place)),
    ...transport.map((way) => words.by_(way)),
  ];
}

function howLines(coming: SessionDetail[], now: number): string[] {
  const [first] = coming;
  if (!first) return [words.follow];
  if (first.mode === 'none') return [words.walkIn];
  if (first.mode === 'invited') return [words.invited];
  const until = first.closesAt && coming.length === 1 ? words.until(momentText(first.closesAt, now)) : null;
  return [words.modes[first.mode], until].filter((line): line is string => line !== null);
}
