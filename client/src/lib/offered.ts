import { useQuery } from '@tanstack/react-query';
import { api } from './api';

/** By what one can sign in on this server. */
export const useOfferedWays = () =>
  useQuery({
    queryKey: ['offered-ways'],
    queryFn: ({ signal }) => api('GET /auth/ways', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
