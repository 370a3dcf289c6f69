import type { FindQuery } from '@openday/shared/find';
import { formsMeant, holds, names, searchWords } from '../events/search.rules';
import type { Facet } from './facets.rules';
import type { ShownIndex } from './shown-index.rules';
import { formBits, topicNumber } from './shown-table.rules';
import { squareTo } from './venue-map.rules';

/** Whether a listed session is wanted. */
export type Match = (slot: number) => boolean;

/** What a query asks of a session that neither the clock nor a seat changes. */
export function facetsOf(index: ShownIndex, { form, topic, organizer, accessible, q }: FindQuery): Facet[] {
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
        () => index.heldBy(organizer),
      ),
    );
  if (accessible) asked.push(of('accessible', () => (slot) => venues.stepFree[table.venue(slot)]!));
  for (const word of searchWords(q ?? '')) asked.push(of(`word ${word}`, () => meets(index, word)));
  return asked;
}

/** All of a query's filters; whether it is over, and when it starts, too. */
export function matchOf({ table, venues }: ShownIndex, facets: readonly Facet[], query: FindQuery, now: number): Match {
  const { past = false, open, lng, lat, radius } = query;
  const [from, to] = [query.from ? Date.parse(query.from) : 0, query.to ? Date.parse(query.to) : Infinity];
  const square = lng !== undefined && lat !== undefined ? squareTo({ lng, lat }) : null;
  const within = square && radius !== undefined ? radius ** 2 : Infinity;
  return (slot) => {
    for (const facet of facets) if (!facet.has(slot)) return false;
    if (table.end(slot) <= now !== past) return false;
    const start = table.start(slot);
    if (start < from || start >= to) return false;
    if (open && !table.open(slot, now)) return false;
    return within === Infinity || square!(venues.all[table.venue(slot)]!) <= within;
  };
}

/** Whether the unit that holds a session is that one or below it. */
function heldUnder({ table, organizers }: ShownIndex, organizerId: string): Match {
  const part = `/${organizerId}/`;
  const under = once((organizer) => organizers[organizer]!.path.includes(part));
  return (slot) => under(table.organizer(slot));
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
