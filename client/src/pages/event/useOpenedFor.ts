import { readScene } from '@openday/shared/scenes';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tarojs/taro';
import { api } from '@/lib/api';

export interface OpenedFor {
  /** Null until it is known, or where there is none. */
  event: Id | null;
  session: Id | undefined;
  /** Why it is not known. */
  failure: Error | null;
  /** The link leads nowhere. */
  nowhere: boolean;
  again: () => void;
}

/** What the page was opened for: by a link of ours, or by a mini code, which names an event, or a session alone. */
export function useOpenedFor(): OpenedFor {
  const { params } = useRouter<{ id?: Id; session?: Id; scene?: string }>();
  // None of its characters is ever escaped.
  const scene = readScene(params.scene ?? '');
  const alone = scene?.kind === 'session' ? scene.id : null;
  const found = useQuery({
    queryKey: ['session', alone],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: alone ?? '' }, signal }),
    enabled: alone !== null,
  });
  const event = params.id ?? (scene?.kind === 'event' ? scene.id : (found.data?.eventId ?? null));
  return {
    event,
    session: params.session ?? alone ?? undefined,
    failure: found.error,
    nowhere: event === null && alone === null,
    again: () => void found.refetch(),
  };
}
