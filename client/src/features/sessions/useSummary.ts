import type { FindQuery, FindSummary } from '@openday/shared/find';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { type Filters, findQuery, type Narrowing, narrowings, without } from './filters';

/** How many sessions a search finds, by day, form, topic and unit. The last answer stands until the next is here. */
export function useSummary(query: FindQuery): UseQueryResult<FindSummary> {
  return useQuery({
    queryKey: ['summary', query],
    queryFn: ({ signal }) => api('GET /sessions/summary', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export interface Offer {
  gives: Narrowing;
  /** The search without it. */
  filters: Filters;
  total: number;
  /** The first day it finds one, `YYYY-MM-DD`. */
  day: string | null;
}

/** What a search that finds nothing would find with one narrowing less; those that find nothing either are left out. */
export function useOffers(filters: Filters): { offers: Offer[]; pending: boolean } {
  const wider = narrowings(filters).map((gives) => ({ gives, filters: without(filters, gives) }));
  const queries = wider.map((each) => findQuery(each.filters, serverNow()));
  const { data, isPending } = useQuery({
    queryKey: ['summary', queries],
    queryFn: ({ signal }) => Promise.all(queries.map((query) => api('GET /sessions/summary', { query, signal }))),
    enabled: queries.length > 0,
  });
  const offers = wider.flatMap((each, index): Offer[] => {
    const found = data?.[index];
    return found && found.total > 0 ? [{ ...each, total: found.total, day: found.days[0]?.day ?? null }] : [];
  });
  return { offers, pending: isPending };
}
