import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { phaseOf } from '../events/session.rules';
import type { CardText, ShownIndex } from './shown-index.rules';
import type { Shown } from './shown-table.rules';

/** A page of cards as JSON in UTF-8, and a tag that is another whenever it is. */
export interface PageText {
  bytes: Buffer;
  tag: string;
}

const HEAD = Buffer.from('{"items":[');

/** Cards at `now`, with their distance in metres or null; `Page<SessionCard>` put together from bytes kept. */
export function presentPage(
  index: ShownIndex,
  slots: number[],
  distanceOf: (slot: number) => number | null,
  nextCursor: Page<SessionCard>['nextCursor'],
  now: number,
): PageText {
  let [one, other] = hashOf(nextCursor ?? '');
  const cards: Buffer[] = [];
  const tails: string[] = [];
  let length = HEAD.length;
  for (const [i, slot] of slots.entries()) {
    const card = cardOf(index, slot, now);
    const distance = distanceOf(slot);
    const tail = `${distance},"outcome":null}${i < slots.length - 1 ? ',' : ''}`;
    cards.push(card.bytes);
    tails.push(tail);
    length += card.bytes.length + tail.length;
    const near = distance ?? -1;
    one = Math.imul(one ^ card.hash[0] ^ near, 0x01000193);
    other = Math.imul(other ^ card.hash[1], 0x85ebca6b) + near;
  }
  const end = `],"nextCursor":${nextCursor === null ? 'null' : `"${nextCursor}"`}}`;
  // All but the cards is ASCII.
  const bytes = Buffer.allocUnsafe(length + end.length);
  let at = HEAD.copy(bytes);
  for (const [i, card] of cards.entries()) {
    at += card.copy(bytes, at);
    at += bytes.write(tails[i]!, at, 'latin1');
  }
  bytes.write(end, at, 'latin1');
  return { bytes, tag: `"${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}"` };
}

function cardOf(index: ShownIndex, slot: number, now: number): CardText {
  const known = index.cards.get(slot);
  if (known && now < known.until) return known;
  const shown = index.table.read(slot);
  const text = cardText(shown, index.organizerText(slot), index.venueText(slot), now);
  const card = { bytes: Buffer.from(text), hash: hashOf(text), until: holdsUntil(shown, now) };
  index.cards.set(slot, card);
  return card;
}

/** As `presentCard` has it, up to the distance; that both say the same is a test. */
function cardText(shown: Shown, organizer: string, venue: string, now: number): string {
  const { id, eventId, startsAt, endsAt, opensAt, closesAt, mode, seats } = shown;
  const at = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), opensAt: moment(opensAt) };
  const phase = phaseOf({ ...at, mode, closesAt: moment(closesAt), cancelledAt: null }, seats, new Date(now));
  const [opens, closes] = [opensAt, closesAt].map((when) => (when === null ? 'null' : `"${instant(when)}"`));
  return (
    `{"id":"${id}","eventId":"${eventId}","theme":${JSON.stringify(shown.theme)},"forms":${JSON.stringify(shown.forms)},` +
    `"topic":${JSON.stringify(shown.topic)},"organizer":${organizer},"venue":${venue},"startsAt":"${instant(startsAt)}",` +
    `"endsAt":"${instant(endsAt)}","mode":"${mode}","opensAt":${opens},"closesAt":${closes},` +
    `"seats":${JSON.stringify(seats)},"waiting":${shown.waiting},"phase":"${phase}","distance":`
  );
}

const instant = (at: number): string => new Date(at).toISOString();
const moment = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Until when nothing of a session changes by itself. */
function holdsUntil({ opensAt, closesAt, startsAt, endsAt }: Shown, now: number): number {
  let until = Infinity;
  for (const at of [opensAt, closesAt, startsAt, endsAt]) if (at !== null && at > now && at < until) until = at;
  return until;
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
