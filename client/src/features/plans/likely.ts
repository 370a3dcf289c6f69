import type { Organizer } from '@openday/shared/places';

const MOST = 3;

/** Units whose name a sheet may mean: one holds the other, or the signs stand in the same order; the closest first. */
export function likelyUnits(said: string, units: readonly Organizer[]): Organizer[] {
  const words = bare(said);
  if (words.length < 2) return [];
  const scored = units.map((one) => ({ one, score: likeness(words, bare(one.name)) }));
  // Where one holds the other, a mere likeness is no proposal.
  const least = scored.some(({ score }) => score === 1) ? 1 : 0.6;
  const good = scored.filter(({ score }) => score >= least);
  return good
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** The unit a new one of that name would stand below: the one it begins with, else the topmost. */
export function parentOf(said: string, units: readonly Organizer[]): Organizer | null {
  const above = units.filter(({ name }) => name.length >= 3 && said.startsWith(name));
  return above.sort((a, b) => b.name.length - a.name.length)[0] ?? units[0] ?? null;
}

/** 1 = one holds the other; else the share of the shorter's signs that stand in the longer in order, ends alike. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return 0;
  if (long.includes(short)) return short.length >= 3 ? 1 : 0.6;
  if (short.at(-1) !== long.at(-1)) return 0;
  let at = -1;
  let found = 0;
  for (const sign of short) {
    const next = long.indexOf(sign, at + 1);
    if (next < 0) continue;
    found += 1;
    at = next;
  }
  return (found / short.length) * 0.95 * (found >= 4 ? 1 : 0.6);
}

function bare(name: string): string {
  return name.replace(/[\s（）()“”"、，,。]/g, '');
}
