import type { Venue } from '@openday/shared/places';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

const LIMIT = 100;

/** Known places whose name has these words. */
export function useVenues(q: string): { venues: Venue[]; loading: boolean; failure: Error | null } {
  const account = useAccount();
  const found = useQuery({
    queryKey: ['venues', account?.id, q],
    queryFn: ({ signal }) => api('GET /venues', { query: { limit: LIMIT, ...(q && { q }) }, signal }),
    placeholderData: keepPreviousData,
  });
  return { venues: found.data?.items ?? [], loading: found.isPending, failure: found.error };
}
