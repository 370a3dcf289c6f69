import type { Registrant, RegistrationStatus } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '@/lib/api';

const PAGE = 100;
/** So many are counted; beyond it the tabs say "and more". */
const MOST = 2000;
const TYPING_MS = 350;

export type Counts = Partial<Record<RegistrationStatus, number>>;

/** A session's registrations, fetched page after page, so that each status can be counted. */
export function useRegistrants(session: Id) {
  const pages = useInfiniteQuery({
    queryKey: ['registrants', session],
    queryFn: ({ pageParam, signal }) =>
      api('GET /sessions/:id/registrations', {
        params: { id: session },
        query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const registrants = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  const goOn = hasNextPage && !isFetchingNextPage && !isError && registrants.length < MOST;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return { ...pages, registrants, counts: countsOf(registrants) };
}

/** Those whose name begins so, or whose telephone ends so; null while nothing is sought. */
export function useFound(session: Id, q: string) {
  const wanted = useSettled(q.trim());
  return useQuery({
    queryKey: ['registrants', session, 'found', wanted],
    queryFn: ({ signal }) =>
      api('GET /sessions/:id/registrations', { params: { id: session }, query: { q: wanted, limit: PAGE }, signal }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
}

function countsOf(registrants: Registrant[]): Counts {
  const counts: Counts = {};
  for (const { status } of registrants) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The value once typing has paused. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
