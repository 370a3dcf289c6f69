import type { Decision } from '@openday/shared/registrants';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { SayingSheet } from '@/components/SayingSheet';
import { api } from '@/lib/api';
import { admitting } from '@/lib/text/admitting';
import { MessageSheet } from './MessageSheet';
import { isDecidable, type Ticked } from './useTicked';

const { bulk: words, decline } = admitting;

/** What is done with those ticked, all at once; and what became of them, also of those it could not be done with. */
export function DecideBar({ session, ticked }: { session: Id; ticked: Ticked }) {
  const client = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const [writing, setWriting] = useState(false);
  const { items } = ticked;
  const decidable = items.filter(isDecidable);
  const decide = useMutation({
    mutationFn: ({ act, reason }: { act: Decision; reason?: string }) =>
      api('POST /sessions/:id/registrations/decide', {
        params: { id: session },
        body: { act, ids: decidable.map(({ id }) => id), ...(reason && { reason }) },
      }),
    onSuccess: () => {
      setDeclining(false);
      ticked.clear();
    },
    // Also after a failure: somebody else may have decided some.
    onSettled: () => client.invalidateQueries(),
  });
  const people = items.reduce((sum, { seats }) => sum + seats, 0);
  const done = decide.data?.items.filter(({ registrant }) => registrant !== null) ?? [];
  const refused = decide.data?.items.flatMap((one) => one.refused ?? []) ?? [];
  const outcome = decide.variables?.act === 'decline' ? words.declined(done.length) : words.approved(done.length);
  return (
    <>
      {decide.isError && (
        <Notice kind="bad" icon="alert">
          {decide.error.message}
        </Notice>
      )}
      {decide.isSuccess && items.length === 0 && (
        <Notice kind={refused.length > 0 ? undefined : 'ok'} icon={refused.length > 0 ? 'alert' : 'check'}>
          {[outcome, ...reasonsOf(refused)].join('，')}
        </Notice>
      )}
      {items.length > 0 && (
        <View className="decide" role="region" aria-label={words.label}>
          <View className="decide__n">{words.ticked(items.length, people)}</View>
          {decidable.length > 0 && (
            <>
              <Button kind="primary" busy={decide.isPending} onTap={() => decide.mutate({ act: 'approve' })}>
                {words.approve(decidable.length)}
              </Button>
              <Button kind="ink" off={decide.isPending} onTap={() => setDeclining(true)}>
                {words.decline(decidable.length)}
              </Button>
            </>
          )}
          <Button kind="ink" icon="bell" onTap={() => setWriting(true)}>
            {words.write(items.length)}
          </Button>
          <Act onTap={ticked.clear}>{words.none}</Act>
        </View>
      )}
      {writing && <MessageSheet session={session} to={items} onClose={() => setWriting(false)} />}
      {declining && (
        <SayingSheet
          title={words.declineTitle(decidable.length)}
          sub={words.declineSub}
          presets={decline.presets}
          own={decline.own}
          submit={words.decline(decidable.length)}
          busy={decide.isPending}
          failure={decide.error}
          onSay={(reason) => decide.mutate({ act: 'decline', reason })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  );
}

/** Each reason once, with how many it was for. */
function reasonsOf(refused: { message: string }[]): string[] {
  const messages = [...new Set(refused.map(({ message }) => message))];
  return messages.map((message) => words.refused(refused.filter((one) => one.message === message).length, message));
}
