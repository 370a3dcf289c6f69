import type { PhoneProof } from '@openday/shared/sign-in';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { signingIn } from '@/lib/text/signing-in';

const { phone: words } = signingIn;
const PHONE = /^1[3-9]\d{9}$/;
const CODE = /^\d{6}$/;

export interface PhoneCodeFormProps {
  /** On the button. */
  act: string;
  /** Rejects with what the server says. */
  onProof: (proof: PhoneProof) => Promise<unknown>;
}

/** A number, and the code that came to it by SMS. */
export function PhoneCodeForm({ act, onProof }: PhoneCodeFormProps) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [lacking, setLacking] = useState<{ phone?: string; code?: string }>({});
  const [sent, setSent] = useState(false);
  const { left, start } = useCountdown();
  const send = useMutation({
    mutationFn: () => api('POST /auth/phone', { body: { phone: phone.trim() } }),
    onSuccess: ({ waitSeconds }) => {
      setSent(true);
      start(waitSeconds);
    },
  });
  const proof = useMutation({ mutationFn: () => onProof({ phone: phone.trim(), code: code.trim() }) });
  const failure = proof.error ?? send.error;
  // The last one sent is still good.
  const asksCode = sent || isTooOften(send.error);
  const press = (wanted: 'send' | 'proof') => () => {
    const found = {
      ...(!PHONE.test(phone.trim()) && { phone: words.needPhone }),
      ...(wanted === 'proof' && !CODE.test(code.trim()) && { code: words.needCode }),
    };
    setLacking(found);
    if (Object.keys(found).length > 0) return;
    // What was wrong was about what stood there then.
    proof.reset();
    (wanted === 'send' ? send : proof).mutate();
  };
  return (
    <>
      <Field
        label={words.phone}
        value={phone}
        placeholder={words.phoneHint}
        type="number"
        maxlength={11}
        error={lacking.phone}
        onChange={setPhone}
      />
      {asksCode && (
        <Field
          label={words.code}
          value={code}
          placeholder={words.codeHint}
          type="number"
          maxlength={6}
          error={lacking.code}
          onChange={setCode}
        />
      )}
      <View className="section rule">
        {failure ? <Refused failure={failure} /> : sent && <Sent to={phone} />}
        {asksCode && (
          <Button kind="primary" busy={proof.isPending} onTap={press('proof')}>
            {act}
          </Button>
        )}
        <Button kind={asksCode ? 'plain' : 'soft'} off={left > 0} busy={send.isPending} onTap={press('send')}>
          {left > 0 ? words.wait(left) : sent ? words.again : words.send}
        </Button>
      </View>
    </>
  );
}

function Sent({ to }: { to: string }) {
  return (
    <>
      <Phrase>{words.sent(to.slice(-4))}</Phrase>
      <View className="gap" />
    </>
  );
}

function Refused({ failure }: { failure: Error }) {
  return (
    <Notice kind="bad" icon="alert">
      {failure.message}
      {isTooOften(failure) && <Phrase>{words.often}</Phrase>}
    </Notice>
  );
}

const isTooOften = (failure: Error | null) => failure instanceof ApiError && failure.code === 'TOO_MANY';

/** Seconds that are left; the server has the last word. */
function useCountdown(): { left: number; start: (seconds: number) => void } {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, start: setLeft };
}
