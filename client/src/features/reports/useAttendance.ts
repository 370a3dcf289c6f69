import type { AttendanceQuery, AttendanceReport } from '@openday/shared/reports';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { useInSight } from '@/lib/useInSight';

const LIVE_MS = 10_000;
const QUIET_MS = 60_000;
const PAGE = 50;

/** The five numbers of the sessions asked for, page by page; those of a door that is open are alive by useLiveReport. */
export function useAttendance(query: AttendanceQuery) {
  const account = useAccount();
  const inSight = useInSight();
  const pages = useInfiniteQuery({
    queryKey: ['attendance', account?.id, query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /reports/attendance', {
        query: { limit: PAGE, ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    // A page left behind another stays mounted; it need not ask.
    refetchInterval: ({ state }) =>
      inSight &&
      (state.data?.pages.some(({ rows }) => rows.some((row) => row.state === 'ongoing')) ? LIVE_MS : QUIET_MS),
  });
  const { data: got } = pages;
  const data = useMemo(() => got && joined(got.pages), [got]);
  return { ...pages, data };
}

/** One report of all pages so far, its sums the latest. */
function joined(pages: AttendanceReport[]): AttendanceReport | undefined {
  const [first] = pages;
  return first && { ...first, rows: pages.flatMap(({ rows }) => rows), nextCursor: pages.at(-1)?.nextCursor ?? null };
}
