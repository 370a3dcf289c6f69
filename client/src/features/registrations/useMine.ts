import type { Registration, RegistrationStatus } from '@openday/shared/registrations';
import type { Id, Page } from '@openday/shared/wire';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '@/lib/api';
import { queryClient } from '@/lib/query';
import { readStored, store } from '@/lib/stored';
import { useAccount } from '@/lib/tokens';
import { useInSight } from '@/lib/useInSight';
import { noteSessions } from './known-session';

/** Holding a seat, or still able to come to one. */
export const LIVE: readonly RegistrationStatus[] = ['confirmed', 'offered', 'applied', 'waitlisted'];

/** What waits may be offered a seat at any moment; what stands hardly changes. */
const WAITING_MS = 10_000;
const STANDING_MS = 60_000;

/** How often a page that shows these asks again by itself; out of sight it does not. */
export function pollEvery(shown: boolean, statuses: RegistrationStatus[]): number | false {
  if (!shown) return false;
  return statuses.some((status) => status !== 'confirmed' && LIVE.includes(status)) ? WAITING_MS : STANDING_MS;
}

/** The asker's own registration in a session: the live one, else how the last one ended. */
export function useMine(session: Id | undefined): Registration | null {
  const account = useAccount();
  const shown = useInSight();
  const found = useQuery({
    queryKey: ['registrations', 'session', session],
    queryFn: ({ signal }) => api('GET /registrations', { query: { session }, signal }),
    enabled: Boolean(account && session),
    // A seat comes free while one waits: asked at each visit, and by itself as long as the page is open.
    staleTime: 0,
    refetchInterval: ({ state }) => pollEvery(shown, statusesOf(state.data?.items)),
  });
  useDidShow(() => {
    if (account && session) void found.refetch();
  });
  // Not reached: what is known is that one is registered, not that one is not.
  const kept = found.isError ? readStored('mine')?.items.filter((each) => each.session.id === session) : undefined;
  const own = (found.data?.items ?? kept ?? []).filter(({ onBehalfOf }) => !onBehalfOf);
  const live = own.find(({ status }) => LIVE.includes(status));
  useEffect(() => {
    if (live) noteSessions([live]);
  }, [live]);
  return live ?? own.find(wasEnded) ?? null;
}

/** One registration by its id, asked anew as it may change. */
export function useRegistration(id: Id) {
  const shown = useInSight();
  return useQuery({
    queryKey: ['registrations', 'one', id],
    queryFn: ({ signal }) => api('GET /registrations/:id', { params: { id }, signal }),
    refetchInterval: ({ state }) => pollEvery(shown, statusesOf(state.data && [state.data])),
  });
}

function statusesOf(registrations: Registration[] = []): RegistrationStatus[] {
  return registrations.map(({ status }) => status);
}

function wasEnded({ status }: Registration): boolean {
  return status === 'declined' || status === 'expired' || status === 'cancelled';
}

const ALL = {
  queryKey: ['registrations', 'all'],
  queryFn: async ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
    const page = await api('GET /registrations', {
      query: { limit: 30, ...(pageParam && { cursor: pageParam }) },
      signal,
    });
    if (!pageParam) keepMine(page.items);
    return page;
  },
  initialPageParam: '',
  getNextPageParam: (page: Page<Registration>) => page.nextCursor,
};

/** Fetches all of the asker's registrations into the phone: what was just done is to be found without network too. */
export function bringMine(): void {
  void queryClient.prefetchInfiniteQuery({ ...ALL, staleTime: 0 });
}

/** All of the asker's registrations, own and for others, newest first, page by page. */
export function useRegistrations() {
  const account = useAccount();
  const shown = useInSight();
  const pages = useInfiniteQuery({
    ...ALL,
    enabled: account !== null,
    refetchInterval: ({ state }) => pollEvery(shown, statusesOf(state.data?.pages.flatMap((page) => page.items))),
  });
  const { data, isError, errorUpdateCount } = pages;
  // It stays while it is asked for again.
  const kept = isError || (!data && errorUpdateCount > 0) ? readStored('mine') : null;
  return {
    ...pages,
    registrations: data?.pages.flatMap((page) => page.items) ?? kept?.items ?? [],
    /** When what is shown was fetched, where the server is not reached now. */
    keptAt: kept?.at ?? null,
  };
}

function keepMine(items: Registration[]): void {
  try {
    store('mine', { at: new Date().toISOString(), items });
  } catch (failure) {
    // Only a convenience: a full phone does without.
    console.info('list not kept', failure);
  }
}
