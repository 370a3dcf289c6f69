import type { Tokens } from '@openday/shared/auth';
import type { TotpSecret, TotpStart } from '@openday/shared/sign-in';
import { useMutation } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { QrCode } from '@/components/QrCode';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { signingIn } from '@/lib/text/signing-in';
import { copyText } from '@/platform/clipboard';
import './accounts.scss';

const { totp: words } = signingIn;

export interface TotpSetupProps {
  who: TotpStart;
  /** As binding was begun with it. */
  secret: TotpSecret;
  onDone: (tokens: Tokens) => void;
}

/** Binds a 动态口令: what is to be scanned or typed, its first number, then the recovery codes, shown this once. */
export function TotpSetup({ who, secret: { secret, uri }, onDone }: TotpSetupProps) {
  const [totp, setTotp] = useState('');
  const confirm = useMutation({
    mutationFn: () => api('POST /auth/totp/confirm', { body: { ...who, totp: totp.trim() } }),
  });
  if (confirm.data) {
    const { recoveryCodes, tokens } = confirm.data;
    return <RecoveryCodes codes={recoveryCodes} onDone={() => onDone(tokens)} />;
  }
  return (
    <>
      <Group>
        <View className="section">
          <View className="section__title">{words.head}</View>
          <Phrase>{words.lead}</Phrase>
          <QrCode className="totp__code" text={uri} label={words.code} />
        </View>
        <Cell
          sub={
            <Text className="totp__secret" userSelect>
              {inFours(secret)}
            </Text>
          }
          control={<Copy text={secret} />}
        >
          {words.secret}
        </Cell>
        <Field label={words.number} value={totp} type="number" maxlength={6} onChange={setTotp} />
      </Group>
      {confirm.error && (
        <Notice kind="bad" icon="alert">
          {confirm.error.message}
        </Notice>
      )}
      <Button kind="primary" off={totp.trim().length !== 6} busy={confirm.isPending} onTap={() => confirm.mutate()}>
        {words.confirm}
      </Button>
    </>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <>
      <Group>
        <View className="section">
          <View className="section__title">{words.codes}</View>
          <Phrase>{words.codesLead}</Phrase>
          <View className="totp__codes">
            {codes.map((code) => (
              <Text key={code} className="totp__secret" userSelect>
                {code}
              </Text>
            ))}
          </View>
          <Copy text={codes.join('\n')} />
        </View>
      </Group>
      <Button kind="primary" onTap={onDone}>
        {words.kept}
      </Button>
    </>
  );
}

function Copy({ text }: { text: string }) {
  return <Act onTap={() => void copyText(text).then(() => say(words.copied), sayFailure)}>{words.copy}</Act>;
}

const inFours = (secret: string) => (secret.match(/.{1,4}/g) ?? []).join(' ');
