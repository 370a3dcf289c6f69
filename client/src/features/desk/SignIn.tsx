import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Segmented } from '@/components/Segmented';
import { ApiError } from '@/lib/api-error';
import { signInDemo, signInPassword } from '@/lib/auth';
import { desk } from '@/lib/text/desk';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';
import { choosePassword } from './choose-password';

const { signIn: words } = desk;
/** Characters of a password of one's own. */
const LEAST = 10;
const { signIn: shared } = registering;

/** Stands in for a desk page until somebody of a unit or of the district has signed in. */
export function SignIn() {
  const account = useAccount();
  const [way, setWay] = useState<'demo' | 'password'>('demo');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [once, setOnce] = useState(false);

  const enter = async (sign: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await sign();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      if (failure.code === 'NOT_FOUND') setWay('password');
      else {
        setError(failure.message);
        if (failure.code === 'PASSWORD_ONCE') setOnce(true);
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <View className="signin">
      <View className="signin__mark">{desk.mark}</View>
      <View className="title">{words.title}</View>
      {account && <Notice>{words.wrong(ROLE_WORDS[account.role])}</Notice>}
      <Segmented
        label={words.title}
        options={[
          { key: 'demo', text: words.demo },
          { key: 'password', text: words.password },
        ]}
        on={way}
        onPick={setWay}
      />
      {error && (
        <Notice kind="bad" icon="alert">
          {error}
        </Notice>
      )}
      {way === 'demo' ? (
        <DemoWay busy={busy} onEnter={enter} />
      ) : (
        <PasswordWay busy={busy} once={once} onEnter={enter} />
      )}
    </View>
  );
}

interface WayProps {
  busy: boolean;
  onEnter: (sign: () => Promise<unknown>) => Promise<void>;
}

function DemoWay({ busy, onEnter }: WayProps) {
  const as = (role: 'organizer' | 'district') => () => {
    if (!busy) void onEnter(() => signInDemo(role));
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

/** `once`: the password was handed out, and another one is asked for beside it. */
function PasswordWay({ busy, once, onEnter }: WayProps & { once: boolean }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [newPassword, setNew] = useState('');
  const [short, setShort] = useState(false);
  const enter = () => {
    const given = username.trim() !== '' && password !== '';
    setShort(!given);
    if (!given) return;
    const sign = once
      ? () => choosePassword(username.trim(), password, newPassword)
      : () => signInPassword(username.trim(), password);
    void onEnter(sign);
  };
  return (
    <>
      <Group>
        <Field label={shared.username} value={username} maxlength={40} onChange={setUsername} />
        <Field
          label={shared.password}
          value={password}
          password
          maxlength={200}
          error={short ? shared.needBoth : null}
          onChange={setPassword}
        />
        {once && <Field label={words.newPassword} value={newPassword} password maxlength={200} onChange={setNew} />}
      </Group>
      <View className="gap" />
      <Button kind="primary" off={once && newPassword.length < LEAST} busy={busy} onTap={enter}>
        {shared.enterPassword}
      </Button>
    </>
  );
}
