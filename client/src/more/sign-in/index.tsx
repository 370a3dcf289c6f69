import { View } from '@tarojs/components';
import Taro, { useUnload } from '@tarojs/taro';
import { useState } from 'react';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Segmented } from '@/components/Segmented';
import { Skeleton } from '@/components/Skeleton';
import { PasswordWay } from '@/features/accounts/PasswordWay';
import { goOn } from '@/features/accounts/sign-in';
import { useOfferedWays } from '@/lib/offered';
import { openTab, routes } from '@/lib/routes';
import { signingIn } from '@/lib/text/signing-in';
import { DemoWay } from './DemoWay';
import { ResidentWay } from './ResidentWay';

const { page: words } = signingIn;
/** Until the page below is shown again: what goes on there may open another. */
const BACK_MS = 100;

/** Opened over the page that needs somebody signed in; leads back to it, and it goes on with what it was doing. */
export default function SignInPage() {
  const { data: offered, isPending, error, refetch } = useOfferedWays();
  const [way, setWay] = useState<'resident' | 'password'>('resident');
  useUnload(() => void setTimeout(goOn, BACK_MS));
  return (
    <Page>
      <View className="title">{words.title}</View>
      <View className="dim small">{words.sub}</View>
      <View className="gap" />
      {isPending && <Skeleton cards={1} height={200} />}
      {error && !offered && <Failed failure={error} onAgain={() => void refetch()} />}
      {offered && (
        <>
          <Segmented
            label={words.title}
            options={[
              { key: 'resident', text: words.resident },
              { key: 'password', text: words.staff },
            ]}
            on={way}
            onPick={setWay}
          />
          {way === 'password' && <PasswordWay onDone={leave} />}
          {way === 'resident' && offered.demo && <DemoWay onDone={leave} />}
          {way === 'resident' && !offered.demo && <ResidentWay offered={offered} onDone={leave} />}
        </>
      )}
    </Page>
  );
}

function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab(routes.me);
}
