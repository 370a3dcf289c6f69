import { ROLES, type Role } from '@openday/shared/auth';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Segmented } from '@/components/Segmented';
import { Sheet } from '@/components/Sheet';
import { ApiError } from '@/lib/api-error';
import { signInDemo, signInPassword } from '@/lib/auth';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { useInSight } from '@/lib/useInSight';
import { stopSigningIn, useSignIn } from './sign-in';

const { signIn: words } = registering;

/** Put once on each page that may ask to sign in: rises when it does. */
export function SignInSheet() {
  const then = useSignIn((state) => state.after);
  // Pages below the one in sight stay mounted.
  const inSight = useInSight();
  if (!then || !inSight) return null;
  return <AskSheet then={then} />;
}

function AskSheet({ then }: { then: () => void }) {
  const [way, setWay] = useState<'demo' | 'password'>('demo');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const enter = async (sign: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await sign();
      stopSigningIn();
      then();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(failure.code === 'NOT_FOUND' ? words.notDemo : failure.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Sheet title={words.title} sub={words.sub} label={words.title} onClose={stopSigningIn}>
      <Segmented
        label={words.title}
        options={[
          { key: 'demo', text: words.resident },
          { key: 'password', text: words.staff },
        ]}
        on={way}
        onPick={setWay}
      />
      {error && (
        <Notice kind="bad" icon="alert">
          {error}
        </Notice>
      )}
      {way === 'demo' ? <DemoForm busy={busy} onEnter={enter} /> : <PasswordForm busy={busy} onEnter={enter} />}
    </Sheet>
  );
}

interface FormProps {
  busy: boolean;
  onEnter: (sign: () => Promise<unknown>) => Promise<void>;
}

function DemoForm({ busy, onEnter }: FormProps) {
  const [role, setRole] = useState<Role>('resident');
  const [name, setName] = useState('');
  const [pressed, setPressed] = useState(false);
  const nameless = role === 'resident' && name.trim() === '';
  const press = () => {
    setPressed(true);
    if (!nameless) void onEnter(() => signInDemo(role, role === 'resident' ? name.trim() : undefined));
  };
  return (
    <>
      <Group>
        <View className="section">
          <View className="section__title">{words.who}</View>
          <Choice
            label={words.who}
            options={ROLES.map((each) => ({ key: each, text: ROLE_WORDS[each] }))}
            on={role}
            onPick={setRole}
          />
        </View>
        {role === 'resident' && (
          <Field
            label={words.demoName}
            value={name}
            placeholder={registering.form.callYouHint}
            maxlength={20}
            error={pressed && nameless ? registering.missing.name : undefined}
            onChange={setName}
          />
        )}
      </Group>
      <View className="note">
        <Phrase>{words.demoNote}</Phrase>
      </View>
      <View className="gap" />
      <Button kind="primary" busy={busy} onTap={press}>
        {words.enter}
      </Button>
    </>
  );
}

function PasswordForm({ busy, onEnter }: FormProps) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const enter = () => {
    const given = username.trim() !== '' && password !== '';
    setShort(!given);
    if (given) void onEnter(() => signInPassword(username.trim(), password));
  };
  return (
    <>
      <Group>
        <Field label={words.username} value={username} maxlength={40} onChange={setUsername} />
        <Field
          label={words.password}
          value={password}
          password
          maxlength={200}
          error={short ? words.needBoth : null}
          onChange={setPassword}
        />
      </Group>
      <Button kind="primary" busy={busy} onTap={enter}>
        {words.enterPassword}
      </Button>
    </>
  );
}
