import type { Page } from '@openday/shared/wire';
import { presentFacts } from '../events/session.presenter';
import type { CardText, ShownIndex } from './shown-index.rules';
import type { Shown } from './shown-table.rules';

/** A page of cards as JSON, and a tag that is another whenever the text is. */
export interface PageText {
  text: string;
  tag: string;
}

/** Cards at `now`, with their distance in metres or null; `Page<SessionCard>` put together from texts kept. */
export function presentPage(
  index: ShownIndex,
  slots: number[],
  distanceOf: (slot: number) => number | null,
  nextCursor: Page<unknown>['nextCursor'],
  now: number,
): PageText {
  let text = '{"items":[';
  let [one, other] = hashOf(nextCursor ?? '');
  for (const [i, slot] of slots.entries()) {
    const card = cardOf(index, slot, now);
    const distance = distanceOf(slot);
    text += `${i ? ',' : ''}${card.head}${distance}${card.tail}`;
    const near = (distance ?? -1) | 0;
    one = Math.imul(one ^ card.hash[0] ^ near, 0x01000193);
    other = Math.imul(other ^ card.hash[1], 0x85ebca6b) + near;
  }
  const cursor = nextCursor === null ? 'null' : `"${nextCursor}"`;
  const tag = `"${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}"`;
  return { text: `${text}],"nextCursor":${cursor}}`, tag };
}

function cardOf(index: ShownIndex, slot: number, now: number): CardText {
  const known = index.cards.get(slot);
  if (known && now < known.until) return known;
  const shown = index.table.read(slot);
  const session = {
    id: shown.id,
    mode: shown.mode,
    waiting: shown.waiting,
    startsAt: new Date(shown.startsAt),
    endsAt: new Date(shown.endsAt),
    opensAt: shown.opensAt === null ? null : new Date(shown.opensAt),
    closesAt: shown.closesAt === null ? null : new Date(shown.closesAt),
    cancelledAt: null,
  };
  const { eventId, theme, topic, forms, seats } = shown;
  const event = { id: eventId, theme, topic, forms };
  const organizer = index.organizers[index.table.organizer(slot)]!;
  const venue = index.venues.all[index.table.venue(slot)]!;
  const text = JSON.stringify(presentFacts({ session, event, organizer, venue, seats }, new Date(now), HERE));
  const cut = text.lastIndexOf(MARK);
  const card = {
    head: text.slice(0, cut + LABEL),
    tail: text.slice(cut + MARK.length),
    hash: hashOf(text),
    until: holdsUntil(shown, now),
  };
  index.cards.set(slot, card);
  return card;
}

/** Stands where each page puts its own distance. */
const HERE = -1;
const MARK = `"distance":${HERE}`;
const LABEL = '"distance":'.length;

/** Until when nothing of a session changes by itself. */
function holdsUntil({ opensAt, closesAt, startsAt, endsAt }: Shown, now: number): number {
  const turns = [opensAt, closesAt, startsAt, endsAt].filter((at) => at !== null && at > now) as number[];
  return Math.min(Infinity, ...turns);
}

/** FNV-1a and a multiplicative hash beside it, 32 bits each. */
function hashOf(text: string): [number, number] {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other, 31) + code;
  }
  return [one, other];
}
