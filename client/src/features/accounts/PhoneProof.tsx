import type { PhoneBound } from '@openday/shared/sign-in';
import { useMutation } from '@tanstack/react-query';
import { Button as NativeButton, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { api } from '@/lib/api';
import { takeBound } from '@/lib/auth';
import { useOfferedWays } from '@/lib/offered';
import { signingIn } from '@/lib/text/signing-in';
import { PhoneCodeForm } from './PhoneCodeForm';

const { proof: words, phone: phoneWords } = signingIn;
const WEAPP = process.env.TARO_ENV === 'weapp';

/** Proves that a number is one's own: WeChat's by one tap, another one by a code that is sent to it. */
export function PhoneProof({ error, onProven }: { error?: string; onProven?: () => void }) {
  const { data: offered } = useOfferedWays();
  const [refused, setRefused] = useState(false);
  const [bySms, setBySms] = useState(false);
  const take = async (bound: PhoneBound) => {
    await takeBound(bound);
    onProven?.();
  };
  const tapped = useMutation({
    mutationFn: async (code: string) => take(await api('POST /me/phone/wechat', { body: { code } })),
  });
  if (!offered) return null;
  const { sms } = offered;
  const byTap = WEAPP && offered.wechat;
  const codeWanted = sms && (!byTap || bySms || refused || tapped.isError);
  return (
    <>
      <View className="section">
        {error && <Notice kind="bad">{words.first}</Notice>}
        {tapped.error && (
          <Notice kind="bad" icon="alert">
            {tapped.error.message}
          </Notice>
        )}
        {refused && <Notice icon="info">{sms ? words.refused : words.refusedOnly}</Notice>}
        {!byTap && !sms && <Notice icon="info">{words.none}</Notice>}
        {byTap && (
          <NativeButton
            className="btn btn--soft"
            openType="getPhoneNumber"
            onGetPhoneNumber={({ detail: { code } }) => {
              setRefused(!code);
              if (code) tapped.mutate(code);
            }}
          >
            {words.wechat}
          </NativeButton>
        )}
        <View className="cell__sub">
          <Phrase>{words.why}</Phrase>
        </View>
        {byTap && sms && !codeWanted && (
          <Button kind="plain" onTap={() => setBySms(true)}>
            {words.bySms}
          </Button>
        )}
      </View>
      {codeWanted && (
        <PhoneCodeForm
          act={phoneWords.bind}
          onProof={async (proof) => take(await api('POST /me/phone', { body: proof }))}
        />
      )}
    </>
  );
}
