import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { phaseOf } from '../events/session.rules';
import { type CardText, hashOf } from './card-ring.rules';
import type { ShownIndex } from './shown-index.rules';
import type { Shown } from './shown-table.rules';

/** A page of cards as JSON in UTF-8, and a tag that is another whenever it is. */
export interface PageText {
  bytes: Buffer;
  tag: string;
}

const HEAD = Buffer.from('{"items":[');
/** Most that is written beside cards: a distance and a comma, the end with its cursor. */
const BESIDE = 1024;

/** Where pages are put together, one at a time; copied from here once their length is known. */
let sheet = Buffer.alloc(64 * 1024);

/** Cards at `now`, with their distance in metres or null; `Page<SessionCard>` put together from bytes kept. */
export function presentPage(
  index: ShownIndex,
  slots: number[],
  distanceOf: (slot: number) => number | null,
  nextCursor: Page<SessionCard>['nextCursor'],
  now: number,
): PageText {
  const { cards } = index;
  let [one, other] = hashOf(nextCursor ?? '');
  let at = HEAD.copy(sheet);
  for (const slot of slots) {
    const known = cards.find(slot, now);
    const card = known < 0 ? cards.write(slot, cardOf(index, slot, now)) : known;
    const distance = distanceOf(slot);
    makeRoom(at + cards.length(card) + BESIDE);
    if (at > HEAD.length) sheet[at++] = COMMA;
    at = writeDistance(cards.copy(card, sheet, at), distance);
    sheet[at++] = CLOSING;
    one = Math.imul(one ^ cards.one(card) ^ (distance ?? -1), 0x01000193);
    other = (Math.imul(other ^ cards.other(card), 0x85ebca6b) + (distance ?? -1)) | 0;
  }
  at += sheet.write(`],"nextCursor":${nextCursor === null ? 'null' : `"${nextCursor}"`}}`, at, 'latin1');
  const bytes = Buffer.allocUnsafe(at);
  sheet.copy(bytes, 0, 0, at);
  return { bytes, tag: `"${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}"` };
}

const [COMMA, CLOSING, ZERO] = [...Buffer.from(',}0')] as [number, number, number];

/** Digits by hand: a call for each of twenty numbers takes longer than the cards. */
function writeDistance(at: number, metres: number | null): number {
  if (metres === null) return at + sheet.write('null', at, 'latin1');
  let end = at + 1;
  for (let rest = metres; rest >= 10; rest = (rest / 10) | 0) end++;
  for (let i = end - 1, rest = metres; i >= at; i--, rest = (rest / 10) | 0) sheet[i] = ZERO + (rest % 10);
  return end;
}

function makeRoom(length: number): void {
  if (length <= sheet.length) return;
  const more = Buffer.alloc(length * 2);
  sheet.copy(more);
  sheet = more;
}

function cardOf(index: ShownIndex, slot: number, now: number): CardText {
  const shown = index.table.read(slot);
  return {
    text: cardText(shown, index.organizerText(slot), index.venueText(slot), now),
    until: holdsUntil(shown, now),
  };
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
    `"seats":${JSON.stringify(seats)},"waiting":${shown.waiting},"phase":"${phase}","outcome":null,"distance":`
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
