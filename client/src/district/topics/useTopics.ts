import type { MonthlyTopic, NewCandidate } from '@openday/shared/monthly-topics';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

/** The unit's rounds, newest first, drafts among them. */
export function useRounds() {
  const account = useAccount();
  const list = useInfiniteQuery({
    queryKey: ['desk-topics', account?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/monthly-topics', { query: { limit: 10, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  return { ...list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** What is done with a round; afterwards they are read again. */
export function useRoundAct(id: string, then: () => void = () => undefined) {
  const client = useQueryClient();
  const params = { id };
  const act = useMutation({
    mutationFn: (work: () => Promise<MonthlyTopic>) => work(),
    onSuccess: () => {
      then();
      return client.invalidateQueries({ queryKey: ['desk-topics'] });
    },
  });
  return {
    busy: act.isPending,
    failure: act.error,
    candidates: (items: NewCandidate[]) =>
      act.mutate(() => api('PUT /monthly-topics/:id/candidates', { params, body: { items } })),
    open: () => act.mutate(() => api('POST /monthly-topics/:id/open', { params })),
    choose: (candidateId: string, reason: string) =>
      act.mutate(() => api('POST /monthly-topics/:id/choose', { params, body: { candidateId, reason } })),
    session: (sessionId: string) =>
      act.mutate(() => api('POST /monthly-topics/:id/session', { params, body: { sessionId } })),
    outcome: (text: string) => act.mutate(() => api('POST /monthly-topics/:id/outcome', { params, body: { text } })),
  };
}

/** As it is sent again with the whole list. */
export const asNew = ({ id, title, note, topic, place }: MonthlyTopic['candidates'][number]): NewCandidate => ({
  ...{ id, title },
  ...(note && { note }),
  ...(topic && { topic }),
  ...(place !== null && { place }),
});
