import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

/** How many messages were not looked at; 0 while that is not known. */
export function useUnread() {
  const account = useAccount();
  const { data, refetch } = useQuery({
    queryKey: ['unread', account?.id],
    queryFn: ({ signal }) => api('GET /me/messages/unread', { signal }),
    enabled: account !== null,
  });
  return { unread: account ? (data?.count ?? 0) : 0, refetch: () => account && refetch() };
}
