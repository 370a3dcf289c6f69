import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

/** What I follow, with what comes next of each. */
export function useMyFollows() {
  const account = useAccount();
  return useQuery({
    queryKey: ['my-follows', account?.id],
    queryFn: ({ signal }) => api('GET /me/follows', { signal }),
    enabled: account !== null,
  });
}
