import type { Restriction } from '@openday/shared/registrations';
import type { Instant } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { useAccount } from '@/lib/tokens';

/** What I registered for and did not come to; `until` = how long the next registrations wait, null = they do not. */
export function useMyRestrictions(wanted = true) {
  const account = useAccount();
  const list = useQuery({
    queryKey: ['my-restrictions', account?.id],
    queryFn: ({ signal }) => api('GET /me/restrictions', { signal }),
    enabled: account !== null && wanted,
  });
  const items = list.data?.items ?? [];
  const until = items
    .filter(holds)
    .reduce<Instant | null>((last, each) => (last && last > each.until ? last : each.until), null);
  return { ...list, items, until };
}

/** Whether a restriction still holds. */
export function holds({ until, clearedAt }: Restriction): boolean {
  return clearedAt === null && Date.parse(until) > serverNow();
}
