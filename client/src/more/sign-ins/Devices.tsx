import { momentText } from '@openday/shared/dates';
import type { Device } from '@openday/shared/sign-in';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { api } from '@/lib/api';
import { forgetAccount } from '@/lib/auth';
import { serverNow } from '@/lib/clock';
import { showAnswer } from '@/lib/query';
import { say, sayFailure } from '@/lib/say';
import { signingIn } from '@/lib/text/signing-in';
import { currentTokens } from '@/lib/tokens';

const { own: words } = signingIn;

/** Where this account is signed in; each but this one can be signed out from here, or all of them at once. */
export function Devices({ account }: { account: Id }) {
  const client = useQueryClient();
  const queryKey = ['devices', account];
  const { data, isPending, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api('GET /me/devices', { signal }),
    staleTime: 0,
  });
  const end = useMutation({
    mutationFn: async ({ id }: Device) =>
      showAnswer(client, queryKey, await api('DELETE /me/devices/:id', { params: { id } })),
    onSuccess: () => say(words.ended),
    onError: sayFailure,
  });
  const endAll = useMutation({
    mutationFn: async () => {
      const refreshToken = currentTokens()?.refreshToken ?? '';
      await api('POST /auth/logout/everywhere', { body: { refreshToken } });
      await forgetAccount();
    },
    onSuccess: () => say(words.endedAll),
    onError: sayFailure,
  });
  if (isPending) return <Skeleton cards={2} height={72} />;
  if (error) return <Failed failure={error} onAgain={() => void refetch()} />;
  return (
    <>
      <Group head={words.devices}>
        {data.items.map((device) => (
          <Cell
            key={device.id}
            sub={<Phrase>{words.seen(words.by[device.way], momentText(device.seenAt, serverNow()))}</Phrase>}
            value={device.here && words.here}
            control={
              !device.here && (
                <Act label={words.endOf(device.device)} disabled={end.isPending} onTap={() => end.mutate(device)}>
                  {words.end}
                </Act>
              )
            }
          >
            {device.device}
          </Cell>
        ))}
      </Group>
      <Button kind="white" busy={endAll.isPending} onTap={() => endAll.mutate()}>
        {words.endAll}
      </Button>
    </>
  );
}
