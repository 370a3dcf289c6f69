import { readCode } from '@openday/shared/check-in-code';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { api } from '@/lib/api';
import { openTab, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { slipWords as words } from '@/lib/text/slip';
import { CodeCamera } from '@/platform/CodeCamera';
import { scanOnce } from '@/platform/scan-once';
import './claim.scss';

const PHONE = /^1[3-9]\d{9}$/;

/** 认领: what was registered for me by somebody else becomes mine, by the slip's code and my phone. */
export default function ClaimPage() {
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [phone, setPhone] = useState('');
  const [pressed, setPressed] = useState(false);
  const claim = useMutation({
    mutationFn: () => api('POST /registrations/claim', { body: { code: plain(code), phone: phone.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries();
      say(words.taken);
      openTab(routes.mine);
    },
  });
  const codeWrong = plain(code).length < 20;
  const phoneWrong = !PHONE.test(phone.trim());
  const take = () => {
    setPressed(true);
    if (!codeWrong && !phoneWrong) whenSignedIn(() => claim.mutate());
  };
  return (
    <Page>
      <View className="note claim__lead">
        <Phrase>{words.claimLead}</Phrase>
      </View>
      <Scanner onCode={setCode} />
      {claim.isError && (
        <Notice kind="bad" icon="alert">
          {claim.error.message}
        </Notice>
      )}
      {readCode(plain(code)) && (
        <Notice kind="ok" icon="check">
          {words.scanned}
        </Notice>
      )}
      <Group>
        <Field
          label={words.typed}
          value={code}
          placeholder={words.typedHint}
          long
          maxlength={100}
          error={pressed && codeWrong ? words.needCode : null}
          onChange={setCode}
        />
        <Field
          label={words.phone}
          value={phone}
          placeholder={words.phoneHint}
          type="number"
          maxlength={11}
          error={pressed && phoneWrong ? words.needPhone : null}
          onChange={setPhone}
        />
      </Group>
      <Button kind="primary" busy={claim.isPending} onTap={take}>
        {words.take}
      </Button>
      <View className="gap" />
      <View className="note center">
        <Phrase>{words.noPhone}</Phrase>
      </View>
    </Page>
  );
}

/** WeChat's own scanner; in a browser the camera, inside the page. */
function Scanner({ onCode }: { onCode: (code: string) => void }) {
  const [step, setStep] = useState<'shut' | 'open' | 'failed'>('shut');
  const once = scanOnce;
  const read = (text: string) => {
    setStep('shut');
    onCode(text);
  };
  // Closing WeChat's scanner is no failure.
  const scan = () => (once ? void once().then(read, () => undefined) : setStep('open'));
  return (
    <View className="claim__scan">
      {step === 'open' && <CodeCamera className="claim__camera" onCode={read} onFail={() => setStep('failed')} />}
      {step === 'failed' && <Notice icon="cam">{words.noCamera}</Notice>}
      {step !== 'open' && (
        <Button kind="soft" icon="scan" onTap={scan}>
          {words.scan}
        </Button>
      )}
    </View>
  );
}

/** As it was made: the slip draws a space so that it can be seen. */
function plain(code: string): string {
  return code.replaceAll('␣', ' ').trim().toUpperCase();
}
