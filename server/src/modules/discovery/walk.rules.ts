import type { FindQuery } from '@openday/shared/find';
import { type Match, near } from './match.rules';
import type { ShownIndex } from './shown-index.rules';
import { dayNumber, type Listed, type ShownLists } from './shown-lists.rules';

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

/** Yielded now and then while nothing is found: a good moment to let others have the processor. */
export const PAUSE = -1;
const VISITS = 500;

/**
 * The sessions that match, in a list's order: nearest first where a point is given, else soonest, and with `past` the
 * last first; between them `PAUSE`.
 */
export function walk(
  index: ShownIndex,
  match: Match,
  query: FindQuery,
  now: number,
  after: After | null,
  effort: Effort = { passed: 0 },
): Generator<number> {
  if (query.past) return backwards(index.lists, near(index, match, query), query, now, after, effort);
  const { lng, lat, radius = Infinity } = query;
  const earliest = Math.max(now - index.lists.longest, query.from ? Date.parse(query.from) : 0);
  const span = { earliest, latest: query.to ? Date.parse(query.to) : Infinity };
  if (lng === undefined || lat === undefined) return forwards(index.lists, match, span, after, effort);
  return outwards(index, match, span, { lng, lat, radius }, after, effort);
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
  match: Match,
  { earliest, latest }: Span,
  { radius, ...point }: { lng: number; lat: number; radius: number },
  after: After | null,
  effort: Effort,
): Generator<number> {
  let pauseAt = VISITS;
  for (const ring of venues.rings(point, after?.square ?? 0, radius)) {
    for (let i = 0; i < ring.length; ) {
      const { square } = ring[i]!;
      const alike = [];
      for (; ring[i]?.square === square; i++) alike.push(lists.venue(ring[i]!.venue));
      // Equally far away: by time over all of them.
      const list = alike.length === 1 ? alike[0]! : merged(alike, lists);
      const resumed = after?.square === square ? after : null;
      const { slots, starts } = list;
      for (let at = placeAfter(lists, list, earliest, resumed); at < slots.length && starts[at]! < latest; at++) {
        if (match(slots[at]!)) yield slots[at]!;
        effort.passed++;
      }
      effort.passed += VENUE;
      if (effort.passed < pauseAt) continue;
      pauseAt = effort.passed + VISITS;
      yield PAUSE;
    }
    yield PAUSE;
  }
}

function* forwards(
  lists: ShownLists,
  match: Match,
  { earliest, latest }: Span,
  after: After | null,
  effort: Effort,
): Generator<number> {
  const [first, last] = [Math.max(dayNumber(earliest), after ? dayNumber(after.startsAt) : 0), dayNumber(latest)];
  for (const day of lists.days.filter((one) => one >= first && one <= last)) {
    const list = lists.day(day);
    const { slots } = list;
    for (let at = placeAfter(lists, list, earliest, after); at < slots.length; at++) {
      if (match(slots[at]!)) yield slots[at]!;
      if (++effort.passed % VISITS === 0) yield PAUSE;
    }
    yield PAUSE;
  }
}

function* backwards(
  lists: ShownLists,
  match: Match,
  query: FindQuery,
  now: number,
  after: After | null,
  effort: Effort,
): Generator<number> {
  const last = dayNumber(Math.min(now, after?.startsAt ?? now, query.to ? Date.parse(query.to) : now));
  const first = query.from ? dayNumber(Date.parse(query.from)) : 0;
  for (const day of lists.days.filter((one) => one >= first && one <= last).reverse()) {
    const list = lists.day(day);
    const { slots } = list;
    const end = after ? lists.from(list, after.startsAt, after.id) : slots.length;
    for (let at = end - 1; at >= 0; at--) {
      if (match(slots[at]!)) yield slots[at]!;
      if (++effort.passed % VISITS === 0) yield PAUSE;
    }
    yield PAUSE;
  }
}

function placeAfter(lists: ShownLists, list: Listed, earliest: number, after: After | null): number {
  const place = lists.from(list, earliest);
  return after ? Math.max(place, lists.from(list, after.startsAt, after.id + 1n)) : place;
}

function merged(all: Listed[], { table }: ShownLists): Listed {
  const slots = all
    .flatMap((list) => list.slots)
    .sort((a, b) => table.start(a) - table.start(b) || (table.key(a) < table.key(b) ? -1 : 1));
  return { slots, starts: slots.map((slot) => table.start(slot)), venues: slots.map((slot) => table.venue(slot)) };
}
