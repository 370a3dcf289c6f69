import type { NewPaperBatch, PaperBatch, Tallies } from '@openday/shared/questionnaires';
import { CLARITIES, SATISFACTIONS } from '@openday/shared/responses';

/** A batch while it is being entered. */
export interface Draft {
  place: string;
  handedOut: number | null;
  returned: number | null;
  /** Null = only counted. */
  tallies: Tallies | null;
}

export const OPTIONS = { satisfaction: [...SATISFACTIONS, 'blank'], clarity: [...CLARITIES, 'blank'] } as const;
export type Question = keyof typeof OPTIONS;

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

export const noTallies = (): Tallies => ({
  satisfaction: zeros(OPTIONS.satisfaction),
  clarity: zeros(OPTIONS.clarity),
});

export const draftOf = (batch: PaperBatch | null): Draft =>
  batch
    ? { place: batch.place, handedOut: batch.handedOut, returned: batch.returned, tallies: batch.tallies }
    : { place: '', handedOut: null, returned: null, tallies: noTallies() };

/** The same tallies with this option at so many, never under none. */
export function withCount(tallies: Tallies, question: Question, option: string, count: number): Tallies {
  return { ...tallies, [question]: { ...tallies[question], [option]: Math.max(0, count) } };
}

/** Ticks more than sheets came back (+), fewer (−), 0 where they fit. */
export function offBy({ tallies, returned }: Draft, question: Question): number {
  if (!tallies) return 0;
  return Object.values(tallies[question]).reduce((sum, n) => sum + n, 0) - (returned ?? 0);
}

/** Every question adds up to the sheets that came back. */
export const fits = (draft: Draft): boolean => offBy(draft, 'satisfaction') === 0 && offBy(draft, 'clarity') === 0;

/** What goes to the server; null while something is missing or does not add up. */
export function batchOf(draft: Draft): NewPaperBatch | null {
  const { place, handedOut, returned, tallies } = draft;
  if (!place.trim() || handedOut === null || returned === null || returned > handedOut) return null;
  if (!fits(draft)) return null;
  return { place: place.trim(), handedOut, returned, ...(tallies && { tallies }) };
}
