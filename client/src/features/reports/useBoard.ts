import type { BoardGrouping } from '@openday/shared/board';
import type { BoardQuery } from '@openday/shared/reports';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { useInSight } from '@/lib/useInSight';

const LIVE_MS = 10_000;
const QUIET_MS = 60_000;

/** The sums of the sessions asked for, and how many there are behind each. */
export function useBoard(query: BoardQuery) {
  const account = useAccount();
  const inSight = useInSight();
  return useQuery({
    queryKey: ['attendance', 'board', account?.id, query],
    queryFn: ({ signal }) => api('GET /reports/board', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => inSight && (state.data?.sessions.ongoing ? LIVE_MS : QUIET_MS),
  });
}

/** Week by week. */
export function useBoardWeeks(query: BoardQuery) {
  const account = useAccount();
  return useQuery({
    queryKey: ['attendance', 'weeks', account?.id, query],
    queryFn: ({ signal }) => api('GET /reports/board/weeks', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What units say of numbers that are far apart; asked for only where there are such. */
export function useVariances(query: BoardQuery, areThere: boolean) {
  const account = useAccount();
  return useQuery({
    queryKey: ['attendance', 'variances', account?.id, query],
    queryFn: ({ signal }) => api('GET /reports/board/variances', { query: { ...query, limit: 100 }, signal }),
    enabled: areThere,
  });
}

/** The sums of each unit or programme, page by page. */
export function useGroupSums(query: BoardQuery, by: BoardGrouping) {
  const account = useAccount();
  return useInfiniteQuery({
    queryKey: ['attendance', 'groups', account?.id, by, query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /reports/board/groups', {
        query: { ...query, by, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
