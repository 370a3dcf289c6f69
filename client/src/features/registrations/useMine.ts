import type { Registration, RegistrationStatus } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

/** Holding a seat, or still able to come to one. */
export const LIVE: readonly RegistrationStatus[] = ['confirmed', 'offered', 'applied', 'waitlisted'];

/** The asker's own live registration in a session, or null; none for a family member counts as theirs. */
export function useMine(session: Id | undefined): Registration | null {
  const account = useAccount();
  const found = useQuery({
    queryKey: ['registrations', 'session', session],
    queryFn: ({ signal }) => api('GET /registrations', { query: { session }, signal }),
    enabled: Boolean(account && session),
  });
  return found.data?.items.find((each) => !each.onBehalfOf && LIVE.includes(each.status)) ?? null;
}

/** All of the asker's registrations, own and for others, newest first, page by page. */
export function useRegistrations() {
  const account = useAccount();
  const pages = useInfiniteQuery({
    queryKey: ['registrations', 'all'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /registrations', { query: { limit: 50, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: account !== null,
  });
  return { ...pages, registrations: pages.data?.pages.flatMap((page) => page.items) ?? [] };
}
