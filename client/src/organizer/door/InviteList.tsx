import type { DoorInvite } from '@openday/shared/check-in';
import { momentText } from '@openday/shared/dates';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { sayFailure } from '@/lib/say';
import { doorInvites } from '@/lib/text/door-invites';

const { list: words, make } = doorInvites;

/** The invitations of a session, the newest first; one that may have got into wrong hands is ended. */
export function InviteList({ sessionId, invites }: { sessionId: Id; invites: DoorInvite[] }) {
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: (id: Id) => api('POST /check-in/invites/:id/revoke', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['door-staff', sessionId] }),
    onError: sayFailure,
  });
  const askStop = async (id: Id) => {
    const question = { title: words.stopTitle, content: words.stopSub, yes: words.stopYes, no: words.keep };
    if (await ask(question)) stop.mutate(id);
  };
  return (
    <Group head={words.head(invites.length)}>
      {invites.map(({ id, expiresAt, revokedAt, joined }) => {
        const open = !revokedAt && Date.parse(expiresAt) > serverNow();
        const state = revokedAt ? words.off : open ? make.until(momentText(expiresAt, serverNow())) : words.ended;
        return (
          <Cell
            key={id}
            sub={words.joined(joined)}
            control={open && <Act onTap={() => void askStop(id)}>{words.stop}</Act>}
          >
            {state}
          </Cell>
        );
      })}
    </Group>
  );
}
