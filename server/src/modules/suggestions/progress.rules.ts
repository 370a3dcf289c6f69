import {
  SUGGESTION_SOURCES,
  type SuggestionSource,
  VERDICT_WAYS,
  VERDICTS,
  type Verdict,
  type VerdictWay,
} from '@openday/shared/suggestions';

/** So many suggestions alike: as the database counted them. */
export interface Alike {
  source: SuggestionSource;
  verdict: Verdict | null;
  verdictBy: VerdictWay | null;
  n: number;
}

const each = <K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;

/** Where they came from, and what was said of them: by residents themselves, and apart from that on the telephone. */
export function voices(groups: Alike[]): {
  sources: Record<SuggestionSource, number>;
  said: Record<VerdictWay, Record<Verdict, number>>;
} {
  const sum = (of: (group: Alike) => boolean) => groups.filter(of).reduce((total, { n }) => total + n, 0);
  const of = (way: VerdictWay) =>
    each(VERDICTS, (verdict) => sum((group) => group.verdict === verdict && (group.verdictBy ?? 'resident') === way));
  const [resident, phone] = VERDICT_WAYS;
  return {
    sources: each(SUGGESTION_SOURCES, (source) => sum((group) => group.source === source)),
    said: { [resident]: of(resident), [phone]: of(phone) },
  };
}
