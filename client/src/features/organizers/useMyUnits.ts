import type { Organizer } from '@openday/shared/places';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

const HOUR_MS = 3_600_000;

/** My unit with everything below it, in the order of the tree; `below` = how many besides itself. */
export function useMyUnits(): { units: Organizer[]; below: number } {
  const account = useAccount();
  const all = useQuery({
    queryKey: ['organizers'],
    queryFn: ({ signal }) => api('GET /organizers', { signal }),
    staleTime: HOUR_MS,
  });
  const items = all.data?.items ?? [];
  const root = account?.organizer?.id;
  const units = root ? subtree(items, root) : items;
  return { units, below: Math.max(0, units.length - 1) };
}

function subtree(items: Organizer[], root: string): Organizer[] {
  const self = items.filter(({ id }) => id === root);
  const children = items.filter(({ parentId }) => parentId === root);
  return [...self, ...children.flatMap(({ id }) => subtree(items, id))];
}
