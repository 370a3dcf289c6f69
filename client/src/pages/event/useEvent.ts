import type { EventDetail } from '@openday/shared/events';
import type { Instant } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { useInSight } from '@/lib/useInSight';
import { keepEvent, keptEvent } from './kept-events';
import type { OpenedFor } from './useOpenedFor';

export interface OpenedEvent {
  /** As just fetched, else as last seen on this phone; null where there is neither. */
  event: EventDetail | null;
  /** When it was fetched, where it is shown from the phone because the server was not reached. */
  keptAt: Instant | null;
  failure: Error | null;
  /** It is being asked for. */
  busy: boolean;
  /** The unit took it down, or it never was. */
  gone: boolean;
  again: () => void;
}

/** One activity, asked anew while somebody looks at it; `opened`: which one, as far as that is known. */
export function useEvent(opened: OpenedFor): OpenedEvent {
  const id = opened.event ?? '';
  const shown = useInSight();
  const found = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id }, signal }),
    enabled: opened.event !== null,
    staleTime: 5000,
    // Seats go while one looks.
    refetchInterval: shown ? 60_000 : false,
  });
  useDidShow(() => {
    if (opened.event && found.isStale) void found.refetch();
  });
  const { data } = found;
  const error = found.error ?? opened.failure;
  useEffect(() => {
    if (data) keepEvent(data);
  }, [data]);

  const gone = opened.nowhere || (error instanceof ApiError && error.code === 'NOT_FOUND');
  // It stays while it is asked for again.
  const missed = error ?? (!data && found.errorUpdateCount > 0);
  const kept = missed && !gone ? keptEvent(id) : null;
  return {
    event: data ?? kept?.event ?? null,
    // Also where it was fetched before: what is looked at is no longer what holds.
    keptAt: kept?.at ?? null,
    failure: error,
    busy: found.isFetching,
    gone,
    again: () => (opened.event ? void found.refetch() : opened.again()),
  };
}
