import type { FindQuery } from '@openday/shared/find';
import { formsMeant, holds, names, resembling, searchWords } from '../events/search.rules';
import type { Facet } from './facets.rules';
import type { ShownIndex } from './shown-index.rules';
import { formBits, topicNumber } from './shown-table.rules';

/** What the clock, its seats, its unit and the day decide of a listed session: by its slot and start. */
type Match = (slot: number, start: number) => boolean;

/** A query, and those of its words by which nothing is found as they are typed: what resembles them will do. */
export interface AskedQuery extends FindQuery {
  alike?: ReadonlySet<string>;
}

/** What is asked of a listed session. */
export interface Wanted {
  facet: Facet | null;
  match: Match;
}

/** All of a query's filters but how far it may be; whether it is over, and when it starts, too. */
export const wantedOf = (index: ShownIndex, query: AskedQuery, now: number): Wanted => ({
  facet: facetOf(index, query),
  match: matchOf(index, query, now),
});

export function matchOf(index: ShownIndex, query: FindQuery, now: number): Match {
  const { table } = index;
  const { past = false, open, organizer } = query;
  const [from, to] = [query.from ? Date.parse(query.from) : 0, query.to ? Date.parse(query.to) : Infinity];
  const isHeld = organizer ? heldUnder(index, organizer) : null;
  return (slot, start) =>
    // What has not begun is not over: its end need not be read.
    (start <= now && table.end(slot) <= now) === past &&
    start >= from &&
    start < to &&
    (!isHeld || isHeld(slot)) &&
    (!open || table.open(slot, now));
}

/** What a query asks of a session that neither the clock nor a seat changes, but its unit; null = nothing. */
function facetOf({ table, venues, facets, plainNames }: ShownIndex, query: AskedQuery): Facet | null {
  const { form, topic, accessible, walkIn, q, alike } = query;
  const of = (name: string, holds: () => (slot: number) => boolean) => facets.of(name, table.size, holds);
  const asked: Facet[] = [];
  if (form) {
    const bit = formBits([form]);
    asked.push(of(`form ${form}`, () => (slot) => (table.forms(slot) & bit) !== 0));
  }
  if (topic) {
    const number = topicNumber(topic);
    asked.push(of(`topic ${topic}`, () => (slot) => table.topic(slot) === number));
  }
  if (accessible) asked.push(of('accessible', () => (slot) => venues.stepFree[table.venue(slot)]!));
  if (walkIn) asked.push(of('walkIn', () => (slot) => table.walkIn(slot)));
  for (const word of searchWords(q ?? '')) {
    const isAlike = alike?.has(word) ?? false;
    asked.push(of(`${isAlike ? 'like' : 'word'} ${word}`, () => meets({ table, venues, plainNames }, word, isAlike)));
  }
  return facets.all(asked);
}

/** Those wanted that are not too far from a query's point. */
export function near({ table, venues }: ShownIndex, wanted: Wanted, { lng, lat, radius }: FindQuery): Wanted {
  if (lng === undefined || lat === undefined || radius === undefined) return wanted;
  const [square, most] = [venues.squareTo({ lng, lat }), radius ** 2];
  return {
    facet: wanted.facet,
    match: (slot, start) => wanted.match(slot, start) && square(table.venue(slot)) <= most,
  };
}

/** Whether the unit that holds a session is that one or below it. */
function heldUnder(index: ShownIndex, organizerId: string): (slot: number) => boolean {
  const under = new Set(index.unitsUnder(organizerId));
  return (slot) => under.has(index.table.organizer(slot));
}

/** Whether theme, unit, venue or form meet a word, or resemble it. */
function meets(
  { table, plainNames, venues }: Pick<ShownIndex, 'table' | 'plainNames' | 'venues'>,
  word: string,
  isAlike: boolean,
): (slot: number) => boolean {
  const like = isAlike ? resembling(word) : (text: string) => holds(text, word);
  const forms = formBits(formsMeant(word, like));
  const theme = once((number) => like(table.plainThemes[number]!));
  const organizer = once((number) => (isAlike ? like : (name: string) => names(name, word))(plainNames[number]!));
  const venue = once((number) => like(venues.plainNames[number]!));
  return (slot) =>
    (table.forms(slot) & forms) !== 0 ||
    theme(table.theme(slot)) ||
    organizer(table.organizer(slot)) ||
    venue(table.venue(slot));
}

type Asked = (number: number) => boolean;

/** Asked once for each number, then remembered: 1 = yes, 2 = no. */
function once(ask: Asked): Asked {
  let answers = new Uint8Array(64);
  return (number) => {
    if (number >= answers.length) {
      const more = new Uint8Array(Math.max(number + 1, answers.length * 2));
      more.set(answers);
      answers = more;
    }
    answers[number] ||= ask(number) ? 1 : 2;
    return answers[number] === 1;
  };
}
