import type { FindQuery } from '@openday/shared/find';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlace } from '@/features/places/place';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { readStored, store } from '@/lib/stored';
import { sentList } from '@/platform/first-view';
import { type Filters, findQuery } from './filters';

const PAGE = 20;
const TYPING_MS = 350;

/** What is looked for once typing has paused. */
export function useSought(filters: Filters): FindQuery {
  const q = useSettled(filters.q);
  return findQuery({ ...filters, q }, serverNow());
}

/** Dated activities, nearest first where a place is chosen, else soonest; page by page. */
export function useSessions(filters: Filters) {
  const place = usePlace((state) => state.place);
  const sought = useSought(filters);
  const query = { ...(place && { lng: place.lng, lat: place.lat }), ...sought };
  const pages = useInfiniteQuery({
    queryKey: ['sessions', query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /sessions', { query: { ...query, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // Shown at once, and asked for anew.
    initialData: () => (Object.keys(query).length === 0 ? sentPages() : undefined),
    initialDataUpdatedAt: 0,
  });
  const plain = Object.keys(sought).length === 0;
  const first = plain ? pages.data?.pages[0]?.items : undefined;
  useEffect(() => {
    if (first) store('found', { at: new Date().toISOString(), items: first });
  }, [first]);
  return {
    ...pages,
    sessions: pages.data?.pages.flatMap((page) => page.items) ?? [],
    stored: readStored('found'),
  };
}

/** The list that came with the page, which is the one without a place or a filter. */
function sentPages() {
  const page = sentList();
  return page ? { pages: [page], pageParams: [''] } : undefined;
}

/** Public activities without a date, of the same unit and words, page by page. */
export function useAnnounced({ q, organizer }: Pick<Filters, 'q' | 'organizer'>) {
  const words = useSettled(q.trim());
  const query = { ...(words && { q: words }), ...(organizer && { organizer: organizer.id }) };
  const pages = useInfiniteQuery({
    queryKey: ['announced', query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /events', {
        query: { status: 'announced', limit: PAGE, ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  return { ...pages, events: pages.data?.pages.flatMap((page) => page.items) ?? [] };
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
