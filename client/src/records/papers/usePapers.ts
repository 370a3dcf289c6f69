import type { NewPaperBatch } from '@openday/shared/questionnaires';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { closingReport } from '@/lib/text/closing-report';

const { papers: words } = closingReport;

/** Results of an event's questionnaires, or of one of its sessions', and entering paper ones. */
export function usePapers(event: Id, session: Id | null) {
  const client = useQueryClient();
  const key = ['questionnaires', event, session];
  const params = { id: event };
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api('GET /events/:id/questionnaires', { params, query: session ? { session } : {}, signal }),
  });
  useDidShow(() => void found.refetch());
  const readAgain = () => {
    void client.invalidateQueries({ queryKey: ['closing'] });
    return client.invalidateQueries({ queryKey: ['questionnaires', event] });
  };
  const store = useMutation({
    mutationFn: ({ id, body }: { id: Id | null; body: NewPaperBatch }) =>
      id
        ? api('PUT /paper-batches/:id', { params: { id }, body })
        : api('POST /events/:id/paper-batches', { params, body: { ...body, ...(session && { sessionId: session }) } }),
    onSuccess: () => {
      say(words.stored);
      return readAgain();
    },
  });
  const remove = useMutation({
    mutationFn: (id: Id) => api('DELETE /paper-batches/:id', { params: { id } }),
    onSuccess: () => {
      say(words.removed);
      return readAgain();
    },
    onError: sayFailure,
  });
  return { found, store, remove };
}

export type Papers = ReturnType<typeof usePapers>;
