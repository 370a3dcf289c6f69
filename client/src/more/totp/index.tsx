import type { TotpSecret, TotpStart } from '@openday/shared/sign-in';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { TotpSetup } from '@/features/accounts/TotpSetup';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { enter } from '@/lib/auth';
import { say } from '@/lib/say';
import { signingIn } from '@/lib/text/signing-in';

const { totp: words, password: passwordWords } = signingIn;

/** 动态口令: bound by whoever wants one, and taken away for another phone. */
export default function TotpPage() {
  const client = useQueryClient();
  const [who, setWho] = useState<TotpStart>({ username: '', password: '' });
  const [totp, setTotp] = useState('');
  const [secret, setSecret] = useState<TotpSecret | null>(null);
  const begin = useMutation({ mutationFn: () => api('POST /auth/totp', { body: who }), onSuccess: setSecret });
  const standing = begin.error instanceof ApiError && begin.error.code === 'TOTP_STANDING';
  const remove = useMutation({
    mutationFn: () => api('POST /auth/totp/remove', { body: { ...who, totp: totp.trim() } }),
    onSuccess: () => {
      setTotp('');
      begin.reset();
      void client.invalidateQueries({ queryKey: ['sign-in-ways'] });
      say(words.removed);
    },
  });
  const refusal = remove.error ?? (standing ? null : begin.error);
  if (secret) {
    return (
      <Page>
        <TotpSetup
          who={who}
          secret={secret}
          onDone={(tokens) => {
            void enter(tokens);
            say(words.bound);
            void Taro.navigateBack();
          }}
        />
      </Page>
    );
  }
  const set = (part: Partial<TotpStart>) => setWho((before) => ({ ...before, ...part }));
  return (
    <Page>
      <View className="note">
        <Phrase>{standing ? words.standing : words.own}</Phrase>
      </View>
      <View className="gap" />
      {refusal && (
        <Notice kind="bad" icon="alert">
          {refusal.message}
        </Notice>
      )}
      <Group>
        <Field
          label={passwordWords.username}
          value={who.username}
          maxlength={40}
          onChange={(username) => set({ username: username.trim() })}
        />
        <Field
          label={passwordWords.password}
          value={who.password}
          password
          maxlength={200}
          onChange={(password) => set({ password })}
        />
        {standing && (
          <Field
            label={passwordWords.totp}
            value={totp}
            placeholder={passwordWords.totpHint}
            maxlength={20}
            onChange={setTotp}
          />
        )}
      </Group>
      {standing ? (
        <Button kind="danger" off={totp.trim().length < 6} busy={remove.isPending} onTap={() => remove.mutate()}>
          {words.remove}
        </Button>
      ) : (
        <Button
          kind="primary"
          off={who.username === '' || who.password === ''}
          busy={begin.isPending}
          onTap={() => begin.mutate()}
        >
          {words.start}
        </Button>
      )}
    </Page>
  );
}
