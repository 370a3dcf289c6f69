import type { Instant } from '@openday/shared/wire';
import { useEffect } from 'react';
import { ApiError } from './api-error';
import { type KeptViews, readStored, type Stored, store } from './stored';
import { useAccount } from './tokens';

/** So many of the last looked at; most are a few kB. */
const MOST = 20;

/** What a page asked the server for, as far as it knows. */
interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  /** How often it was not answered. */
  errorUpdateCount: number;
  /** Ms since 1970. */
  dataUpdatedAt: number;
}

/** What a page shows: as just fetched, else as last seen here by the same person. `keptAt`: since when it is not asked anew. */
export function useKeptView<K extends keyof KeptViews>(
  name: K,
  { data, error, errorUpdateCount, dataUpdatedAt }: Asked<KeptViews[K]>,
): { data: KeptViews[K] | undefined; keptAt: Instant | null } {
  const by = useAccount()?.id;
  const at = new Date(dataUpdatedAt).toISOString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was fetched then
  useEffect(() => {
    if (data && by) keep(name, { at, by, data });
  }, [name, by, at]);
  if (data) return { data, keptAt: error && at };
  const gone = error instanceof ApiError && error.code === 'NOT_FOUND';
  // It stays while it is asked for again.
  const kept = errorUpdateCount > 0 && !gone ? readStored('views')?.[name] : null;
  if (!kept || kept.by !== by) return { data: undefined, keptAt: null };
  return { data: kept.data as KeptViews[K], keptAt: kept.at };
}

function keep(name: string, view: Stored['views'][string]): void {
  const others = Object.entries(readStored('views') ?? {}).filter(([each]) => each !== name);
  const newest = others.sort(([, a], [, b]) => b.at.localeCompare(a.at)).slice(0, MOST - 1);
  try {
    store('views', Object.fromEntries([[name, view], ...newest]));
  } catch (failure) {
    // Only a convenience: a full phone does without.
    console.info('page not kept', failure);
  }
}
