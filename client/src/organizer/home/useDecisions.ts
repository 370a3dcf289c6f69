import { momentText } from '@openday/shared/dates';
import type { PendingDecision } from '@openday/shared/registrants';
import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { sessionUrl } from '@/features/desk/places';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { desk } from '@/lib/text/desk';
import { useAccount } from '@/lib/tokens';

const { home: words } = desk;

/** Something to do, and where. */
export interface Task {
  key: string;
  title: string;
  why: string;
  go: string;
  url: string;
}

/** Applications to look at and draws to make, as tasks; null until it is known. */
export function useDecisions(): Task[] | null {
  const account = useAccount();
  const pending = useQuery({
    queryKey: ['decisions', account?.id],
    queryFn: ({ signal }) => api('GET /desk/decisions', { signal }),
    refetchInterval: 60_000,
  });
  useDidShow(() => void pending.refetch());
  // A page that cannot say what waits still shows the other tasks.
  if (pending.isPending) return null;
  return pending.data?.items.flatMap(tasksOf) ?? [];
}

function tasksOf({ session, applied, drawDue }: PendingDecision): Task[] {
  const why = words.starts(momentText(session.startsAt, serverNow()));
  const url = sessionUrl(session.id);
  const tasks: Task[] = [];
  if (drawDue)
    tasks.push({ key: `${session.id}-draw`, title: words.drawDue(session.theme), why, go: words.goDraw, url });
  if (applied > 0)
    tasks.push({ key: session.id, title: words.applied(session.theme, applied), why, go: words.goApplied, url });
  return tasks;
}
