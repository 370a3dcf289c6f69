import { dayOf } from '@openday/shared/dates';
import type { SessionCard } from '@openday/shared/sessions';
import { useInfiniteQuery } from '@tanstack/react-query';
import { dayRange } from '@/features/sessions/filters';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { readStored } from '@/lib/stored';

const PAGE = 20;

export interface DaySessions {
  /** By their start. */
  sessions: SessionCard[];
  pending: boolean;
  failure: Error | null;
  /** Fetches the next ones; null where there are no more. */
  more: (() => void) | null;
  busy: boolean;
  again: () => void;
}

/** The sessions of one day: those over and those to come; without network those that are kept on the phone. */
export function useDay(day: string): DaySessions {
  const today = dayOf(serverNow());
  const past = usePart(day, true, day <= today);
  const coming = usePart(day, false, day >= today);
  const parts = [past, coming];
  const error = parts.find((part) => part.isError)?.error ?? null;
  const kept = error instanceof ApiError && error.code === 'OFFLINE' ? keptOf(day) : [];
  const loaded = parts.flatMap((part) => part.data?.pages.flatMap((page) => page.items) ?? []);
  const list = parts.find((part) => part.hasNextPage);
  return {
    sessions: byStart(error ? kept : loaded),
    pending: parts.some((part) => part.isLoading),
    failure: kept.length > 0 ? null : error,
    more: list ? () => void list.fetchNextPage() : null,
    busy: list?.isFetchingNextPage ?? false,
    again: () => {
      for (const part of parts) if (part.isError) void part.refetch();
    },
  };
}

function usePart(day: string, past: boolean, enabled: boolean) {
  const range = dayRange(day as `${number}-${number}-${number}`, 0);
  const query = { ...range, ...(past && { past }), limit: PAGE };
  return useInfiniteQuery({
    queryKey: ['day', query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /sessions', { query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

function keptOf(day: string): SessionCard[] {
  return readStored('found')?.items.filter(({ startsAt }) => dayOf(startsAt) === day) ?? [];
}

function byStart(sessions: SessionCard[]): SessionCard[] {
  return [...sessions].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
