import type { Tokens } from '@openday/shared/auth';
import type { TotpSecret, TotpStart } from '@openday/shared/sign-in';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { enter } from '@/lib/auth';
import { signingIn } from '@/lib/text/signing-in';
import { TotpSetup } from './TotpSetup';

const { password: words } = signingIn;
/** Characters of a password of one's own. */
const LEAST = 10;

/**
 * Signs in by user name and password. For a password that was handed out it asks for another, for a 动态口令 that is bound
 * its number; who must have one binds it here.
 */
export function PasswordWay({ onDone }: { onDone?: () => void }) {
  const [given, setGiven] = useState({ username: '', password: '', newPassword: '', totp: '' });
  const [asked, setAsked] = useState({ newPassword: false, totp: false });
  const [short, setShort] = useState(false);
  const [binding, setBinding] = useState<{ who: TotpStart; secret: TotpSecret } | null>(null);
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const take = async (tokens: Tokens) => {
    await enter(tokens);
    onDone?.();
  };
  const sign = useMutation({
    mutationFn: async () => {
      const { password, newPassword } = given;
      const username = given.username.trim();
      const who = { username, password, ...(asked.totp && { totp: given.totp.trim() }) };
      try {
        const tokens = asked.newPassword
          ? await api('POST /auth/password/change', { body: { ...who, newPassword } })
          : await api('POST /auth/password', { body: who });
        await take(tokens);
      } catch (failure) {
        if (!(failure instanceof ApiError) || failure.code !== 'TOTP_ENROL') throw failure;
        // The password of one's own is the one that stands by now.
        const own = { username, password: asked.newPassword ? newPassword : password };
        setBinding({ who: own, secret: await api('POST /auth/totp', { body: own }) });
      }
    },
    onError: (failure) => {
      if (!(failure instanceof ApiError)) return;
      if (failure.code === 'PASSWORD_ONCE') setAsked((before) => ({ ...before, newPassword: true }));
      if (failure.code === 'TOTP_NEEDED') setAsked((before) => ({ ...before, totp: true }));
    },
  });
  const press = () => {
    const lacks = given.username.trim() === '' || given.password === '';
    setShort(lacks);
    if (!lacks) sign.mutate();
  };
  if (binding) return <TotpSetup {...binding} onDone={(tokens) => void take(tokens)} />;
  const lacking = (asked.newPassword && given.newPassword.length < LEAST) || (asked.totp && given.totp.length < 6);
  return (
    <>
      {sign.error && <Refused failure={sign.error} />}
      <Group>
        <Field
          label={words.username}
          value={given.username}
          maxlength={40}
          onChange={(username) => set({ username })}
        />
        <Field
          label={words.password}
          value={given.password}
          password
          maxlength={200}
          error={short ? words.needBoth : null}
          onChange={(password) => set({ password })}
        />
        {asked.newPassword && (
          <Field
            label={words.newPassword}
            value={given.newPassword}
            password
            maxlength={200}
            onChange={(newPassword) => set({ newPassword })}
          />
        )}
        {asked.totp && (
          <Field
            label={words.totp}
            value={given.totp}
            placeholder={words.totpHint}
            maxlength={20}
            onChange={(totp) => set({ totp })}
          />
        )}
      </Group>
      <View className="gap" />
      <Button kind="primary" off={lacking} busy={sign.isPending} onTap={press}>
        {words.enter}
      </Button>
    </>
  );
}

function Refused({ failure }: { failure: Error }) {
  const { code, details } = failure instanceof ApiError ? failure : {};
  // What was given is right, and something more is wanted.
  const wanting = code === 'PASSWORD_ONCE' || code === 'TOTP_NEEDED';
  return (
    <Notice kind={wanting ? undefined : 'bad'} icon={wanting ? 'info' : 'alert'}>
      {details?.[0]?.message ?? failure.message}
    </Notice>
  );
}
