import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiError } from './api-error';

/** Asks once more where asking again can help: nothing reached, or the server busy. */
function again(failures: number, failure: Error): boolean {
  return failures < 1 && failure instanceof ApiError && ['OFFLINE', 'BUSY', 'NOT_READY'].includes(failure.code);
}

/** What was read a moment ago is shown without asking again. */
export const KNOWN_MS = 20_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    // 'always': WeChat has no navigator.onLine, so the library would wait for a network that is there.
    queries: { networkMode: 'always', retry: again, retryDelay: 800, staleTime: KNOWN_MS },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Shows what a press came to: what was asked for before it, and is answered after it, would undo it. */
export async function showAnswer<T>(client: QueryClient, queryKey: QueryKey, answer: T): Promise<void> {
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, answer);
}
