import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FindQuery, FindSummary } from '@openday/shared/find';
import { FORMS } from '@openday/shared/forms';
import { TOPICS } from '@openday/shared/topics';
import type { Current } from './discovery.reader';
import { candidatesOf, gather } from './gather.rules';
import { facetsOf, matchOf, near } from './match.rules';
import { Summary } from './summary.rules';
import { type After, PAUSE, squareOf, walk } from './walk.rules';

/** Ms of searching after which others have the processor. */
const SLICE_MS = 5;

/** Searches the index, in slices. */
@Injectable()
export class IndexSearch {
  /**
   * At most so many slots, in the list's order: by a walk, which is short where many match; once it has taken as long as
   * gathering all that can match, by gathering. So no search takes more than about twice the shorter way.
   */
  async find({ index, now }: Current, query: FindQuery, after: After | null, most: number): Promise<number[]> {
    const facets = facetsOf(index, query);
    const match = matchOf(index, facets, query, now);
    const candidates = candidatesOf(index, facets, query, now);
    const patience = candidates?.effort ?? Infinity;
    const [turn, effort, slots] = [new Turn(), { passed: 0 }, [] as number[]];
    const square = squareOf(index, query);
    for (let from = after, isDone = false; !isDone; ) {
      isDone = true;
      const { version } = index.lists;
      for (const slot of walk(index, match, query, now, from, effort)) {
        if (slot !== PAUSE) {
          slots.push(slot);
          if (slots.length >= most) return slots;
        } else if (effort.passed > patience) {
          const all = gather(index, candidates!.parts(), match, query, after, most);
          const gathered: number[] = [];
          for (const one of all)
            if (one === PAUSE) await turn.give();
            else gathered.push(one);
          return gathered;
        } else if ((await turn.give()) && index.lists.version !== version) {
          // The lists moved meanwhile: on from the last one found.
          const last = slots.at(-1);
          if (last !== undefined)
            from = { square: square(last), startsAt: index.table.start(last), id: index.table.key(last) };
          isDone = false;
          break;
        }
      }
    }
    return slots;
  }

  async summary({ index, now }: Current, query: FindQuery): Promise<FindSummary> {
    const { table, organizers } = index;
    const match = near(index, matchOf(index, facetsOf(index, query), query, now), query);
    const [summary, turn] = [new Summary(), new Turn()];
    // By time, whatever the point: a summary has no order, and its radius is part of the match.
    const { lng: _lng, lat: _lat, ...byTime } = query;
    for (const slot of walk(index, match, byTime, now, null)) {
      if (slot === PAUSE) {
        await turn.give();
        continue;
      }
      const bits = table.forms(slot);
      summary.add({
        startsAt: table.start(slot),
        open: table.open(slot, now),
        forms: FORMS.filter((_, i) => bits & (1 << i)),
        topic: TOPICS[table.topic(slot) - 1] ?? null,
        path: organizers[table.organizer(slot)]!.path,
      });
    }
    return summary.result((id) => organizers[index.findOrganizer(id)]?.name ?? '');
  }
}

/** A search's turn on the processor. */
class Turn {
  private began = performance.now();

  /** Gives it away where it was long enough; whether it did. */
  async give(): Promise<boolean> {
    if (performance.now() - this.began <= SLICE_MS) return false;
    await setImmediate();
    this.began = performance.now();
    return true;
  }
}
