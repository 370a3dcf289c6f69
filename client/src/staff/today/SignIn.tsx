import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { waitingFacts } from '@/features/door/journal';
import { nudge } from '@/features/door/sync';
import { ApiError } from '@/lib/api-error';
import { signInDemo, signInPassword } from '@/lib/auth';
import { door } from '@/lib/text/door';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { useAccount } from '@/lib/tokens';

const { signIn: words } = door;

/** Signs in for the door. What this phone recorded before stays, and goes on being uploaded. */
export function SignIn() {
  const account = useAccount();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [waits] = useState(() => waitingFacts(1).length > 0);
  const [busy, setBusy] = useState<'demo' | 'password' | null>(null);
  const [error, setError] = useState<string | null>(null);

  const enter = async (way: 'demo' | 'password', sign: () => Promise<unknown>) => {
    setBusy(way);
    setError(null);
    try {
      await sign();
      nudge();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(way === 'demo' && failure.code === 'NOT_FOUND' ? words.notDemo : failure.message);
      setBusy(null);
    }
  };
  const withPassword = () => {
    if (username.trim() === '' || password === '') return setError(words.needBoth);
    return void enter('password', () => signInPassword(username.trim(), password));
  };

  return (
    <>
      <View className="day">
        <View className="day__t">{words.head}</View>
      </View>
      <View className="note">{account ? words.wrong(ROLE_WORDS[account.role]) : waits ? words.again : words.sub}</View>
      <View className="gap" />
      {error && (
        <Notice kind="bad" icon="alert">
          {error}
        </Notice>
      )}
      <Group>
        <Field label={words.username} value={username} maxlength={40} onChange={setUsername} />
        <Field label={words.password} value={password} password maxlength={200} onChange={setPassword} />
      </Group>
      <Button kind="primary" busy={busy === 'password'} onTap={withPassword}>
        {words.enter}
      </Button>
      <Button kind="plain" id="demo" busy={busy === 'demo'} onTap={() => void enter('demo', () => signInDemo('staff'))}>
        {words.demo}
      </Button>
    </>
  );
}
