import { useQuery } from '@tanstack/react-query';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Skeleton } from '@/components/Skeleton';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { Devices } from './Devices';
import { Ways } from './Ways';

/** 登录和设备: by what I sign in, and where I am signed in. */
export default function SignInsPage() {
  const account = useAccount();
  const queryKey = ['sign-in-ways', account?.id];
  const ways = useQuery({
    queryKey,
    queryFn: ({ signal }) => api('GET /me/sign-in', { signal }),
    enabled: account !== null,
    staleTime: 0,
  });
  if (!account) {
    return (
      <Page>
        <SignInFirst />
      </Page>
    );
  }
  return (
    <Page>
      {ways.isPending && <Skeleton cards={2} height={110} />}
      {ways.isError && <Failed failure={ways.error} onAgain={() => void ways.refetch()} />}
      {ways.data && (
        <>
          <Ways ways={ways.data} account={account} queryKey={queryKey} />
          <Devices account={account.id} />
        </>
      )}
    </Page>
  );
}
