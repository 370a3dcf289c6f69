import { useQuery } from '@tanstack/react-query';
import { api } from './api';

/** Of the server, whoever is signed in. */
export const OFFERED_WAYS = 'offered-ways';

/** By what one can sign in on this server. */
export const useOfferedWays = () =>
  useQuery({
    queryKey: [OFFERED_WAYS],
    queryFn: ({ signal }) => api('GET /auth/ways', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
