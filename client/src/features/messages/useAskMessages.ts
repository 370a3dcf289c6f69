import type { TemplateTopic } from '@openday/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { newKey } from '@/lib/new-key';
import { askToSubscribe, MAY_SUBSCRIBE } from '@/platform/subscribe';

/** What can be sent here at all. */
export const useChannels = (enabled = true) =>
  useQuery({
    queryKey: ['message-channels'],
    queryFn: ({ signal }) => api('GET /message-channels', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });

/**
 * Asks for leave to send one WeChat message about each of these, and counts what was allowed. Called by the tap itself, before
 * anything is waited for; resolves once answered, whatever the answer, and asks nothing where nothing can be sent.
 */
export function useAskMessages(): (...topics: TemplateTopic[]) => Promise<void> {
  const { data } = useChannels(MAY_SUBSCRIBE);
  return async (...topics) => {
    const wanted = (data?.templates ?? []).filter(({ topic }) => topics.includes(topic));
    if (!wanted.length || !MAY_SUBSCRIBE) return;
    const accepted = await askToSubscribe(wanted.map(({ id }) => id));
    const allowed = wanted.flatMap(({ topic, id }) => (accepted.includes(id) ? topic : []));
    if (!allowed.length) return;
    // Lost on the way it is only one message less: asked again with the next tap.
    await api('POST /me/message-credits', { body: { key: newKey(), topics: allowed } }).catch(console.info);
  };
}
