import type { Registration, RegistrationStatus } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

/** Holding a seat, or still able to come to one. */
export const LIVE: readonly RegistrationStatus[] = ['confirmed', 'offered', 'applied', 'waitlisted'];

/** The asker's own registration in a session: the live one, else one that ended otherwise than by themselves. */
export function useMine(session: Id | undefined): Registration | null {
  const account = useAccount();
  const found = useQuery({
    queryKey: ['registrations', 'session', session],
    queryFn: ({ signal }) => api('GET /registrations', { query: { session }, signal }),
    enabled: Boolean(account && session),
    // A seat comes free while one waits: asked at each visit, and by itself as long as the page is open.
    staleTime: 0,
    refetchInterval: 60_000,
  });
  useDidShow(() => {
    if (account && session) void found.refetch();
  });
  const own = found.data?.items.filter(({ onBehalfOf }) => !onBehalfOf) ?? [];
  return own.find(({ status }) => LIVE.includes(status)) ?? own.find(wasEnded) ?? null;
}

function wasEnded({ status, endReason }: Registration): boolean {
  return status === 'declined' || status === 'expired' || (status === 'cancelled' && endReason !== null);
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
