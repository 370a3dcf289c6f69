import { Recent } from './recent.rules';

/** Properties and combinations of them remembered, each a bit for each session: 125 kB for a million. */
const REMEMBERED = 256;

type Holds = (slot: number) => boolean;

/** The sessions that have one property, or several: a bit for each slot. */
export class Facet {
  constructor(
    readonly name: string,
    readonly holds: Holds,
    /** The bits, 32 slots a word. */
    public words: Uint32Array,
    public count: number,
  ) {}

  /** Asks again whether a slot has it. */
  look(slot: number): void {
    const [holds, word] = [this.holds(slot), slot >>> 5];
    if (word >= this.words.length) {
      const more = new Uint32Array(word * 2);
      more.set(this.words);
      this.words = more;
    }
    if (holds === isIn(this, slot)) return;
    this.words[word]! ^= 1 << (slot & 31);
    this.count += holds ? 1 : -1;
  }
}

/** Whether a slot has it; null = every one has. */
export const isIn = (facet: Facet | null, slot: number): boolean =>
  facet === null || (facet.words[slot >>> 5]! & (1 << (slot & 31))) !== 0;

/** Facets asked for lately, kept true while sessions change. */
export class FacetMemory {
  private readonly known = new Recent<string, Facet>(REMEMBERED);

  /** The facet of a name, made from `holds` where nobody asked for it lately. */
  of(name: string, size: number, holds: () => Holds): Facet {
    return this.known.get(name) ?? this.keep(facetOf(name, size, holds()));
  }

  /** The facet of those that have all of several; null = all slots. */
  all(facets: readonly Facet[]): Facet | null {
    if (facets.length < 2) return facets[0] ?? null;
    const name = facets.map((facet) => facet.name).join();
    return this.known.get(name) ?? this.keep(common(name, facets));
  }

  /** A slot was written. */
  changed(slot: number): void {
    for (const facet of this.known.values()) facet.look(slot);
  }

  /** A name, a place or a unit's path changed. */
  clear(): void {
    this.known.clear();
  }

  private keep(facet: Facet): Facet {
    this.known.set(facet.name, facet);
    return facet;
  }
}

function facetOf(name: string, size: number, holds: Holds): Facet {
  const words = new Uint32Array((size >>> 5) + 1);
  let count = 0;
  for (let slot = 0; slot < size; slot++)
    if (holds(slot)) {
      words[slot >>> 5]! |= 1 << (slot & 31);
      count++;
    }
  return new Facet(name, holds, words, count);
}

function common(name: string, facets: readonly Facet[]): Facet {
  const length = Math.max(...facets.map(({ words }) => words.length));
  const words = Uint32Array.from({ length }, (_, word) =>
    facets.reduce((bits, facet) => bits & (facet.words[word] ?? 0), -1),
  );
  return new Facet(name, (slot) => facets.every(({ holds }) => holds(slot)), words, slotsIn(words).length);
}

/** The slots whose bits are set. */
export function slotsIn(words: Uint32Array): number[] {
  const slots: number[] = [];
  for (let word = 0; word < words.length; word++)
    for (let bits = words[word]!; bits; bits &= bits - 1) slots.push(word * 32 + 31 - Math.clz32(bits & -bits));
  return slots;
}
