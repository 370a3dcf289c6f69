import type { FindQuery } from '@openday/shared/find';
import { isIn } from './facets.rules';
import { near, type Wanted } from './match.rules';
import type { ShownIndex } from './shown-index.rules';
import { dayNumber, type Listed, type ShownLists } from './shown-lists.rules';
import type { Columns } from './stretches.rules';
import type { Ring } from './venue-map.rules';

/** A place in a list: after this session. */
export interface After {
  /** Squared metres; 0 where the list is by time. */
  square: number;
  startsAt: number;
  id: bigint;
}

/** How far a walk went: a session it passes is one, a venue `VENUE`. */
export interface Effort {
  passed: number;
}
const VENUE = 48;

/** After so much effort, or so many found, others may have the processor. */
const [VISITS, ENOUGH] = [500, 32];

/**
 * The sessions that are wanted, in a list's order: nearest first where a point is given, else soonest, and with `past`
 * the last first; some at a time, or none where a stretch has none.
 */
export function walk(
  index: ShownIndex,
  wanted: Wanted,
  query: FindQuery,
  now: number,
  after: After | null,
  effort: Effort = { passed: 0 },
): Generator<number[]> {
  if (query.past) return backwards(index.lists, near(index, wanted, query), query, now, after, effort);
  const { lng, lat, radius = Infinity } = query;
  const earliest = Math.max(now - index.lists.longest, query.from ? Date.parse(query.from) : 0);
  const span = { earliest, latest: query.to ? Date.parse(query.to) : Infinity };
  if (lng === undefined || lat === undefined) return forwards(index.lists, wanted, span, after, effort);
  return outwards(index, wanted, span, { lng, lat, radius }, after, effort);
}

/** Squared metres from a query's point to a session, as its place in the list; 0 where the list is by time. */
export function squareOf(index: ShownIndex, { lng, lat, past }: FindQuery): (slot: number) => number {
  if (past || lng === undefined || lat === undefined) return () => 0;
  const square = index.venues.squareTo({ lng, lat });
  return (slot) => square(index.table.venue(slot));
}

interface Span {
  /** No session that starts earlier can match. */
  earliest: number;
  latest: number;
}

function* outwards(
  { lists, venues }: ShownIndex,
  wanted: Wanted,
  { earliest, latest }: Span,
  { radius, ...point }: { lng: number; lat: number; radius: number },
  after: After | null,
  effort: Effort,
): Generator<number[]> {
  /** Goes on through a ring from one place; to which. */
  const visit = ({ venues: numbers, squares }: Ring, from: number, found: number[]): number => {
    const until = effort.passed + VISITS;
    let i = from;
    while (i < numbers.length && effort.passed < until && found.length < ENOUGH) {
      const square = squares[i]!;
      const venue = numbers[i++]!;
      const resumed = after?.square === square ? after : null;
      if (squares[i] !== square) {
        const { columns } = lists.byVenue;
        const [begin, end] = [lists.byVenue.begin(venue), lists.byVenue.end(venue)];
        const start = placeAfter(lists, columns, earliest, resumed, begin, end);
        effort.passed += VENUE + take(wanted, columns, start, end, latest, found);
        continue;
      }
      // Equally far away: by time over all of them.
      const alike = [venue];
      while (squares[i] === square) alike.push(numbers[i++]!);
      const list = merged(alike, lists);
      const start = placeAfter(lists, list, earliest, resumed);
      effort.passed += VENUE * alike.length + take(wanted, list, start, list.slots.length, latest, found);
    }
    return i;
  };
  for (const ring of venues.rings(point, after?.square ?? 0, radius)) {
    let i = 0;
    do {
      const found: number[] = [];
      i = visit(ring, i, found);
      yield found;
    } while (i < ring.venues.length);
  }
}

function* forwards(
  lists: ShownLists,
  wanted: Wanted,
  { earliest, latest }: Span,
  after: After | null,
  effort: Effort,
): Generator<number[]> {
  const [first, last] = [Math.max(dayNumber(earliest), after ? dayNumber(after.startsAt) : 0), dayNumber(latest)];
  for (const day of lists.days.filter((one) => one >= first && one <= last)) {
    const list = lists.day(day);
    for (let at = placeAfter(lists, list, earliest, after); at < list.slots.length; at += VISITS) {
      const found: number[] = [];
      effort.passed += take(wanted, list, at, Math.min(at + VISITS, list.slots.length), latest, found);
      yield found;
    }
  }
}

function* backwards(
  lists: ShownLists,
  wanted: Wanted,
  query: FindQuery,
  now: number,
  after: After | null,
  effort: Effort,
): Generator<number[]> {
  const last = dayNumber(Math.min(now, after?.startsAt ?? now, query.to ? Date.parse(query.to) : now));
  const first = query.from ? dayNumber(Date.parse(query.from)) : 0;
  for (const day of lists.days.filter((one) => one >= first && one <= last).reverse()) {
    const list = lists.day(day);
    for (let end = after ? lists.from(list, after.startsAt, after.id) : list.slots.length; end > 0; end -= VISITS) {
      const found: number[] = [];
      effort.passed += take(wanted, list, Math.max(0, end - VISITS), end, Infinity, found);
      yield found.reverse();
    }
  }
}

/**
 * What is wanted of a list from one place to another, of what starts early enough; how many it passed. Not in the
 * generators themselves: a plain loop is compiled far better.
 */
function take(
  { facet, match }: Wanted,
  { slots, starts }: Listed | Columns,
  from: number,
  to: number,
  latest: number,
  found: number[],
): number {
  let at = from;
  for (; at < to && starts[at]! < latest; at++)
    if (isIn(facet, slots[at]!) && match(slots[at]!, starts[at]!)) found.push(slots[at]!);
  return at - from;
}

/** Where the list, or a stretch of the columns, goes on. */
function placeAfter(
  lists: ShownLists,
  list: Listed | Columns,
  earliest: number,
  after: After | null,
  begin = 0,
  end = list.slots.length,
): number {
  const place = lists.from(list, earliest, 0n, begin, end);
  return after ? Math.max(place, lists.from(list, after.startsAt, after.id + 1n, begin, end)) : place;
}

/** The lists of some venues as one. */
function merged(all: number[], { table, byVenue }: ShownLists): Columns {
  const slots = all.flatMap((venue) => [...byVenue.columns.slots.subarray(byVenue.begin(venue), byVenue.end(venue))]);
  slots.sort((a, b) => table.start(a) - table.start(b) || (table.key(a) < table.key(b) ? -1 : 1));
  return { slots: Int32Array.from(slots), starts: Float64Array.from(slots, (slot) => table.start(slot)) };
}
