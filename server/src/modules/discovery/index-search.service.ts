import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FindQuery, FindSummary } from '@openday/shared/find';
import { FORMS } from '@openday/shared/forms';
import { TOPICS } from '@openday/shared/topics';
import type { Current } from './discovery.reader';
import { MatchMemory, matchOf } from './match.rules';
import { Summary } from './summary.rules';
import { type After, PAUSE, squareOf, walk } from './walk.rules';

/** Ms of searching after which others have the processor. */
const SLICE_MS = 5;

/** Searches the index, in slices. */
@Injectable()
export class IndexSearch {
  private readonly memory = new MatchMemory();

  /** At most so many slots, in the list's order. */
  async find({ index, now }: Current, query: FindQuery, after: After | null, most: number): Promise<number[]> {
    const square = squareOf(index, query);
    const match = matchOf(index, this.memory, query, now);
    const slots: number[] = [];
    let from = after;
    let began = performance.now();
    for (let isDone = false; !isDone; ) {
      isDone = true;
      const { version } = index.lists;
      for (const slot of walk(index, match, query, now, from)) {
        if (slot !== PAUSE) {
          slots.push(slot);
          if (slots.length >= most) return slots;
        } else if (performance.now() - began > SLICE_MS) {
          await setImmediate();
          began = performance.now();
          if (index.lists.version === version) continue;
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
    const match = matchOf(index, this.memory, query, now);
    const summary = new Summary();
    // By time, whatever the point: a summary has no order, and its radius is part of the match.
    const { lng: _lng, lat: _lat, ...byTime } = query;
    let began = performance.now();
    for (const slot of walk(index, match, byTime, now, null)) {
      if (slot !== PAUSE) {
        const bits = table.forms(slot);
        summary.add({
          startsAt: table.start(slot),
          open: table.open(slot, now),
          forms: FORMS.filter((_, i) => bits & (1 << i)),
          topic: TOPICS[table.topic(slot) - 1] ?? null,
          path: organizers[table.organizer(slot)]!.path,
        });
      } else if (performance.now() - began > SLICE_MS) {
        await setImmediate();
        began = performance.now();
      }
    }
    return summary.result((id) => organizers[index.findOrganizer(id)]?.name ?? '');
  }
}
