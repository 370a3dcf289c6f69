import type { Id } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { useAskMessages } from '@/features/messages/useAskMessages';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { resident } from '@/lib/text/resident';

/** Follows an event or lets it go; asks to sign in first. `following` as the page shows it. */
export function useFollow(eventId: Id, following: boolean): { toggle: () => void; busy: boolean } {
  const client = useQueryClient();
  const askMessages = useAskMessages();
  const change = useMutation({
    mutationFn: (follow: boolean) =>
      follow
        ? api('POST /events/:id/follow', { params: { id: eventId } })
        : api('DELETE /events/:id/follow', { params: { id: eventId } }),
    onSuccess: (state) => {
      if (state.following) say(resident.follow.dated);
      void client.invalidateQueries({ queryKey: ['event', eventId] });
      return client.invalidateQueries({ queryKey: ['announced'] });
    },
    onError: sayFailure,
  });
  const toggle = () => {
    if (!following) void askMessages('dates');
    change.mutate(!following);
  };
  return { toggle: () => whenSignedIn(toggle), busy: change.isPending };
}
