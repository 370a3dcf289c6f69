import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FindQuery, FindSummary } from '@openday/shared/find';
import { FORMS } from '@openday/shared/forms';
import { TOPICS } from '@openday/shared/topics';
import { mayResemble, searchWords } from '../events/search.rules';
import type { Current } from './discovery.reader';
import { candidatesOf, gather } from './gather.rules';
import { type AskedQuery, matchOf, near, type Wanted, wantedOf } from './match.rules';
import { Summary } from './summary.rules';
import { type After, squareOf, walk } from './walk.rules';

/** Ms of searching after which others have the processor. */
const SLICE_MS = 5;

/** A search that yields where others might have the processor. */
type Search<T> = Generator<undefined, T>;

/** Searches the index, in slices. */
@Injectable()
export class IndexSearch {
  /** At most so many slots, in the list's order; at once where it takes less than a slice. */
  find(current: Current, query: FindQuery, after: After | null, most: number): number[] | Promise<number[]> {
    const search = (asked: AskedQuery) => found(current, asked, after, most);
    return inSlices(orAlike(current, query, search, (slots) => slots.length === 0));
  }

  summary(current: Current, query: FindQuery): FindSummary | Promise<FindSummary> {
    const search = (asked: AskedQuery) => counted(current, asked);
    return inSlices(orAlike(current, query, search, ({ total }) => total === 0));
  }
}

/**
 * As typed; where that finds nothing, once more by what resembles those words by which nothing at all is found. That is
 * asked of each word alone: a list and its next page, a day and its month take a word alike.
 */
function* orAlike<T>(
  current: Current,
  query: FindQuery,
  search: (asked: AskedQuery) => Search<T>,
  isNone: (result: T) => boolean,
): Search<T> {
  const asTyped = yield* search(query);
  if (!query.q || !isNone(asTyped)) return asTyped;
  const alike = new Set<string>();
  for (const word of searchWords(query.q).filter(mayResemble))
    if (!(yield* found(current, { q: word, past: query.past }, null, 1)).length) alike.add(word);
  return alike.size ? yield* search({ ...query, alike }) : asTyped;
}

/**
 * By a walk, which is short where many match, or by gathering all that can match, whichever is likely to be shorter; a
 * walk that has taken as long as gathering would is given up for it.
 */
function* found({ index, now }: Current, query: AskedQuery, after: After | null, most: number): Search<number[]> {
  const wanted = wantedOf(index, query, now);
  const { best, isFirst } = candidatesOf(index, wanted.facet, query, now, most);
  if (!best) return (yield* walked({ index, now }, query, wanted, after, most, Infinity))!;
  const walk = isFirst ? null : yield* walked({ index, now }, query, wanted, after, most, best.effort);
  if (walk) return walk;
  const left = { facet: wanted.facet, match: matchOf(index, best.query, now) };
  const slots: number[] = [];
  for (const some of gather(index, best.parts(), left, query, after, most)) {
    slots.push(...some);
    yield;
  }
  return slots;
}

/** By a walk that may come so far; null where that was not enough. */
function* walked(
  { index, now }: Current,
  query: FindQuery,
  wanted: Wanted,
  after: After | null,
  most: number,
  patience: number,
): Search<number[] | null> {
  const { lists, table } = index;
  const [effort, slots] = [{ passed: 0 }, [] as number[]];
  for (let from = after, isDone = false; !isDone; ) {
    isDone = true;
    const { version } = lists;
    for (const some of walk(index, wanted, query, now, from, effort)) {
      slots.push(...some);
      if (slots.length >= most) return slots.slice(0, most);
      if (effort.passed > patience) return null;
      yield;
      if (lists.version === version) continue;
      // The lists moved meanwhile: on from the last one found.
      const last = slots.at(-1);
      if (last !== undefined)
        from = { square: squareOf(index, query)(last), startsAt: table.start(last), id: table.key(last) };
      isDone = false;
      break;
    }
  }
  return slots;
}

function* counted({ index, now }: Current, query: AskedQuery): Search<FindSummary> {
  const { table, organizers } = index;
  const wanted = near(index, wantedOf(index, query, now), query);
  const summary = new Summary();
  // By time, whatever the point: a summary has no order, and its radius is part of the match.
  const { lng: _lng, lat: _lat, ...byTime } = query;
  for (const some of walk(index, wanted, byTime, now, null)) {
    for (const slot of some) {
      const bits = table.forms(slot);
      summary.add({
        startsAt: table.start(slot),
        open: table.open(slot, now),
        forms: FORMS.filter((_, i) => bits & (1 << i)),
        topic: TOPICS[table.topic(slot) - 1] ?? null,
        path: organizers[table.organizer(slot)]!.path,
      });
    }
    yield;
  }
  return summary.result((id) => organizers[index.findOrganizer(id)]?.name ?? '');
}

/** Without a promise where one slice is enough: a search is asked most of all. */
function inSlices<T>(search: Search<T>): T | Promise<T> {
  const end = performance.now() + SLICE_MS;
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    if (performance.now() > end) return setImmediate().then(() => inSlices(search));
  }
}
