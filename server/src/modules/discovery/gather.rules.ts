import type { FindQuery } from '@openday/shared/find';
import { type Facet, slotsOf } from './facets.rules';
import type { Match } from './match.rules';
import type { ShownIndex } from './shown-index.rules';
import { dayNumber, type Listed, type ShownLists } from './shown-lists.rules';
import { type After, PAUSE } from './walk.rules';

/** Sessions looked at before others may have the processor. */
const LOOKS = 500;
/** What a walk could pass (`Effort`) in the time of one session from a list, of one found by its bits, and of a word of bits. */
const [LISTED, FOUND, WORD] = [1, 8, 0.5];

/** All that can match a query, and how far a walk would come in the time it takes to look at them. */
export interface Candidates {
  effort: number;
  parts: () => Part[];
}

/** Sessions and, beside them, their venues. */
type Part = Pick<Listed, 'slots' | 'venues'>;

/** The quickest of: those with every facet, those of the unit, those of the days asked for; null where none is asked. */
export function candidatesOf(
  index: ShownIndex,
  facets: readonly Facet[],
  query: FindQuery,
  now: number,
): Candidates | null {
  const { lists } = index;
  const from = Math.max(query.past ? 0 : now - lists.longest, query.from ? Date.parse(query.from) : 0);
  const to = query.to ? Date.parse(query.to) : Infinity;
  const ways: Candidates[] = [];
  if (facets.length) ways.push(alike(index, facets));
  if (query.organizer) ways.push(stretches(lists, index.unitsUnder(query.organizer).map(lists.organizer), from, to));
  if (query.from && query.to) {
    const days = lists.days.filter((day) => day >= dayNumber(from) && day <= dayNumber(to));
    ways.push(stretches(lists, days.map(lists.day), from, to));
  }
  return ways.length ? ways.reduce((best, way) => (way.effort < best.effort ? way : best)) : null;
}

function stretches(lists: ShownLists, all: Listed[], from: number, to: number): Candidates {
  const ends = (list: Listed) => [lists.from(list, from), lists.from(list, to)] as const;
  return {
    effort: LISTED * all.map(ends).reduce((sum, [first, last]) => sum + last - first, 0),
    // As they are when they are looked at: by then the lists may have changed.
    parts: () =>
      all.map((list) => ({ slots: list.slots.slice(...ends(list)), venues: list.venues.slice(...ends(list)) })),
  };
}

function alike({ table, facets: memory }: ShownIndex, facets: readonly Facet[]): Candidates {
  return {
    effort: memory.countOf(facets) * FOUND + (table.size / 32) * WORD,
    parts: () => {
      const slots = slotsOf(facets);
      return [{ slots, venues: slots.map((slot) => table.venue(slot)) }];
    },
  };
}

interface Place extends After {
  slot: number;
}

/** The first `most` of the candidates that match, in a list's order; before them `PAUSE` now and then. */
export function* gather(
  { table, lists, venues }: ShownIndex,
  parts: readonly Part[],
  match: Match,
  { past, lng, lat, radius = Infinity }: FindQuery,
  after: After | null,
  most: number,
): Generator<number> {
  const square = lng === undefined || lat === undefined ? () => 0 : venues.squareTo({ lng, lat });
  const [sign, within] = [past ? -1 : 1, radius ** 2];
  const order = (one: After, other: After): number =>
    one.square - other.square ||
    sign * (one.startsAt - other.startsAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const first: Place[] = [];
  let looks = 0;
  for (const part of parts)
    for (let i = 0; i < part.slots.length; i++) {
      if (++looks % LOOKS === 0) yield PAUSE;
      const away = square(part.venues[i]!);
      const worst = first.length === most ? first.at(-1)! : null;
      const slot = part.slots[i]!;
      if (away > within || (worst && !past && away > worst.square) || !match(slot) || !lists.isListed(slot)) continue;
      const place = { slot, square: past ? 0 : away, startsAt: table.start(slot), id: table.key(slot) };
      if ((worst && order(place, worst) > 0) || (after && order(place, after) <= 0)) continue;
      const later = first.findIndex((other) => order(other, place) > 0);
      first.splice(later < 0 ? first.length : later, 0, place);
      if (first.length > most) first.pop();
    }
  for (const { slot } of first) yield slot;
}
