import type { FindQuery } from '@openday/shared/find';
import { countOf, type Facet, slotsOf } from './facets.rules';
import type { Match } from './match.rules';
import type { ShownIndex } from './shown-index.rules';
import { dayNumber, type ShownLists } from './shown-lists.rules';
import { type After, PAUSE, squareOf } from './walk.rules';

/** Sessions looked at before others may have the processor. */
const LOOKS = 500;

/** All that can match a query, and how many they are. */
export interface Candidates {
  count: number;
  slots: () => number[];
}

/** The fewer of those with every facet and those of the days asked for; null where the query has neither. */
export function candidatesOf(lists: ShownLists, facets: readonly Facet[], query: FindQuery): Candidates | null {
  const alike = facets.length ? { count: countOf(facets), slots: () => slotsOf(facets) } : null;
  const dated = query.from && query.to ? ofDays(lists, Date.parse(query.from), Date.parse(query.to)) : null;
  return alike && dated ? (alike.count < dated.count ? alike : dated) : (alike ?? dated);
}

function ofDays(lists: ShownLists, from: number, to: number): Candidates {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const days = lists.days.filter((day) => day >= first && day <= last).map(lists.day);
  return {
    count: days.reduce((sum, { slots }) => sum + slots.length, 0),
    slots: () => days.flatMap(({ slots }) => slots),
  };
}

interface Place extends After {
  slot: number;
}

/** The first `most` of the candidates that match, in a list's order; before them `PAUSE` now and then. */
export function* gather(
  index: ShownIndex,
  candidates: readonly number[],
  match: Match,
  query: FindQuery,
  after: After | null,
  most: number,
): Generator<number> {
  const { table, lists } = index;
  const square = squareOf(index, query);
  const sign = query.past ? -1 : 1;
  const order = (one: After, other: After): number =>
    one.square - other.square ||
    sign * (one.startsAt - other.startsAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const first: Place[] = [];
  let looks = 0;
  for (const slot of candidates) {
    if (++looks % LOOKS === 0) yield PAUSE;
    if (!match(slot)) continue;
    const away = square(slot);
    const worst = first.length === most ? first.at(-1)! : null;
    if ((worst && away > worst.square) || !lists.isListed(slot)) continue;
    const place = { slot, square: away, startsAt: table.start(slot), id: table.key(slot) };
    if ((worst && order(place, worst) > 0) || (after && order(place, after) <= 0)) continue;
    const later = first.findIndex((other) => order(other, place) > 0);
    first.splice(later < 0 ? first.length : later, 0, place);
    if (first.length > most) first.pop();
  }
  for (const { slot } of first) yield slot;
}
