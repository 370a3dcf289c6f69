import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { suggestionsUrl } from '@/features/desk/places';
import { api } from '@/lib/api';
import { deskSuggestions } from '@/lib/text/desk-suggestions';
import { useAccount } from '@/lib/tokens';
import type { Task } from './useDecisions';

const { tasks: words } = deskSuggestions;

/** What residents wait to be answered, as tasks; null until it is known. */
export function useSuggestionTasks(): Task[] | null {
  const account = useAccount();
  const counts = useQuery({
    queryKey: ['suggestion-counts', account?.id],
    queryFn: ({ signal }) => api('GET /desk/suggestions/counts', { signal }),
    refetchInterval: 60_000,
  });
  useDidShow(() => void counts.refetch());
  if (counts.isPending) return null;
  // A page that cannot say what waits still shows the other tasks.
  if (!counts.data) return [];
  const { overdue, dueToday, stages } = counts.data;
  const late = stages.working > 0 ? 'working' : 'new';
  const task = (key: string, n: number, title: string, go: string, stage: 'new' | 'working', why: string) =>
    n > 0 ? [{ key: `suggestions-${key}`, title, why, go, url: suggestionsUrl(stage) }] : [];
  return [
    ...task('overdue', overdue, words.overdue(overdue), words.goAnswer, late, words.overdueWhy),
    ...task('today', dueToday, words.today(dueToday), words.goAnswer, late, words.overdueWhy),
    ...task('new', stages.new, words.new(stages.new), words.goTake, 'new', words.newWhy),
  ];
}
