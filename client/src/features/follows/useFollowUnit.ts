import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { useAskMessages } from '@/features/messages/useAskMessages';
import { api } from '@/lib/api';
import { showAnswer } from '@/lib/query';
import { say, sayFailure } from '@/lib/say';
import { finding } from '@/lib/text/finding';
import { useAccount } from '@/lib/tokens';

/** Follows a unit, which tells of each new activity, or lets it go; asks to sign in first. */
export function useFollowUnit(organizer: Id): { following: boolean; toggle: () => void; busy: boolean } {
  const client = useQueryClient();
  const askMessages = useAskMessages();
  const account = useAccount();
  const params = { id: organizer };
  const queryKey = ['follow-unit', organizer];
  const state = useQuery({
    queryKey,
    queryFn: ({ signal }) => api('GET /organizers/:id/follow', { params, signal }),
    enabled: account !== null,
  });
  const following = account !== null && state.data?.following === true;
  const change = useMutation({
    mutationFn: (follow: boolean) =>
      follow ? api('POST /organizers/:id/follow', { params }) : api('DELETE /organizers/:id/follow', { params }),
    onSuccess: (now) => {
      if (now.following) say(finding.unit.told);
      return showAnswer(client, queryKey, now);
    },
    onError: sayFailure,
  });
  const toggle = () => {
    if (!following) void askMessages('dates');
    change.mutate(!following);
  };
  return { following, toggle: () => whenSignedIn(toggle), busy: change.isPending };
}
