import type { SessionQuery } from '@openday/shared/find';
import type { Form } from '@openday/shared/forms';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlace } from '@/features/places/place';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { readStored, store } from '@/lib/stored';
import { weekend } from './weekend';

export interface Filters {
  q: string;
  open: boolean;
  weekend: boolean;
  form: Form | null;
}

export const NO_FILTERS: Filters = { q: '', open: false, weekend: false, form: null };

const PAGE = 20;
const TYPING_MS = 350;

/** Dated activities, nearest first where a place is chosen, else soonest; page by page. */
export function useSessions(filters: Filters) {
  const place = usePlace((state) => state.place);
  const q = useSettled(filters.q.trim());
  const query: SessionQuery = {
    ...(place && { lng: place.lng, lat: place.lat }),
    ...(filters.weekend && weekend(serverNow())),
    ...(filters.form && { form: filters.form }),
    ...(filters.open && { open: true }),
    ...(q && { q }),
    limit: PAGE,
  };
  const plain = !q && !filters.open && !filters.weekend && !filters.form;
  const pages = useInfiniteQuery({
    queryKey: ['sessions', query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /sessions', { query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const first = plain ? pages.data?.pages[0]?.items : undefined;
  useEffect(() => {
    if (first) store('discovered', { at: new Date().toISOString(), items: first });
  }, [first]);
  return {
    ...pages,
    sessions: pages.data?.pages.flatMap((page) => page.items) ?? [],
    stored: readStored('discovered'),
  };
}

/** Public activities without a date, under the same words, page by page. */
export function useAnnounced(filters: Filters) {
  const q = useSettled(filters.q.trim());
  const pages = useInfiniteQuery({
    queryKey: ['announced', q],
    queryFn: ({ pageParam, signal }) =>
      api('GET /events', {
        query: { status: 'announced', limit: PAGE, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
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
