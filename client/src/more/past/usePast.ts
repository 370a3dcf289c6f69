import type { SessionCard } from '@openday/shared/sessions';
import { useInfiniteQuery } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { api } from '@/lib/api';

const PAGE = 20;
/** WeChat wants fewer than 1000 nodes on a page. */
const DRAWN = 40;
const TYPING_MS = 350;

export interface PastSessions {
  /** The part that is drawn. */
  sessions: SessionCard[];
  pending: boolean;
  failure: Error | null;
  busy: boolean;
  /** Goes on; null at the end. */
  more: (() => void) | null;
  /** Goes back; null at the beginning. */
  before: (() => void) | null;
  again: () => void;
}

/** Sessions that are over, the last first, under these words, so many at a time. */
export function usePast(typed: string): PastSessions {
  const [q, setQ] = useState('');
  const [from, setFrom] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setQ(typed.trim());
      setFrom(0);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const pages = useInfiniteQuery({
    queryKey: ['past', q],
    queryFn: ({ pageParam, signal }) =>
      api('GET /sessions', {
        query: { past: true, limit: PAGE, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const all = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const to = from + DRAWN;
  const turn = (start: number) => {
    setFrom(start);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const more = () => {
    if (all.length <= to && pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    if (all.length >= to) turn(to);
  };
  return {
    sessions: all.slice(from, to),
    pending: pages.isPending,
    failure: pages.error,
    busy: pages.isFetchingNextPage,
    more: all.length > to || pages.hasNextPage ? more : null,
    before: from > 0 ? () => turn(from - DRAWN) : null,
    again: () => void pages.refetch(),
  };
}
