import type { FindQuery } from '@openday/shared/find';
import { type Facet, isIn, slotsIn } from './facets.rules';
import type { Wanted } from './match.rules';
import type { ShownIndex } from './shown-index.rules';
import { dayNumber, type Listed, type ShownLists } from './shown-lists.rules';
import type { After } from './walk.rules';

/** Sessions looked at before others may have the processor. */
const LOOKS = 16_384;
/** What a walk could pass (`Effort`) in the time of one session from a list, of one found by its bits, and of a word of bits. */
const [LISTED, FOUND, WORD] = [1, 8, 0.5];

/** All that can match a query. */
export interface Candidates {
  count: number;
  /** How far a walk would come in the time it takes to look at them. */
  effort: number;
  /** What is left to ask of them. */
  query: FindQuery;
  parts: () => Part[];
}

/** A stretch of a list. */
interface Part {
  list: Listed;
  from: number;
  to: number;
}

/**
 * The quickest of: those with every facet, those of the unit, those of the days asked for; null where none is asked. And
 * whether a walk is likely to take longer.
 */
export function candidatesOf(
  index: ShownIndex,
  facet: Facet | null,
  query: FindQuery,
  now: number,
  most: number,
): { best: Candidates | null; isFirst: boolean } {
  const { lists, table } = index;
  const from = Math.max(query.past ? 0 : now - lists.longest, query.from ? Date.parse(query.from) : 0);
  const to = query.to ? Date.parse(query.to) : Infinity;
  const ways: Candidates[] = [];
  if (facet) ways.push(alike(index, facet, query));
  if (query.organizer) {
    const units = index.unitsUnder(query.organizer).map(lists.organizer);
    ways.push(stretches(lists, units, from, to, { ...query, organizer: undefined }));
  }
  if (query.from && query.to) {
    const days = lists.days.filter((day) => day >= dayNumber(from) && day <= dayNumber(to));
    ways.push(stretches(lists, days.map(lists.day), from, to, query));
  }
  if (!ways.length) return { best: null, isFirst: false };
  const best = ways.reduce((one, way) => (way.effort < one.effort ? way : one));
  // As if a form were as frequent in one unit or week as in another: how many sessions hold as many as are wanted.
  const passed = ways.reduce((sum, { count }) => (sum * table.size) / count, most);
  return { best, isFirst: best.effort < passed };
}

function stretches(lists: ShownLists, all: Listed[], from: number, to: number, query: FindQuery): Candidates {
  const parts = () => all.map((list) => ({ list, from: lists.from(list, from), to: lists.from(list, to) }));
  const count = lengthOf(parts());
  return { count, effort: LISTED * count, query, parts };
}

const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, { from, to }) => sum + to - from, 0);

function copied({ list: { slots, starts, venues }, from, to }: Part): Part {
  const list = { slots: slots.slice(from, to), starts: starts.slice(from, to), venues: venues.slice(from, to) };
  return { list, from: 0, to: to - from };
}

function alike({ table }: ShownIndex, { count, words }: Facet, query: FindQuery): Candidates {
  return {
    count,
    effort: count * FOUND + (table.size / 32) * WORD,
    query,
    parts: () => {
      const slots = slotsIn(words);
      const [starts, venues] = [slots.map((slot) => table.start(slot)), slots.map((slot) => table.venue(slot))];
      return [{ list: { slots, starts, venues }, from: 0, to: slots.length }];
    },
  };
}

interface Place extends After {
  slot: number;
}

/** The first `most` of the candidates that are wanted, in a list's order; before them, now and then, nothing. */
export function* gather(
  { table, lists, venues }: ShownIndex,
  parts: readonly Part[],
  { facet, match }: Wanted,
  { past, lng, lat, radius = Infinity }: FindQuery,
  after: After | null,
  most: number,
): Generator<number[]> {
  const square = lng === undefined || lat === undefined ? () => 0 : venues.squareTo({ lng, lat });
  const [sign, within] = [past ? -1 : 1, radius ** 2];
  const order = (one: After, other: After): number =>
    one.square - other.square ||
    sign * (one.startsAt - other.startsAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const first: Place[] = [];
  let worst = Infinity;
  // A function of its own: it is compiled better than a generator.
  const look = ({ slots, starts, venues: places }: Listed, from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const slot = slots[i]!;
      if (!isIn(facet, slot)) continue;
      const away = square(places[i]!);
      if (away > within || (!past && away > worst) || !match(slot, starts[i]!) || !lists.isListed(slot)) continue;
      const place = { slot, square: past ? 0 : away, startsAt: starts[i]!, id: table.key(slot) };
      if (after && order(place, after) <= 0) continue;
      let [low, high] = [0, first.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (order(first[middle]!, place) < 0) low = middle + 1;
        else high = middle;
      }
      first.splice(low, 0, place);
      if (first.length > most) first.pop();
      if (first.length === most) worst = first.at(-1)!.square;
    }
  };
  // As the lists are now, should others have the processor in between.
  const kept = lengthOf(parts) > LOOKS ? parts.map(copied) : parts;
  let looked = 0;
  for (const { list, from, to } of kept)
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + LOOKS - looked);
      look(list, at, end);
      looked += end - at;
      at = end;
      if (looked < LOOKS) continue;
      looked = 0;
      yield [];
    }
  yield first.map(({ slot }) => slot);
}
