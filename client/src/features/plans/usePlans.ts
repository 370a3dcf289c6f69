import type { PlanImport } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/lib/api';
import { queryClient } from '@/lib/query';
import { useAccount } from '@/lib/tokens';
import { sendKept, withLater } from './row-saver';

/** Newest plans whose rows are looked into on the home page. */
const LOOKED_INTO = 5;

/** The sheets imported so far. */
export function usePlanList() {
  const account = useAccount();
  return useQuery({
    queryKey: ['plan-imports', account?.id],
    queryFn: ({ signal }) => api('GET /plan-imports', { signal }),
    enabled: account !== null,
    staleTime: 0,
  });
}

/** One sheet with its rows. Decisions kept on this machine from an earlier time are sent first. */
export function usePlan(id: Id) {
  const plan = useQuery({ ...planQuery(id), enabled: id !== '' });
  const loaded = plan.isSuccess;
  useEffect(() => {
    if (loaded) void sendKept();
  }, [loaded]);
  return plan;
}

/** The newest sheets that have rows left, with their rows. */
export function useOpenPlans() {
  const list = usePlanList();
  const open = (list.data?.items ?? []).filter(({ rows, published }) => published < rows).slice(0, LOOKED_INTO);
  const plans = useQueries({ queries: open.map(({ id }) => planQuery(id)) });
  return {
    plans: plans.flatMap(({ data }) => (data ? [data] : [])),
    listed: !list.isPending && plans.every(({ isPending }) => !isPending),
    none: list.isSuccess && list.data.items.length === 0,
    /** Not all of them could be read. */
    failure: list.error ?? plans.find(({ error }) => error)?.error ?? null,
    again: () => void Promise.all([list, ...plans].map((each) => each.isError && each.refetch())),
  };
}

/** Something of a sheet became public, was changed or called off: all that shows it is fetched anew. */
export async function afterPublic(plan: Id): Promise<void> {
  for (const key of ['plan-imports', 'attendance', 'sessions', 'announced', 'event']) {
    void queryClient.invalidateQueries({ queryKey: [key] });
  }
  await queryClient.invalidateQueries({ queryKey: planKey(plan) });
}

function planKey(id: Id) {
  return ['plan-import', id];
}

function planQuery(id: Id) {
  return {
    queryKey: planKey(id),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PlanImport> => {
      const plan = await api('GET /plan-imports/:id', { params: { id }, signal });
      return { ...plan, items: plan.items.map(withLater) };
    },
    staleTime: 0,
  };
}
