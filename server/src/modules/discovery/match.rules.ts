import type { FindQuery } from '@openday/shared/find';
import { formsMeant, holds, names, searchWords } from '../events/search.rules';
import { Recent } from './recent.rules';
import type { ShownIndex } from './shown-index.rules';
import { formBits, topicNumber } from './shown-table.rules';
import { squareTo } from './venue-map.rules';

/** Whether a listed session is wanted. */
export type Match = (slot: number) => boolean;

/** All of a query's filters; whether it is over, and when it starts, too. */
export function matchOf(index: ShownIndex, memory: MatchMemory, query: FindQuery, now: number): Match {
  const { table, venues } = index;
  const { past = false, open, accessible, lng, lat, radius } = query;
  const [from, to] = [query.from ? Date.parse(query.from) : 0, query.to ? Date.parse(query.to) : Infinity];
  const forms = query.form ? formBits([query.form]) : 0;
  const topic = topicNumber(query.topic ?? null);
  const under = query.organizer ? memory.under(index, query.organizer) : null;
  const words = searchWords(query.q ?? '').map((word) => memory.word(index, word));
  const square = lng !== undefined && lat !== undefined ? squareTo({ lng, lat }) : null;
  const within = square && radius !== undefined ? radius ** 2 : Infinity;
  return (slot) => {
    if (forms && !(table.forms(slot) & forms)) return false;
    if (topic && table.topic(slot) !== topic) return false;
    if (under && !under(table.organizer(slot))) return false;
    if (table.end(slot) <= now !== past) return false;
    const start = table.start(slot);
    if (start < from || start >= to) return false;
    if (accessible && !venues.stepFree[table.venue(slot)]) return false;
    if (open && !table.open(slot, now)) return false;
    for (const word of words) if (!isMet(index, slot, word)) return false;
    return within === Infinity || square!(venues.all[table.venue(slot)]!) <= within;
  };
}

const isMet = ({ table }: ShownIndex, slot: number, { forms, theme, organizer, venue }: WordMatch): boolean =>
  (table.forms(slot) & forms) !== 0 ||
  theme(table.theme(slot)) ||
  organizer(table.organizer(slot)) ||
  venue(table.venue(slot));

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
