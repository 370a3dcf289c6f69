import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Group } from '@/components/Group';
import { ToldClosing } from '@/features/sessions/ToldClosing';
import { api } from '@/lib/api';
import { past as words } from '@/lib/text/past';

const STALE_MS = 60_000;

/** What its unit reports of a session that is over; nothing while it does not. */
export function CameOfIt({ event, session }: { event: Id; session: Id }) {
  const closings = useQuery({
    queryKey: ['event-closing', event],
    queryFn: ({ signal }) => api('GET /events/:id/closing', { params: { id: event }, signal }),
    staleTime: STALE_MS,
  });
  // A page that cannot say what came of it still says everything else.
  const closing = closings.data?.items.find(({ sessionId }) => sessionId === session);
  if (!closing) return null;
  return (
    <Group head={words.cameOfIt}>
      <View className="section">
        <ToldClosing closing={closing} />
      </View>
    </Group>
  );
}
