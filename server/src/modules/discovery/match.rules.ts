import type { FindQuery } from '@openday/shared/find';
import { formsMeant, holds, names, searchWords } from '../events/search.rules';
import type { Facet } from './facets.rules';
import type { ShownIndex } from './shown-index.rules';
import { formBits, topicNumber } from './shown-table.rules';

/** Whether a listed session is wanted. */
export type Match = (slot: number) => boolean;

/** What a query asks of a session that neither the clock nor a seat changes. */
export function facetsOf(index: ShownIndex, { form, topic, organizer, accessible, walkIn, q }: FindQuery): Facet[] {
  const { table, venues, facets } = index;
  const of = (name: string, has: () => Match, among?: () => Iterable<number>) =>
    facets.of(name, table.size, has, among);
  const asked: Facet[] = [];
  if (form) {
    const bit = formBits([form]);
    asked.push(of(`form ${form}`, () => (slot) => (table.forms(slot) & bit) !== 0));
  }
  if (topic) {
    const number = topicNumber(topic);
    asked.push(of(`topic ${topic}`, () => (slot) => table.topic(slot) === number));
  }
  if (organizer)
    asked.push(
      of(
        `unit ${organizer}`,
        () => heldUnder(index, organizer),
        () => index.unitsUnder(organizer).flatMap((number) => index.lists.organizer(number).slots),
      ),
    );
  if (accessible) asked.push(of('accessible', () => (slot) => venues.stepFree[table.venue(slot)]!));
  if (walkIn) asked.push(of('walkIn', () => (slot) => table.walkIn(slot)));
  for (const word of searchWords(q ?? '')) asked.push(of(`word ${word}`, () => meets(index, word)));
  // The rarest first: most sessions are out after one look.
  return asked.sort((a, b) => a.count - b.count);
}

/** All of a query's filters but how far it may be; whether it is over, and when it starts, too. */
export function matchOf({ table }: ShownIndex, facets: readonly Facet[], query: FindQuery, now: number): Match {
  const { past = false, open } = query;
  const [from, to] = [query.from ? Date.parse(query.from) : 0, query.to ? Date.parse(query.to) : Infinity];
  return (slot) => {
    for (const facet of facets) if (!facet.has(slot)) return false;
    if (table.end(slot) <= now !== past) return false;
    const start = table.start(slot);
    return start >= from && start < to && (!open || table.open(slot, now));
  };
}

/** Those that match and are not too far from a query's point. */
export function near({ table, venues }: ShownIndex, match: Match, { lng, lat, radius }: FindQuery): Match {
  if (lng === undefined || lat === undefined || radius === undefined) return match;
  const [square, most] = [venues.squareTo({ lng, lat }), radius ** 2];
  return (slot) => match(slot) && square(table.venue(slot)) <= most;
}

/** Whether the unit that holds a session is that one or below it. */
function heldUnder(index: ShownIndex, organizerId: string): Match {
  const under = new Set(index.unitsUnder(organizerId));
  return (slot) => under.has(index.table.organizer(slot));
}

/** Whether theme, unit, venue or form meet a word. */
function meets({ table, plainNames, venues }: ShownIndex, word: string): Match {
  const forms = formBits(formsMeant(word));
  const theme = once((number) => holds(table.plainThemes[number]!, word));
  const organizer = once((number) => names(plainNames[number]!, word));
  const venue = once((number) => holds(venues.plainNames[number]!, word));
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
