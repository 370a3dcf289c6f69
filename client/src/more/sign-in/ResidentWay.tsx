import type { OfferedWays } from '@openday/shared/sign-in';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { PhoneCodeForm } from '@/features/accounts/PhoneCodeForm';
import { api } from '@/lib/api';
import { enter, signInSilently } from '@/lib/auth';
import { signingIn } from '@/lib/text/signing-in';

const { page: words, phone: phoneWords } = signingIn;
const WEAPP = process.env.TARO_ENV === 'weapp';

/** By WeChat, where its silent way was of no avail, and by a code sent to the phone. */
export function ResidentWay({ offered, onDone }: { offered: OfferedWays; onDone: () => void }) {
  const byWechat = WEAPP && offered.wechat;
  const sign = useMutation({ mutationFn: signInSilently, onSuccess: (account) => account && onDone() });
  return (
    <>
      {sign.error && (
        <Notice kind="bad" icon="alert">
          {sign.error.message}
        </Notice>
      )}
      {byWechat && (
        <Button kind="primary" busy={sign.isPending} onTap={() => sign.mutate()}>
          {words.wechat}
        </Button>
      )}
      {byWechat && offered.sms && <View className="gap" />}
      {offered.sms && (
        <Group>
          <PhoneCodeForm
            act={phoneWords.signIn}
            onProof={async (proof) => {
              await enter(await api('POST /auth/phone/verify', { body: proof }));
              onDone();
            }}
          />
        </Group>
      )}
      {!byWechat && !offered.sms && <Notice icon="info">{words.none}</Notice>}
    </>
  );
}
