import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { PasswordWay } from '@/features/accounts/PasswordWay';
import { waitingFacts } from '@/features/door/journal';
import { nudge } from '@/features/door/sync';
import { signInDemo } from '@/lib/auth';
import { useOfferedWays } from '@/lib/offered';
import { sayFailure } from '@/lib/say';
import { door } from '@/lib/text/door';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { useAccount } from '@/lib/tokens';

const { signIn: words } = door;

/** Signs in for the door. What this phone recorded before stays, and goes on being uploaded. */
export function SignIn() {
  const account = useAccount();
  const { data: offered } = useOfferedWays();
  const [waits] = useState(() => waitingFacts(1).length > 0);
  const asDemo = () => void signInDemo('staff').then(nudge, sayFailure);
  return (
    <>
      <View className="doorday">
        <View className="day__t">{words.head}</View>
      </View>
      <View className="note">{account ? words.wrong(ROLE_WORDS[account.role]) : waits ? words.again : words.sub}</View>
      <View className="gap" />
      <PasswordWay onDone={nudge} />
      {offered?.demo && (
        <Button kind="plain" id="demo" onTap={asDemo}>
          {words.demo}
        </Button>
      )}
    </>
  );
}
