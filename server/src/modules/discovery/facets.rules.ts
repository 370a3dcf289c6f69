import { Recent } from './recent.rules';

/** Properties remembered, each a bit for each session: 125 kB for a million. */
const REMEMBERED = 256;
/** Combinations of them whose number of sessions is remembered. */
const COUNTED = 4096;

/** The sessions that have one property: a bit for each slot. */
export class Facet {
  /** The bits, 32 slots a word. */
  words: Uint32Array;
  count = 0;

  constructor(
    readonly name: string,
    private readonly holds: (slot: number) => boolean,
    size: number,
    among: Iterable<number> | null,
  ) {
    this.words = new Uint32Array((size >>> 5) + 1);
    if (among) for (const slot of among) this.look(slot);
    else for (let slot = 0; slot < size; slot++) this.look(slot);
  }

  has(slot: number): boolean {
    return (this.words[slot >>> 5]! & (1 << (slot & 31))) !== 0;
  }

  /** Asks again whether a slot has it. */
  look(slot: number): void {
    const [holds, word] = [this.holds(slot), slot >>> 5];
    if (word >= this.words.length) {
      const more = new Uint32Array(word * 2);
      more.set(this.words);
      this.words = more;
    }
    if (holds === this.has(slot)) return;
    this.words[word]! ^= 1 << (slot & 31);
    this.count += holds ? 1 : -1;
  }
}

/** Facets asked for lately, kept true while sessions change. */
export class FacetMemory {
  private readonly known = new Recent<string, Facet>(REMEMBERED);
  private readonly counts = new Recent<string, number>(COUNTED);

  /** The facet of a name, made from `holds` where nobody asked for it lately; no slot but those `among` has it. */
  of(name: string, size: number, holds: () => (slot: number) => boolean, among?: () => Iterable<number>): Facet {
    const known = this.known.get(name);
    if (known) return known;
    const facet = new Facet(name, holds(), size, among?.() ?? null);
    this.known.set(name, facet);
    return facet;
  }

  /** How many slots had all of them when somebody first asked: to count again takes longer than most searches. */
  countOf(facets: readonly Facet[]): number {
    if (facets.length === 1) return facets[0]!.count;
    const name = facets.map((facet) => facet.name).join();
    const count = this.counts.get(name) ?? slotsOf(facets).length;
    this.counts.set(name, count);
    return count;
  }

  /** A slot was written. */
  changed(slot: number): void {
    for (const facet of this.known.values()) facet.look(slot);
  }

  /** A name, a place or a unit's path changed. */
  clear(): void {
    this.known.clear();
    this.counts.clear();
  }
}

/** The slots that have all of them. */
export function slotsOf(facets: readonly Facet[]): number[] {
  const [one, ...others] = facets.map((facet) => facet.words);
  const slots: number[] = [];
  for (let word = 0; word < one!.length; word++) {
    let bits = one![word]!;
    for (let i = 0; bits && i < others.length; i++) bits &= others[i]![word] ?? 0;
    for (; bits; bits &= bits - 1) slots.push(word * 32 + 31 - Math.clz32(bits & -bits));
  }
  return slots;
}
