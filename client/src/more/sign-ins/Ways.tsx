import type { Account } from '@openday/shared/auth';
import type { SignInWays } from '@openday/shared/sign-in';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { PhoneProof } from '@/features/accounts/PhoneProof';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { renewAccount } from '@/lib/auth';
import { showAnswer } from '@/lib/query';
import { open, routes } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { registering } from '@/lib/text/registering';
import { signingIn } from '@/lib/text/signing-in';
import { loginCode } from '@/platform/login-code';

const { own: words } = signingIn;

interface WaysProps {
  ways: SignInWays;
  account: Account;
  queryKey: QueryKey;
}

/** Residents': phone and WeChat, bound and unbound. Who works for a unit has a password, and may have a 动态口令. */
export function Ways({ ways, account, queryKey }: WaysProps) {
  const client = useQueryClient();
  const [proving, setProving] = useState(false);
  const change = useMutation({
    mutationFn: (act: () => Promise<SignInWays | null>) => act(),
    onSuccess: async (changed) => {
      if (!changed) return;
      await showAnswer(client, queryKey, changed);
      renewAccount(await api('GET /me'));
      say(words.done);
    },
    onError: sayFailure,
  });
  if (account.role !== 'resident') {
    return ways.password ? (
      <Group head={words.ways}>
        <Cell value={ways.totp ? words.bound : words.unbound} onTap={() => open(routes.totp)}>
          {words.totp}
        </Cell>
      </Group>
    ) : null;
  }
  const unbind = (kind: 'phone' | 'wechat') => () => {
    const [title, content] =
      kind === 'phone' ? [words.unbindPhone, words.unbindPhoneWords] : [words.unbindWechat, words.unbindWechatWords];
    change.mutate(async () =>
      (await ask({ title, content, yes: words.unbind, no: words.keep })) ? api(`DELETE /me/${kind}`) : null,
    );
  };
  const bindWechat = () =>
    change.mutate(async () => {
      const code = await loginCode?.();
      return code ? api('POST /me/wechat', { body: { code } }) : null;
    });
  return (
    <>
      <Group head={words.ways}>
        <Cell
          sub={account.phoneLast4 ? registering.form.last4(account.phoneLast4) : words.unbound}
          control={
            <>
              {ways.phone && (
                <Act label={words.unbindPhone} onTap={unbind('phone')}>
                  {words.unbind}
                </Act>
              )}
              <Act onTap={() => setProving(true)}>{account.phoneLast4 ? words.change : words.bind}</Act>
            </>
          }
        >
          {words.phone}
        </Cell>
        <Cell
          sub={ways.wechat ? words.bound : loginCode ? words.unbound : words.inWechat}
          control={
            ways.wechat ? (
              <Act label={words.unbindWechat} onTap={unbind('wechat')}>
                {words.unbind}
              </Act>
            ) : (
              loginCode && <Act onTap={bindWechat}>{words.bindWechat}</Act>
            )
          }
        >
          {words.wechat}
        </Cell>
      </Group>
      {proving && (
        <Sheet title={words.change} label={words.change} onClose={() => setProving(false)}>
          <Group>
            <PhoneProof
              onProven={() => {
                setProving(false);
                say(words.done);
                void client.invalidateQueries({ queryKey: ['sign-in-ways'] });
              }}
            />
          </Group>
        </Sheet>
      )}
    </>
  );
}
