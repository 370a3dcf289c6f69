import type { CollectedSuggestion, PhoneVerdict } from '@openday/shared/collected';
import type {
  DeskSuggestion,
  SuggestionAnswer,
  SuggestionStage,
  SuggestionTransfer,
} from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/lib/api';
import { showAnswer } from '@/lib/query';
import { useAccount } from '@/lib/tokens';

const AGAIN_MS = 60_000;
/** Four of them stand side by side. */
const PAGE = 8;

/** How many there are of each, and the two numbers that are never one. */
function useSuggestionCounts() {
  const account = useAccount();
  const counts = useQuery({
    queryKey: ['suggestion-counts', account?.id],
    queryFn: ({ signal }) => api('GET /desk/suggestions/counts', { signal }),
    refetchInterval: AGAIN_MS,
  });
  useDidShow(() => void counts.refetch());
  return counts;
}

/** How many there are, and the four lists side by side; `failure`: of more than one of them, said once for all. */
export function useSuggestionBoard() {
  const client = useQueryClient();
  const counts = useSuggestionCounts();
  const lists: Record<SuggestionStage, SuggestionList> = {
    new: useSuggestionList('new'),
    working: useSuggestionList('working'),
    waiting: useSuggestionList('waiting'),
    done: useSuggestionList('done'),
  };
  const [failed, more] = Object.values(lists).filter(({ isError, data }) => isError && !data);
  return { counts: counts.data, lists, failure: more && failed?.error, again: () => void readAgain(client) };
}

export type SuggestionList = ReturnType<typeof useSuggestionList>;

/** One stage's list, page by page. */
function useSuggestionList(stage: SuggestionStage) {
  const account = useAccount();
  const list = useInfiniteQuery({
    queryKey: ['desk-suggestions', account?.id, stage],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/suggestions', { query: { stage, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  return { ...list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** One with all that happened, and what is done with it; afterwards lists and counts are read again. */
export function useDeskSuggestion(id: Id) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['desk-suggestion', id],
    queryFn: ({ signal }) => api('GET /desk/suggestions/:id', { params: { id }, signal }),
  });
  const act = useMutation({
    mutationFn: (work: () => Promise<DeskSuggestion>) => work(),
    onSuccess: async (suggestion) => {
      await showAnswer(client, ['desk-suggestion', id], suggestion);
      return readAgain(client);
    },
  });
  const params = { id };
  const reveal = useMutation({ mutationFn: () => api('POST /suggestions/:id/reveal', { params }) });
  return {
    found,
    reveal,
    busy: act.isPending,
    failure: act.error,
    take: () => act.mutate(() => api('POST /suggestions/:id/take', { params, body: {} })),
    resolve: () => act.mutate(() => api('POST /suggestions/:id/resolve', { params })),
    publish: (question: string | null) =>
      act.mutate(() => api('POST /suggestions/:id/publish', { params, body: { question } })),
    phoned: (body: PhoneVerdict, then: () => void) =>
      act.mutate(() => api('POST /suggestions/:id/phone-verdict', { params, body }), { onSuccess: then }),
    answer: (body: SuggestionAnswer, then: () => void) =>
      act.mutate(() => api('POST /suggestions/:id/answer', { params, body }), { onSuccess: then }),
  };
}

/** What was said at the door or on paper, written down once however often it is sent. */
export function useCollect(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: CollectedSuggestion }) =>
      api('POST /desk/suggestions', { body, idempotencyKey: key }),
    onSuccess: async () => {
      then();
      await readAgain(client);
    },
  });
}

/** To another unit, whose it then is alone. */
export function useTransfer(id: Id, then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SuggestionTransfer) => api('POST /suggestions/:id/transfer', { params: { id }, body }),
    onSuccess: async () => {
      then();
      await readAgain(client);
    },
  });
}

async function readAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['desk-suggestions'] });
  await client.invalidateQueries({ queryKey: ['suggestion-counts'] });
}
