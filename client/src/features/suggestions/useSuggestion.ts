import type { Suggestion, SuggestionRating } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/lib/api';
import { showAnswer } from '@/lib/query';
import { useAccount } from '@/lib/tokens';
import { useInSight } from '@/lib/useInSight';

const AGAIN_MS = 60_000;

/** One of mine with all that happened; asked again while it is looked at. */
export function useSuggestion(id: Id) {
  const account = useAccount();
  const shown = useInSight();
  return useQuery({
    queryKey: ['suggestion', id],
    queryFn: ({ signal }) => api('GET /suggestions/:id', { params: { id }, signal }),
    enabled: account !== null,
    // Whoever opens it wants to know what is new.
    staleTime: 0,
    refetchInterval: shown ? AGAIN_MS : false,
  });
}

/** All of mine, newest first, page by page. */
export function useMySuggestions() {
  const account = useAccount();
  const list = useInfiniteQuery({
    queryKey: ['my-suggestions', account?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /me/suggestions', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: account !== null,
  });
  useDidShow(() => {
    if (account) void list.refetch();
  });
  return { ...list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** Saying whether it is solved, and adding a word: the page then shows what the server answered. */
export function useSaying(id: Id) {
  const client = useQueryClient();
  const onSuccess = (suggestion: Suggestion) => {
    void client.invalidateQueries({ queryKey: ['my-suggestions'] });
    return showAnswer(client, ['suggestion', id], suggestion);
  };
  const rate = useMutation({
    mutationFn: (body: SuggestionRating) => api('POST /suggestions/:id/rating', { params: { id }, body }),
    onSuccess,
  });
  const add = useMutation({
    mutationFn: (text: string) => api('POST /suggestions/:id/notes', { params: { id }, body: { text } }),
    onSuccess,
  });
  return { rate, add };
}
