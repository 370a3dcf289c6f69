import type { FindQuery } from '@openday/shared/find';
import { formsMeant, holds, names, searchWords } from '../events/search.rules';
import { Recent } from './recent.rules';
import type { ShownIndex } from './shown-index.rules';
import { formBits } from './shown-table.rules';
import { squareTo } from './venue-map.rules';

/** Whether a listed session is wanted. */
export type Match = (slot: number) => boolean;

/** All of a query's filters but those of time order: place within a radius, dates, form, topic, unit, words, seats. */
export function matchOf(index: ShownIndex, memory: MatchMemory, query: FindQuery, now: number): Match {
  const { table, venues } = index;
  const { past = false, topic, lng, lat, radius } = query;
  const [from, to] = [query.from ? Date.parse(query.from) : 0, query.to ? Date.parse(query.to) : Infinity];
  const tests: Match[] = [];
  if (query.form) {
    const bits = formBits([query.form]);
    tests.push((slot) => (table.forms(slot) & bits) !== 0);
  }
  if (topic) tests.push((slot) => table.topic(slot) === topic);
  if (query.accessible) tests.push((slot) => venues.stepFree[table.venue(slot)]!);
  if (query.organizer) {
    const under = memory.under(index, query.organizer);
    tests.push((slot) => under(table.organizer(slot)));
  }
  if (query.open) tests.push((slot) => table.open(slot, now));
  if (radius !== undefined && lng !== undefined && lat !== undefined) {
    const square = squareTo({ lng, lat });
    tests.push((slot) => square(venues.all[table.venue(slot)]!) <= radius ** 2);
  }
  for (const word of searchWords(query.q ?? '')) {
    const { theme, organizer, venue, forms } = memory.word(index, word);
    tests.push(
      (slot) =>
        (table.forms(slot) & forms) !== 0 ||
        theme(table.theme(slot)) ||
        organizer(table.organizer(slot)) ||
        venue(table.venue(slot)),
    );
  }
  return (slot) => {
    const [start, over] = [table.start(slot), table.end(slot) <= now];
    if (over !== past || start < from || start >= to) return false;
    for (const test of tests) if (!test(slot)) return false;
    return true;
  };
}

type Asked = (number: number) => boolean;

interface WordMatch {
  theme: Asked;
  organizer: Asked;
  venue: Asked;
  forms: number;
}

/** Words and units whose answers are remembered. */
const REMEMBERED = 64;

/** What a word or a unit was found to mean for each name; forgotten when names change. */
export class MatchMemory {
  private readonly words = new Recent<string, WordMatch>(REMEMBERED);
  private readonly units = new Recent<string, Asked>(REMEMBERED);
  private names = 0;

  word(index: ShownIndex, word: string): WordMatch {
    return this.remember(index, this.words, word, () => ({
      theme: once((theme) => holds(index.table.plainThemes[theme]!, word)),
      organizer: once((organizer) => names(index.plainNames[organizer]!, word)),
      venue: once((venue) => holds(index.venues.plainNames[venue]!, word)),
      forms: formBits(formsMeant(word)),
    }));
  }

  /** Whether a unit is that one or below it. */
  under(index: ShownIndex, organizerId: string): Asked {
    const part = `/${organizerId}/`;
    return this.remember(index, this.units, organizerId, () =>
      once((organizer) => index.organizers[organizer]!.path.includes(part)),
    );
  }

  private remember<T>(index: ShownIndex, known: Recent<string, T>, key: string, make: () => T): T {
    if (this.names !== index.names) {
      this.words.clear();
      this.units.clear();
      this.names = index.names;
    }
    const answer = known.get(key) ?? make();
    known.set(key, answer);
    return answer;
  }
}

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
