import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Segmented } from '@/components/Segmented';
import { PasswordWay } from '@/features/accounts/PasswordWay';
import { signInDemo } from '@/lib/auth';
import { useOfferedWays } from '@/lib/offered';
import { sayFailure } from '@/lib/say';
import { desk } from '@/lib/text/desk';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { useAccount } from '@/lib/tokens';

const { signIn: words } = desk;

/** Stands in for a desk page until somebody of a unit or of the district has signed in. */
export function SignIn() {
  const account = useAccount();
  const { data: offered, isPending } = useOfferedWays();
  const [way, setWay] = useState<'demo' | 'password'>('demo');
  return (
    <View className="signin">
      <View className="signin__mark">{desk.mark}</View>
      <View className="title">{words.title}</View>
      {account && <Notice>{words.wrong(ROLE_WORDS[account.role])}</Notice>}
      {offered?.demo && (
        <Segmented
          label={words.title}
          options={[
            { key: 'demo', text: words.demo },
            { key: 'password', text: words.password },
          ]}
          on={way}
          onPick={setWay}
        />
      )}
      {offered?.demo && way === 'demo' && <DemoWay />}
      {!isPending && (!offered?.demo || way === 'password') && <PasswordWay />}
    </View>
  );
}

function DemoWay() {
  const [busy, setBusy] = useState(false);
  const as = (role: 'organizer' | 'district') => () => {
    if (busy) return;
    setBusy(true);
    signInDemo(role)
      .catch(sayFailure)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Group>
        <Cell icon="flag" sub={words.unitSub} onTap={as('organizer')}>
          {words.unit}
        </Cell>
        <Cell icon="tree" sub={words.districtSub} onTap={as('district')}>
          {words.district}
        </Cell>
      </Group>
      <View className="after">{words.demoNote}</View>
    </>
  );
}
