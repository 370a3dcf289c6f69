import { bare } from './plan-words.rules';

/** What a row is known again by. */
export interface Mark {
  position: number;
  contentHash: string;
  theme: string | null;
  unit: string | null;
  time: string | null;
}

type Same = (one: Mark, other: Mark) => boolean;
const same = (a: string | null, b: string | null) => bare(a ?? '') === bare(b ?? '');

/** From the surest to the loosest: unchanged; in its place; moved; in its place with one thing corrected. */
const WAYS: readonly Same[] = [
  (a, b) => a.contentHash === b.contentHash && a.position === b.position,
  (a, b) => a.contentHash === b.contentHash,
  (a, b) => a.position === b.position && same(a.theme, b.theme) && same(a.unit, b.unit),
  (a, b) => a.theme !== null && same(a.theme, b.theme) && same(a.unit, b.unit) && same(a.time, b.time),
  (a, b) =>
    a.position === b.position &&
    [same(a.theme, b.theme), same(a.unit, b.unit), same(a.time, b.time)].filter(Boolean).length >= 2,
];

/** For each row of the new sheet the place of its like among the old rows, or null; no old row is used twice. */
export function matchRows(fresh: readonly Mark[], old: readonly Mark[]): (number | null)[] {
  const found: (number | null)[] = fresh.map(() => null);
  const used = new Set<number>();
  for (const way of WAYS) {
    fresh.forEach((mark, i) => {
      if (found[i] !== null) return;
      const at = old.findIndex((other, o) => !used.has(o) && way(mark, other));
      if (at < 0) return;
      found[i] = at;
      used.add(at);
    });
  }
  return found;
}
