import type { RegistrationStatus } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '@/lib/api';

/** A mini program page bears a thousand nodes, and a row has some thirty. */
const PAGE = 20;
const TYPING_MS = 350;

/** How many registrations of each status a session has. */
export function useCounts(session: Id) {
  return useQuery({
    queryKey: ['registrants', session, 'counts'],
    queryFn: ({ signal }) => api('GET /sessions/:id/registrations/counts', { params: { id: session }, signal }),
  });
}

/** A session's registrations, of one status or found by the start of a name or the end of a telephone; page by page. */
export function useRegistrants(session: Id, status: RegistrationStatus | null, q: string, enabled: boolean) {
  const wanted = useSettled(q.trim());
  const query = { limit: PAGE, ...(wanted ? { q: wanted } : status && { status }) };
  return useInfiniteQuery({
    queryKey: ['registrants', session, query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /sessions/:id/registrations', {
        params: { id: session },
        query: { ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled,
  });
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
